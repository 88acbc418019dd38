import type { Card } from "../../domain/manifest.ts";
import { articlePath, tagId } from "../addresses.ts";
import { briefKeyAt, briefOf, namedLinks } from "../briefs.ts";
import type { Site } from "../index-corpus.ts";
import type { Brief, EncounterRef, Evidence, NamedLink } from "../props.ts";
import type { Pages } from "./page-kind.ts";
import { encounterRef } from "./timeline.ts";

export interface ArticleProps {
	readonly id: string;
	/** SHA-256 of the article's JSON: stands for everything in it. */
	readonly sha256: string;
	readonly previous?: Brief | undefined;
	readonly next?: Brief | undefined;
	readonly related: readonly Brief[];
	/** On an older revision: the article as it stands now. */
	readonly current?: Pick<Card, "id" | "sha256"> | undefined;
	readonly revisions: readonly {
		readonly id: string;
		readonly recorded?: number | undefined;
	}[];
	readonly encounters: readonly EncounterRef[];
	readonly evidence: readonly Evidence[];
	readonly tags: readonly NamedLink[];
	readonly people: readonly NamedLink[];
	readonly places: readonly NamedLink[];
	readonly characters: number;
	/** The owner's note about this source's rights. */
	readonly rights?: string | undefined;
}

export const article: Pages<ArticleProps> = {
	list: (site) =>
		site.corpus.manifest.articles.map(({ id }) => ({
			path: articlePath(id),
			params: { id },
		})),
	props: (site, { params }) => articleProps(site, params.id ?? ""),
	key: (site, { params }) => articleKey(site, cardNamed(site, params.id ?? "")),
};

/** What an article's page shows besides the article itself. */
function articleProps(site: Site, id: string): ArticleProps {
	const card = cardNamed(site, id);
	return {
		id,
		sha256: card.sha256,
		...neighbours(site, card),
		...broughtByOthers(site, card),
		tags: namedLinks(site.facets.tag, card.tags.map(tagId)),
		people: namedLinks(site.facets.person, card.people),
		places: namedLinks(site.facets.place, card.places),
		characters: card.characters,
		rights: site.corpus.manifest.archive.rights[card.source],
	};
}

/** What articles that it has to do with and the meetings bring. */
function broughtByOthers(site: Site, card: Card) {
	const { id } = card;
	const encounters = site.encountersOf.get(id) ?? [];
	return {
		related: (card.related ?? []).flatMap((other) => {
			const known = site.byId.get(other);
			return known ? [briefOf(site, known)] : [];
		}),
		current: currentOf(site, card),
		revisions: (site.revisionsOf.get(id) ?? []).map(({ id, recorded }) => ({
			id,
			recorded,
		})),
		encounters: encounters.map(encounterRef),
		evidence: encounters.flatMap((encounter) =>
			encounter.mentions
				.filter(({ articleId }) => articleId === id)
				.map(({ paragraph, quote, role }) => ({
					encounter: encounter.id,
					paragraph,
					quote,
					role,
				})),
		),
	};
}

function currentOf(site: Site, card: Card): ArticleProps["current"] {
	const current = site.byId.get(card.revisionOf ?? "");
	return current && { id: current.id, sha256: current.sha256 };
}

/**
 * All that the bytes of an article's page depend on, shorter than its props. Tags, people,
 * places and length are in the article, which its hash stands for; only what other articles and
 * the meetings bring is written out, and most articles have nothing of that but neighbours.
 */
function articleKey(site: Site, card: Card): string {
	const { id } = card;
	const at = placeInTime(site, card);
	const alone =
		card.related === undefined &&
		!site.revisionsOf.has(id) &&
		!site.encountersOf.has(id);
	// What an older text names may have lost its page.
	const others =
		card.revisionOf !== undefined
			? articleProps(site, id)
			: alone
				? undefined
				: broughtByOthers(site, card);
	return [
		card.sha256,
		neighbourKey(site, at, -1),
		neighbourKey(site, at, 1),
		site.corpus.manifest.archive.rights[card.source],
		JSON.stringify(others),
	].join("\n");
}

function cardNamed(site: Site, id: string): Card {
	const card = site.byId.get(id);
	if (!card) throw new Error(`no article ${id} in the manifest`);
	return card;
}

/** The dated articles before and after; undated ones stand at the end, which is no place in time. */
function neighbours(site: Site, card: Card) {
	const at = placeInTime(site, card);
	const brief = (step: number) => {
		const other = neighbourAt(site, at, step);
		return other && briefOf(site, other);
	};
	return { previous: brief(-1), next: brief(1) };
}

/** Its place among {@link Site.cards}; older texts and undated articles have none. */
function placeInTime(site: Site, card: Card): number | undefined {
	return card.day === undefined ? undefined : placesOf(site).get(card);
}

function neighbourAt(
	{ cards }: Site,
	at: number | undefined,
	step: number,
): Card | undefined {
	const other = at === undefined ? undefined : cards[at + step];
	return other?.day === undefined ? undefined : other;
}

function neighbourKey(
	site: Site,
	at: number | undefined,
	step: number,
): string {
	return at !== undefined && neighbourAt(site, at, step)
		? briefKeyAt(site, at + step)
		: "";
}

const places = new WeakMap<Site, ReadonlyMap<Card, number>>();

/** The place of each article among {@link Site.cards}. */
function placesOf(site: Site): ReadonlyMap<Card, number> {
	const known = places.get(site);
	if (known) return known;
	const all = new Map(site.cards.map((card, place) => [card, place]));
	places.set(site, all);
	return all;
}
