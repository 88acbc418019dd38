/** People, places and venues by name: the only part of the program that knows who and where anybody is. */

import { byCodePoint } from "../../base/order.ts";
import type { Draft } from "../../domain/article.ts";
import { fold } from "./fold.ts";
import { nameFinder } from "./names.ts";
import { type GazetteerPerson, people } from "./people.ts";
import {
	type City,
	type Country,
	cities,
	countries,
	placeless,
	type Venue,
	venues,
} from "./places.ts";

export type { City, Country, GazetteerPerson, Venue };
export { cities, countries, people, placeless, venues };

/**
 * Spellings of one name, for search: every person, and every place that Chinese papers spell in more than one way.
 *
 * Places with a single spelling (北京) stay literal, so that a search for them finds what is written and no more. For the
 * same reason a short form inside a longer one is left out: 钓鱼台 finds 钓鱼台国宾馆 anyway, and not the other way round.
 */
export function aliasGroups(): readonly (readonly string[])[] {
	const persons = people.map(spellings).filter((names) => names.length > 1);
	const places = [...countries, ...cities, ...venues]
		.map(spellings)
		.filter((names) => {
			const chinese = names.filter((text) => /\p{Script=Han}/u.test(text));
			return new Set(chinese.map(fold)).size > 1;
		});
	return [...persons, ...places];
}

interface Named {
	readonly name: string;
	readonly names: readonly string[];
}

function spellings(entry: Named): readonly string[] {
	const all = [entry.name, ...entry.names];
	return all.filter((text) => {
		const folded = fold(text);
		return !all.some(
			(other) => fold(other) !== folded && fold(other).includes(folded),
		);
	});
}

/** Every spelling with what it names, in the scripts it is written in. */
function entriesOf<Entry extends Named & { readonly id: string }>(
	entries: readonly Entry[],
): readonly (readonly [string, string])[] {
	return entries.flatMap(({ id, name, names }) =>
		[name, ...names].map((text) => [text, id] as const),
	);
}

const findPeople = nameFinder(entriesOf(people));
const findPlaces = nameFinder<string | undefined>([
	...entriesOf([...countries, ...cities]),
	...placeless.map((text) => [text, undefined] as const),
]);

/**
 * The people and places that headline, text or captions name: gazetteer ids, sorted by code point.
 *
 * Names only, in any script; an office without a name (白俄罗斯总统) names its country.
 */
export function namedIn(draft: Draft): {
	readonly people: string[];
	readonly places: string[];
} {
	const text = [
		draft.headline,
		...draft.paragraphs.map(({ text }) => text),
		...draft.figures.map(({ caption }) => caption),
	].join("\n");
	return { people: ids(findPeople(text)), places: ids(findPlaces(text)) };
}

function ids(
	hits: readonly { readonly value: string | undefined }[],
): string[] {
	const known = new Set<string>();
	for (const { value } of hits) if (value !== undefined) known.add(value);
	return [...known].sort(byCodePoint);
}

const byId = new Map(people.map((person) => [person.id, person]));

/** @throws when the configuration names somebody the gazetteer does not know: a mistake of the owner's, not of a file. */
export function personById(id: string): GazetteerPerson {
	const person = byId.get(id);
	if (!person)
		throw new Error(
			`No person "${id}" in the gazetteer (src/enrich/gazetteer/people.ts)`,
		);
	return person;
}

const countryIds = new Map(countries.map((country) => [country.id, country]));
const cityIds = new Map(cities.map((city) => [city.id, city]));

/** `undefined` for an id of no country. */
export const countryById = (id: string): Country | undefined =>
	countryIds.get(id);

/** `undefined` for an id of no city. */
export const cityById = (id: string): City | undefined => cityIds.get(id);
