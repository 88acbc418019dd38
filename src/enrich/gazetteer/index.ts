/** People, places and venues by name: the only part of the program that knows who and where anybody is. */
import { byCodePoint } from "../../base/order.ts";
import type { Draft } from "../../domain/article.ts";
import type {
	City,
	Country,
	GazetteerEntries,
	GazetteerPerson,
	Venue,
} from "../../domain/gazetteer.ts";
import { fold } from "./fold.ts";
import { nobody, nowhere, somebody, titlesBefore } from "./longer-words.ts";
import { moreCities, moreCountries, moreVenues } from "./more-places.ts";
import { nameFinder } from "./names.ts";
import { people as knownPeople } from "./people.ts";
import {
	cities as knownCities,
	countries as knownCountries,
	placeless as knownPlaceless,
	venues as knownVenues,
} from "./places.ts";

export type { City, Country, GazetteerPerson, Venue };

/** Everybody and every place that an archive knows by name: a value, made by {@link gazetteerOf}. */
export interface Gazetteer extends GazetteerEntries {
	/** Names that begin with a place and mean none, in either script. */
	readonly placeless: readonly string[];
	/** `undefined` for an id of nobody. */
	personOrNone(id: string): GazetteerPerson | undefined;
	/** @throws for an id of nobody; what an owner wrote was checked when it was read. */
	personById(id: string): GazetteerPerson;
	/** `undefined` for an id of no country. */
	countryById(id: string): Country | undefined;
	/** `undefined` for an id of no city. */
	cityById(id: string): City | undefined;
}

/** The built-in entries and, in their place where an id is the same, `own`. */
export function gazetteerOf(own: GazetteerEntries = noEntries): Gazetteer {
	const people = merged(knownPeople, own.people, ({ id }) => id);
	const countries = merged(
		[...knownCountries, ...moreCountries],
		own.countries,
		({ id }) => id,
	);
	const cities = merged(
		[...knownCities, ...moreCities],
		own.cities,
		({ id }) => id,
	);
	const venues = merged(
		[...knownVenues, ...moreVenues],
		own.venues,
		({ name }) => name,
	);
	const personOf = byId(people);
	const countryOf = byId(countries);
	const cityOf = byId(cities);
	return {
		people,
		countries,
		cities,
		venues,
		placeless: knownPlaceless,
		personOrNone: (id) => personOf.get(id),
		personById(id) {
			const person = personOf.get(id);
			if (!person) throw new Error(`No person "${id}" in the gazetteer.`);
			return person;
		},
		countryById: (id) => countryOf.get(id),
		cityById: (id) => cityOf.get(id),
	};
}

export const noEntries: GazetteerEntries = {
	people: [],
	countries: [],
	cities: [],
	venues: [],
};

function merged<Entry>(
	known: readonly Entry[],
	own: readonly Entry[],
	keyOf: (entry: Entry) => string,
): readonly Entry[] {
	const entries = new Map(known.map((entry) => [keyOf(entry), entry]));
	for (const entry of own) entries.set(keyOf(entry), entry);
	return [...entries.values()];
}

function byId<Entry extends { readonly id: string }>(
	entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
	return new Map(entries.map((entry) => [entry.id, entry]));
}

/** What is derived from a gazetteer, made when it is asked for and once: `perGazetteer(tableOf)(gazetteer)`. */
export function perGazetteer<Derived>(
	derive: (gazetteer: Gazetteer) => Derived,
): (gazetteer: Gazetteer) => Derived {
	const known = new WeakMap<Gazetteer, { readonly derived: Derived }>();
	return (gazetteer) => {
		const made = known.get(gazetteer) ?? { derived: derive(gazetteer) };
		known.set(gazetteer, made);
		return made.derived;
	};
}

/** What is derived from a person of a gazetteer, made when it is asked for and once: `perPerson(namesFor)(id, gazetteer)`. */
export function perPerson<Derived extends object>(
	derive: (person: GazetteerPerson, gazetteer: Gazetteer) => Derived,
): (id: string, gazetteer: Gazetteer) => Derived {
	const madeOf = perGazetteer(() => new Map<string, Derived>());
	return (id, gazetteer) => {
		const made = madeOf(gazetteer);
		const derived = made.get(id) ?? derive(gazetteer.personById(id), gazetteer);
		made.set(id, derived);
		return derived;
	};
}

/** That of the built-in entries alone. */
export const builtIn: Gazetteer = gazetteerOf();

/**
 * Spellings of one name, for search: every person, and every place that Chinese papers spell in more than one way.
 *
 * Places with a single spelling (北京) stay literal, so that a search for them finds what is written and no more. For the
 * same reason a short form inside a longer one is left out: 钓鱼台 finds 钓鱼台国宾馆 anyway, and not the other way round.
 */
export function aliasGroups({
	people,
	countries,
	cities,
	venues,
}: Readonly<
	Record<keyof GazetteerEntries, readonly Named[]>
> = builtIn): readonly (readonly string[])[] {
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

const finders = perGazetteer(({ people, countries, cities, placeless }) => ({
	findPeople: nameFinder<string | undefined>(namesWithin(people, nobody)),
	findPlaces: nameFinder<string | undefined>(
		namesWithin([...countries, ...cities], [...placeless, ...nowhere]),
	),
}));

/**
 * The longest name at a place counts: so what is no name takes the place of the name in it, and a title keeps it.
 *
 * @param longer words in which a name is none.
 */
function namesWithin(
	entries: readonly (Named & { readonly id: string })[],
	longer: readonly string[],
): readonly (readonly [string, string | undefined])[] {
	const names = entriesOf(entries);
	const known = new Set(names.map(([name]) => name));
	const doubtful = names.filter(([name]) =>
		longer.some((word) => word.startsWith(name)),
	);
	return [
		...names,
		...longer
			.filter((word) => !known.has(word))
			.map((word) => [word, undefined] as const),
		...doubtful.flatMap(([name, id]) => [
			...titlesBefore.map((title) => [title + name, id] as const),
			...(somebody[id] ?? []).map((word) => [word, id] as const),
		]),
	];
}

/**
 * The people and places that headline, text or captions name: gazetteer ids, sorted by code point.
 *
 * Names only, in any script; an office without a name (白俄罗斯总统) names its country.
 */
export function namedIn(
	draft: Draft,
	gazetteer: Gazetteer = builtIn,
): {
	readonly people: string[];
	readonly places: string[];
} {
	const text = [
		draft.headline,
		...draft.paragraphs.map(({ text }) => text),
		...draft.figures.map(({ caption }) => caption),
	].join("\n");
	const { findPeople, findPlaces } = finders(gazetteer);
	return { people: ids(findPeople(text)), places: ids(findPlaces(text)) };
}

function ids(
	hits: readonly { readonly value: string | undefined }[],
): string[] {
	const known = new Set<string>();
	for (const { value } of hits) if (value !== undefined) known.add(value);
	return [...known].sort(byCodePoint);
}
