import { byCodePoint } from "../../base/order.ts";
import { namesIn } from "../../corpus/names.ts";
import type { Corpus } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { aliasGroups } from "../../enrich/gazetteer/index.ts";
import {
	type Columns,
	type DocumentCollection,
	type Named,
	type Outline,
	undated,
} from "../catalog.ts";
import { emptyColumns } from "../catalog-file.ts";
import { searchedAliases, wordsAround } from "./aliases.ts";

const msPerDay = 86_400_000;

/** What the catalogue says of every article, for filters and for the list of hits. */
export interface Description
	extends Pick<
		Outline,
		"sources" | "languages" | "people" | "collections" | "aliases" | "around"
	> {
	readonly columns: Columns;
}

/** @param lengths places of every document and of its headline. */
export function describeArticles(
	{ manifest, encounters, gazetteer }: Corpus,
	cards: readonly Card[],
	lengths: Readonly<Record<"places" | "headline", readonly number[]>>,
): Description {
	const { language, otherLanguages = [] } = manifest.archive;
	const names = namesIn(gazetteer, language);
	const others = otherLanguages.map(
		(one) => [one.language, namesIn(gazetteer, one.language)] as const,
	);
	const personNamed = (id: string): Named => ({
		id,
		name: names.person(id),
		...(others.length === 0
			? {}
			: {
					names: Object.fromEntries(
						others.map(([other, { person }]) => [other, person(id)]),
					),
				}),
	});
	const idsOf = (of: (card: Card) => string | readonly string[]) =>
		[...new Set(cards.flatMap(of))].sort(byCodePoint);
	const languages = idsOf(({ language }) => language);
	const persons = idsOf(({ people }) => people);
	const meetings = new Set(
		encounters.encounters.flatMap(({ mentions }) =>
			mentions.map(({ articleId }) => articleId),
		),
	);
	const outlets = outletsOf(
		named(
			idsOf(({ source }) => source),
			manifest.sources,
		),
	);
	const personNumbers = numbersOf(persons);
	const columns = emptyColumns(cards.length);
	columns.places.set(lengths.places);
	columns.headline.set(lengths.headline);
	for (const [n, card] of cards.entries()) {
		columns.day[n] =
			card.day === undefined
				? undated
				: Date.parse(`${card.day}T00:00:00Z`) / msPerDay;
		columns.source[n] = outlets.numbers.get(card.source) as number;
		columns.language[n] = languages.indexOf(card.language);
		if (card.people.length > 0)
			columns.persons[n] = card.people.map(
				(id) => personNumbers.get(id) as number,
			);
		columns.meeting[n] = meetings.has(card.id) ? 1 : 0;
	}
	return {
		sources: outlets.list,
		languages,
		people: persons.map(personNamed),
		...collectionsIn(manifest, cards),
		aliases: searchedAliases(aliasGroups(gazetteer)),
		around: wordsAround,
		columns,
	};
}

function collectionsIn(
	{ archive }: Pick<Corpus["manifest"], "archive">,
	cards: readonly Card[],
): Pick<Description, "collections"> {
	if (archive.collections === undefined) return {};
	const numbers = numbersOf(cards.map(({ id }) => id));
	return {
		collections: archive.collections.map(
			({ id, title, articles }): DocumentCollection => ({
				id,
				name: title,
				documents: articles
					.flatMap((one) => numbers.get(one.id) ?? [])
					.sort((a, b) => a - b),
			}),
		),
	};
}

/** Outlets whose names differ in case only are one, by the first's id. */
function outletsOf(all: readonly Named[]) {
	const list: Named[] = [];
	const numbers = new Map<string, number>();
	for (const outlet of all) {
		const name = outlet.name.toLowerCase();
		const same = list.findIndex((other) => other.name.toLowerCase() === name);
		numbers.set(outlet.id, same < 0 ? list.push(outlet) - 1 : same);
	}
	return { list, numbers };
}

function numbersOf(values: readonly string[]): ReadonlyMap<string, number> {
	return new Map(values.map((value, number) => [value, number]));
}

function named(ids: readonly string[], known: readonly Named[]): Named[] {
	return ids.map((id) => ({
		id,
		name: known.find((entry) => entry.id === id)?.name ?? id,
	}));
}
