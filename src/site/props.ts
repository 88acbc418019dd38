/** What the props of several kinds of page have in common; each kind's own are in `pages/`. */
import type { Encounter } from "../domain/encounter.ts";
import type { InterfaceLanguage } from "../domain/gazetteer.ts";
import type { Card } from "../domain/manifest.ts";
import type { FacetKind } from "./addresses.ts";

/** An article in a list. */
export interface Brief {
	readonly id: string;
	readonly headline: string;
	readonly language: string;
	readonly source: string;
	readonly sourceName: string;
	readonly day?: string | undefined;
	/** Milliseconds since 1970; `zone` is the outlet's. */
	readonly at?: number | undefined;
	readonly zone?: string | undefined;
	/** Its first picture, where that is stored. */
	readonly picture?: Card["picture"] | undefined;
}

/** A brief with the beginning of its text. */
export interface Teaser extends Brief {
	readonly lede: string;
	readonly recorded?: number | undefined;
}

/** What the head and foot of every page show. */
export interface ArchiveProps {
	readonly title: string;
	/** For the header, where the title is long. */
	readonly shortName?: string | undefined;
	readonly description: string;
	readonly language: InterfaceLanguage;
	/** All languages of the interface, the first first, where there are several; folders of their pages end in `/`. */
	readonly languages?:
		| readonly {
				readonly language: InterfaceLanguage;
				readonly folder: string;
		  }[]
		| undefined;
	readonly noindex: boolean;
	/** Whether there is a style sheet of the owner's. */
	readonly hasLook: boolean;
	/** The owner's mark, in CSS pixels; `icon` and `card` are squares of it, where it fills one. */
	readonly logo?:
		| {
				readonly path: string;
				readonly width: number;
				readonly height: number;
				readonly icon?: string | undefined;
				readonly card?: string | undefined;
		  }
		| undefined;
	/** Path of the chronicle, or of the overview where there are several. */
	readonly chronicle: string;
	/** Facets of which some article has one. */
	readonly facets: readonly FacetKind[];
	/** Whether the owner put collections together. */
	readonly hasCollections: boolean;
	/** Pages of the owner's own; those without `nav` stand in the foot. */
	readonly pages: readonly (NamedLink & { readonly nav: boolean })[];
	/** With a slash at its end. */
	readonly baseUrl?: string | undefined;
	/** Whether web archives lie in the site as they are. */
	readonly keepsArchives: boolean;
}

/** A link with how much lies behind it. */
export interface Counted {
	readonly name: string;
	readonly path: string;
	readonly count: number;
}

export interface NamedLink {
	readonly name: string;
	readonly path: string;
}

export interface EncounterRef {
	readonly id: string;
	readonly title: string;
	readonly start: string;
	readonly end: string;
	readonly precision: string;
	readonly city?: string | undefined;
	readonly venue?: string | undefined;
	readonly status: string;
}

/** A sentence of this article that is evidence for a meeting. */
export interface Evidence {
	readonly encounter: string;
	readonly paragraph: string;
	readonly quote: string;
	readonly role: string;
}

/** A meeting with what its evidence needs from the archive. */
export interface EncounterEntry {
	readonly encounter: Encounter;
	/** The articles of its mentions and announcements. */
	readonly articles: Readonly<Record<string, Brief>>;
}
