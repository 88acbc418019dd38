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
