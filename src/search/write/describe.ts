import { byCodePoint } from "../../base/order.ts";
import { namesIn } from "../../corpus/names.ts";
import type { Corpus } from "../../corpus/store.ts";
import type { Card } from "../../domain/manifest.ts";
import { aliasGroups } from "../../enrich/gazetteer/index.ts";
import { type Columns, type Named, type Outline, undated } from "../catalog.ts";
import { emptyColumns } from "../catalog-file.ts";
import { organisations } from "./organisations.ts";

const msPerDay = 86_400_000;

/** What the catalogue says of every article, for filters and for the list of hits. */
export interface Description
	extends Pick<Outline, "sources" | "languages" | "people" | "aliases"> {
	readonly columns: Columns;
}

/** @param lengths places of every document and of its headline. */
export function describeArticles(
	{ manifest, encounters, gazetteer }: Corpus,
	cards: readonly Card[],
	lengths: Readonly<Record<"places" | "headline", readonly number[]>>,
): Description {
	const names = namesIn(gazetteer, manifest.archive.language);
	const { sources, languages, persons } = idsIn(cards);
	const meetings = new Set(
		encounters.encounters.flatMap(({ mentions }) =>
			mentions.map(({ articleId }) => articleId),
		),
	);
	const sourceNumbers = numbersOf(sources);
	const personNumbers = numbersOf(persons);
	const columns = emptyColumns(cards.length);
	columns.places.set(lengths.places);
	columns.headline.set(lengths.headline);
	const days = new Map<string, number>();
	for (const [n, card] of cards.entries()) {
		columns.day[n] =
			card.day === undefined ? undated : dayNumber(card.day, days);
		columns.source[n] = sourceNumbers.get(card.source) as number;
		columns.language[n] = languages.indexOf(card.language);
		if (card.people.length > 0)
			columns.persons[n] = card.people.map(
				(id) => personNumbers.get(id) as number,
			);
		columns.meeting[n] = meetings.has(card.id) ? 1 : 0;
	}
	return {
		sources: named(sources, manifest.sources),
		languages,
		people: persons.map((id) => ({ id, name: names.person(id) })),
		aliases: [...aliasGroups(gazetteer), ...organisations],
		columns,
	};
}

/** Days since 1970. Many articles are of one day. */
function dayNumber(day: string, known: Map<string, number>): number {
	const number = known.get(day) ?? Date.parse(`${day}T00:00:00Z`) / msPerDay;
	known.set(day, number);
	return number;
}

function numbersOf(values: readonly string[]): ReadonlyMap<string, number> {
	return new Map(values.map((value, number) => [value, number]));
}

/** Ids that occur on any card, each kind in order; all kinds at once, because it takes a while to come by so many cards. */
function idsIn(cards: readonly Card[]) {
	const sources = new Set<string>();
	const languages = new Set<string>();
	const persons = new Set<string>();
	for (const { source, language, people } of cards) {
		sources.add(source);
		languages.add(language);
		for (const id of people) persons.add(id);
	}
	const inOrder = (ids: ReadonlySet<string>) => [...ids].sort(byCodePoint);
	return {
		sources: inOrder(sources),
		languages: inOrder(languages),
		persons: inOrder(persons),
	};
}

function named(ids: readonly string[], known: readonly Named[]): Named[] {
	return ids.map((id) => ({
		id,
		name: known.find((entry) => entry.id === id)?.name ?? id,
	}));
}
