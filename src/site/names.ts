import { builtIn } from "../enrich/gazetteer/index.ts";

/** Every spelling of people's and places' names, the longest first: a line should not break inside one. */
export const nameSpellings: readonly string[] = [
	...builtIn.people,
	...builtIn.countries,
	...builtIn.cities,
]
	.flatMap(({ name, names }) => [name, ...names])
	.filter((name) => /^\p{Script=Han}[\p{Script=Han}·]+$/u.test(name))
	.sort((a, b) => b.length - a.length);
