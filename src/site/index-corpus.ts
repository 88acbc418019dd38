import { byCodePoint } from "../base/order.ts";
import { namesIn } from "../corpus/names.ts";
import type { Corpus } from "../corpus/store.ts";
import type { Source } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import type { InterfaceLanguage } from "../domain/gazetteer.ts";
import type { Card } from "../domain/manifest.ts";
import { type FacetKind, tagId } from "./addresses.ts";
import { inLanguage } from "./language/in-language.ts";

/** What an owner says about the site beside the corpus. */
export interface SiteOptions {
	/** Where the site will lie, with a slash at its end; absent when that is not known. */
	readonly baseUrl?: string;
	/** Whether web archives lie in the site as they are. */
	readonly keepArchives?: boolean;
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
	const cards: Card[] = [];
	const byId = new Map<string, Card>();
	const revisionsOf = new Map<string, Card[]>();
	const lists: Record<FacetKind, Map<string, Listed>> = {
		source: new Map(),
		person: new Map(),
		place: new Map(),
		tag: new Map(),
	};
	const tagNames = new Map<string, string>();
	for (const card of corpus.manifest.articles) {
		byId.set(card.id, card);
		if (card.revisionOf !== undefined) {
			push(revisionsOf, card.revisionOf, card);
			continue;
		}
		const place = cards.push(card) - 1;
		list(lists.source, card.source, card, place);
		for (const id of card.people) list(lists.person, id, card, place);
		for (const id of card.places) list(lists.place, id, card, place);
		for (const tag of card.tags) {
			const id = tagId(tag);
			tagNames.set(id, tag);
			list(lists.tag, id, card, place);
		}
	}
	const sources = new Map(
		corpus.manifest.sources.map((source) => [source.id, source]),
	);
	const { person, place } = namesIn(corpus.gazetteer, language);
	const names: Record<FacetKind, (id: string) => string> = {
		source: (id) => sources.get(id)?.name ?? id,
		person,
		place,
		tag: (id) => tagNames.get(id) ?? id,
	};
	const facet = (kind: FacetKind) =>
		new Map(
			[...lists[kind]]
				.sort(([a], [b]) => byCodePoint(a, b))
				.map(([id, listed]) => [
					id,
					{ kind, id, name: names[kind](id), ...listed } satisfies Facet,
				]),
		);
	const encountersOf = new Map<string, Encounter[]>();
	for (const encounter of corpus.encounters.encounters) {
		const ids = new Set(encounter.mentions.map(({ articleId }) => articleId));
		for (const id of ids) push(encountersOf, id, encounter);
	}
	return {
		corpus,
		leads: encounters.filter(isLead),
		original,
		options,
		cards,
		byId,
		sources,
		facets: {
			source: facet("source"),
			person: facet("person"),
			place: facet("place"),
			tag: facet("tag"),
		},
		encountersOf,
		revisionsOf,
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

/** An article that names the same thing twice stands in its list once: what was put there last is the one before. */
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
