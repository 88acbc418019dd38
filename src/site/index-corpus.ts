import { byCodePoint } from "../base/order.ts";
import { type Names, namesIn } from "../corpus/names.ts";
import type { Corpus } from "../corpus/store.ts";
import type { Source } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import type { InterfaceLanguage } from "../domain/gazetteer.ts";
import type { Card } from "../domain/manifest.ts";
import { type FacetKind, tagId } from "./addresses.ts";
import { inLanguage } from "./language/in-language.ts";

/** What decides pages and files but is not in the corpus. */
export interface SiteOptions {
	/** Where the site will lie, with a slash at its end; absent when that is not known. */
	readonly baseUrl?: string | undefined;
	/** Whether web archives lie in the site as they are. */
	readonly keepArchives?: boolean | undefined;
}

/** All articles of one source, person, place or tag, oldest first. */
export interface Facet {
	readonly kind: FacetKind;
	readonly id: string;
	readonly name: string;
	readonly cards: readonly Card[];
	/** The place of each among {@link Site.cards}. */
	readonly places: readonly number[];
}

/** The corpus with the look-ups that planning and rendering share. */
export interface Site {
	/** As the language of the interface tells it, without leads. */
	readonly corpus: Corpus;
	/** Meetings with one weak mention: listed apart, never counted. */
	readonly leads: readonly Encounter[];
	/** As it is published. */
	readonly original: Corpus;
	readonly options: SiteOptions;
	/** Articles without older revisions, oldest first, undated last. */
	readonly cards: readonly Card[];
	readonly byId: ReadonlyMap<string, Card>;
	readonly sources: ReadonlyMap<string, Source>;
	readonly facets: Readonly<Record<FacetKind, ReadonlyMap<string, Facet>>>;
	readonly encountersOf: ReadonlyMap<string, readonly Encounter[]>;
	/** Older revisions by their canonical article. */
	readonly revisionsOf: ReadonlyMap<string, readonly Card[]>;
}

/** The languages of the interface, the first first. */
export function languagesOf({
	manifest: { archive },
}: Pick<Corpus, "manifest">): readonly [
	InterfaceLanguage,
	...InterfaceLanguage[],
] {
	return [
		archive.language,
		...(archive.otherLanguages ?? []).map(({ language }) => language),
	];
}

/**
 * Look-ups over `corpus`, made once for all who plan and render it; reads no article.
 *
 * @param language in which the site tells it; its first one unless given.
 */
export function indexCorpus(
	corpus: Corpus,
	options: SiteOptions = {},
	language = corpus.manifest.archive.language,
): Site {
	const known = sites.get(corpus) ?? new Map<string, Site>();
	sites.set(corpus, known);
	const { baseUrl = "", keepArchives = false } = options;
	const key = `${language} ${baseUrl} ${keepArchives}`;
	const site = known.get(key) ?? makeIndex(corpus, options, language);
	known.set(key, site);
	return site;
}

/** The corpus in each language of the interface, the first first. */
export function indexInLanguages(
	corpus: Corpus,
	options: SiteOptions = {},
): readonly Site[] {
	return languagesOf(corpus).map((language) =>
		indexCorpus(corpus, options, language),
	);
}

const sites = new WeakMap<Corpus, Map<string, Site>>();

function makeIndex(
	original: Corpus,
	options: SiteOptions,
	language: InterfaceLanguage,
): Site {
	const told = inLanguage(original, language);
	const isLead = ({ status }: Encounter): boolean => status === "lead";
	const { encounters } = told.encounters;
	const corpus: Corpus = {
		...told,
		encounters: {
			...told.encounters,
			encounters: encounters.filter((one) => !isLead(one)),
		},
	};
	const encountersOf = new Map<string, Encounter[]>();
	for (const encounter of corpus.encounters.encounters) {
		const ids = new Set(encounter.mentions.map(({ articleId }) => articleId));
		for (const id of ids) push(encountersOf, id, encounter);
	}
	const revisionsOf = new Map<string, Card[]>();
	const cards: Card[] = [];
	for (const card of corpus.manifest.articles)
		if (card.revisionOf === undefined) cards.push(card);
		else push(revisionsOf, card.revisionOf, card);
	const sources = new Map(
		corpus.manifest.sources.map((source) => [source.id, source]),
	);
	return {
		corpus,
		leads: encounters.filter(isLead),
		original,
		options,
		cards,
		byId: new Map(corpus.manifest.articles.map((card) => [card.id, card])),
		sources,
		facets: facetsOf(cards, sources, namesIn(corpus.gazetteer, language)),
		encountersOf,
		revisionsOf,
	};
}

/** @param cards {@link Site.cards}. */
function facetsOf(
	cards: readonly Card[],
	sources: Site["sources"],
	{ person, place }: Names,
): Site["facets"] {
	const lists: Record<FacetKind, Map<string, Listed>> = {
		source: new Map(),
		person: new Map(),
		place: new Map(),
		tag: new Map(),
	};
	const tagNames = new Map<string, string>();
	for (const [at, card] of cards.entries()) {
		list(lists.source, card.source, card, at);
		for (const id of card.people) list(lists.person, id, card, at);
		for (const id of card.places) list(lists.place, id, card, at);
		for (const tag of card.tags) {
			const id = tagId(tag);
			tagNames.set(id, tag);
			list(lists.tag, id, card, at);
		}
	}
	const facets = (kind: FacetKind, nameOf: (id: string) => string) =>
		new Map(
			[...lists[kind]]
				.sort(([a], [b]) => byCodePoint(a, b))
				.map(([id, listed]): [string, Facet] => [
					id,
					{ kind, id, name: nameOf(id), ...listed },
				]),
		);
	return {
		source: facets("source", (id) => sources.get(id)?.name ?? id),
		person: facets("person", person),
		place: facets("place", place),
		tag: facets("tag", (id) => tagNames.get(id) ?? id),
	};
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value) {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

interface Listed {
	readonly cards: Card[];
	readonly places: number[];
}

/** Add `card` to the list of `id`, once: an article that names something twice would follow itself in the list. */
function list(
	lists: Map<string, Listed>,
	id: string,
	card: Card,
	place: number,
): void {
	const known = lists.get(id);
	if (!known) lists.set(id, { cards: [card], places: [place] });
	else if (known.places[known.places.length - 1] !== place) {
		known.cards.push(card);
		known.places.push(place);
	}
}
