import type { Corpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { byCodePoint } from "../domain/order.ts";
import { aliasGroups, people } from "../enrich/gazetteer/index.ts";
import type { Catalog, Named } from "./catalog.ts";
import { organisations } from "./organisations.ts";

const msPerDay = 86_400_000;

/** What the catalogue says of every article, for filters and for the list of hits. */
export function describeArticles(
	{ manifest, encounters }: Corpus,
	cards: readonly Card[],
): Omit<
	Catalog,
	"version" | "places" | "headline" | "pagefind" | "volumes" | "texts"
> {
	const sources = distinct(cards.map((card) => card.source));
	const languages = distinct(cards.map((card) => card.language));
	const persons = distinct(cards.flatMap((card) => card.people));
	const meetings = new Set(
		encounters.encounters.flatMap(({ mentions }) =>
			mentions.map(({ articleId }) => articleId),
		),
	);
	let before = 0;
	return {
		ids: cards.map(({ id }) => id),
		daySteps: cards.map(({ day }) => {
			if (day === undefined) return null;
			const days = Date.parse(`${day}T00:00:00Z`) / msPerDay;
			const step = days - before;
			before = days;
			return step;
		}),
		sources: named(sources, manifest.sources),
		languages,
		people: named(persons, people),
		source: cards.map((card) => sources.indexOf(card.source)),
		language: cards.map((card) => languages.indexOf(card.language)),
		persons: cards.map((card) =>
			card.people.length === 0
				? 0
				: card.people.map((id) => persons.indexOf(id)),
		),
		aliases: [...aliasGroups(), ...organisations],
		meeting: cards.map(({ id }) => (meetings.has(id) ? 1 : 0)),
	};
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)].sort(byCodePoint);
}

function named(ids: readonly string[], known: readonly Named[]): Named[] {
	return ids.map((id) => ({
		id,
		name: known.find((entry) => entry.id === id)?.name ?? id,
	}));
}
