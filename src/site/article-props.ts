import type { Card } from "../domain/manifest.ts";
import { tagId } from "./addresses.ts";
import { briefOf, namedLinks } from "./briefs.ts";
import type { Site } from "./index-corpus.ts";
import type { ArticleProps } from "./props.ts";
import { encounterRef } from "./timeline-props.ts";

/** What an article's page shows besides the article itself. */
export function articleProps(site: Site, id: string): ArticleProps {
	const card = site.byId.get(id);
	if (!card) throw new Error(`no article ${id} in the manifest`);
	const at = site.position.get(id);
	// Undated articles stand at the end of the list, which is no place in time.
	const neighbour = (offset: number) => {
		const other =
			at === undefined || card.day === undefined
				? undefined
				: site.cards[at + offset];
		return other?.day === undefined ? undefined : briefOf(site, other);
	};
	const previous = neighbour(-1);
	const next = neighbour(1);
	const rights = site.corpus.manifest.archive.rights[card.source];
	const encounters = site.encountersOf.get(id) ?? [];
	return {
		id,
		sha256: card.sha256,
		...(previous ? { previous } : {}),
		...(next ? { next } : {}),
		related: (card.related ?? []).flatMap((other) => {
			const known = site.byId.get(other);
			return known ? [briefOf(site, known)] : [];
		}),
		...currentOf(site, card),
		revisions: (site.revisionsOf.get(id) ?? []).map((revision) => ({
			id: revision.id,
			...(revision.recorded === undefined
				? {}
				: { recorded: revision.recorded }),
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
		tags: namedLinks(site.facets.tag, card.tags.map(tagId)),
		people: namedLinks(site.facets.person, card.people),
		places: namedLinks(site.facets.place, card.places),
		characters: card.characters,
		...(rights === undefined ? {} : { rights }),
	};
}

function currentOf(site: Site, card: Card): Pick<ArticleProps, "current"> {
	const current =
		card.revisionOf === undefined ? undefined : site.byId.get(card.revisionOf);
	return current === undefined
		? {}
		: { current: { id: current.id, sha256: current.sha256 } };
}
