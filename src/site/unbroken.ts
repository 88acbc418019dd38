/** What a line should not break inside. */
import { builtIn } from "../enrich/gazetteer/index.ts";

/** A letter with the dot behind it (of 简 and 繁 type), as inside foreign names. */
export const beforeDot = /[\p{Script=Han}\p{L}][·‧・•]/gu;

/** Every spelling of people's and places' names in Han characters, the longest first. */
export const nameSpellings: readonly string[] = [
	...builtIn.people,
	...builtIn.countries,
	...builtIn.cities,
]
	.flatMap(({ name, names }) => [name, ...names])
	.filter((name) => /^\p{Script=Han}[\p{Script=Han}·]+$/u.test(name))
	.sort((a, b) => b.length - a.length);
