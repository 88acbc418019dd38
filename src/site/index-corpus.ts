import type { Corpus } from "../corpus/store.ts";
import type { Source } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import type { Card } from "../domain/manifest.ts";
import { byCodePoint } from "../domain/order.ts";
import { type FacetKind, tagId } from "./addresses.ts";
import { personName, placeName } from "./names.ts";

/** What an owner says about the site beside the corpus. */
export interface SiteOptions {
	/** Where the site will lie, with a slash at its end; absent when that is not known. */
	readonly baseUrl?: string;
}

/** All articles of one source, person, place or tag, oldest first. */
export interface Facet {
	readonly kind: FacetKind;
	readonly id: string;
	readonly name: string;
	readonly cards: readonly Card[];
}

/** The corpus with the look-ups that planning and rendering share. */
export interface Site {
	readonly corpus: Corpus;
	readonly options: SiteOptions;
	/** Articles without older revisions, oldest first, undated last. */
	readonly cards: readonly Card[];
	readonly byId: ReadonlyMap<string, Card>;
	/** Place of each article in `cards`. */
	readonly position: ReadonlyMap<string, number>;
	readonly sources: ReadonlyMap<string, Source>;
	readonly facets: Readonly<Record<FacetKind, ReadonlyMap<string, Facet>>>;
	readonly encountersOf: ReadonlyMap<string, readonly Encounter[]>;
	/** Older revisions by their canonical article. */
	readonly revisionsOf: ReadonlyMap<string, readonly Card[]>;
}

/** Look-ups over `corpus`, made once for all who plan and render it; reads no article. */
export function indexCorpus(corpus: Corpus, options: SiteOptions = {}): Site {
	const known = sites.get(corpus);
	if (known?.options.baseUrl === options.baseUrl && known) return known;
	const site = makeIndex(corpus, options);
	sites.set(corpus, site);
	return site;
}

const sites = new WeakMap<Corpus, Site>();

function makeIndex(corpus: Corpus, options: SiteOptions): Site {
	const cards: Card[] = [];
	const byId = new Map<string, Card>();
	const position = new Map<string, number>();
	const revisionsOf = new Map<string, Card[]>();
	const lists: Record<FacetKind, Map<string, Card[]>> = {
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
		position.set(card.id, cards.length);
		cards.push(card);
		push(lists.source, card.source, card);
		for (const id of unique(card.people)) push(lists.person, id, card);
		for (const id of unique(card.places)) push(lists.place, id, card);
		for (const tag of unique(card.tags)) {
			const id = tagId(tag);
			tagNames.set(id, tag);
			push(lists.tag, id, card);
		}
	}
	const sources = new Map(
		corpus.manifest.sources.map((source) => [source.id, source]),
	);
	const names: Record<FacetKind, (id: string) => string> = {
		source: (id) => sources.get(id)?.name ?? id,
		person: personName,
		place: placeName,
		tag: (id) => tagNames.get(id) ?? id,
	};
	const facet = (kind: FacetKind) =>
		new Map(
			[...lists[kind]]
				.sort(([a], [b]) => byCodePoint(a, b))
				.map(([id, list]) => [
					id,
					{ kind, id, name: names[kind](id), cards: list } satisfies Facet,
				]),
		);
	const encountersOf = new Map<string, Encounter[]>();
	for (const encounter of corpus.encounters.encounters) {
		const ids = new Set(encounter.mentions.map(({ articleId }) => articleId));
		for (const id of ids) push(encountersOf, id, encounter);
	}
	return {
		corpus,
		options,
		cards,
		byId,
		position,
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

/** An article names a few things: a set of them would cost more than looking. */
function unique(values: readonly string[]): readonly string[] {
	return values.length < 2
		? values
		: values.filter((value, at) => values.indexOf(value) === at);
}
