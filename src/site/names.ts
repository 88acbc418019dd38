/** Names of people and places, which the corpus holds as gazetteer ids. */
import { cities, countries, people } from "../enrich/gazetteer/index.ts";

const personNames = new Map(people.map(({ id, name }) => [id, name]));
const placeNames = new Map(
	[...countries, ...cities].map(({ id, name }) => [id, name]),
);

/** The person's name in simplified Chinese; the id where the gazetteer no longer knows it. */
export function personName(id: string): string {
	return personNames.get(id) ?? id;
}

/** The city's or country's name in simplified Chinese; the id where it is not known. */
export function placeName(id: string): string {
	return placeNames.get(id) ?? id;
}

/** Every spelling of people's and places' names, the longest first: a line should not break inside one. */
export const nameSpellings: readonly string[] = [
	...people,
	...countries,
	...cities,
]
	.flatMap(({ name, names }) => [name, ...names])
	.filter((name) => /^\p{Script=Han}[\p{Script=Han}·]+$/u.test(name))
	.sort((a, b) => b.length - a.length);
