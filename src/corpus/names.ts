/** Names of people and places, which the corpus holds as gazetteer ids. */
import type {
	InterfaceLanguage,
	PublishedGazetteer,
} from "../domain/gazetteer.ts";

/** How a language of the interface calls people and places. */
export interface Names {
	/** The id where the gazetteer no longer knows it. */
	person(id: string): string;
	/** A city or country by its id; the id where it is not known. */
	place(id: string): string;
	/** A city, country or venue by its simplified name, as meetings hold it; that name where it is not known. */
	named(simplified: string): string;
}

export function namesIn(
	{ people, countries, cities, venues }: PublishedGazetteer,
	language: InterfaceLanguage,
): Names {
	const nameOf = (entry: Entry) => inLanguage(entry, language);
	const persons = new Map(people.map((entry) => [entry.id, nameOf(entry)]));
	const places = new Map(
		[...countries, ...cities].map((entry) => [entry.id, nameOf(entry)]),
	);
	const simplified = new Map(
		[...countries, ...cities, ...venues].map((entry) => [
			entry.name,
			nameOf(entry),
		]),
	);
	return {
		person: (id) => persons.get(id) ?? id,
		place: (id) => places.get(id) ?? id,
		named: (name) => simplified.get(name) ?? name,
	};
}

interface Entry {
	readonly name: string;
	readonly traditional: string;
	readonly english?: string | undefined;
}

function inLanguage(
	{ name, traditional, english }: Entry,
	language: InterfaceLanguage,
): string {
	if (language === "zh-Hans") return name;
	return language === "zh-Hant" ? traditional : (english ?? name);
}
