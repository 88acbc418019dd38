/**
 * What each kind of page shows. A page's bytes are a function of its template and these props
 * (and, on an article page, of the article that `sha256` names), so a hash over them is the
 * page's key. Hence the rule: nothing in props that does not show.
 */
import type { Article, Source } from "../domain/article.ts";
import type { Encounter, Rejected, Timeline } from "../domain/encounter.ts";
import type { FileReport, Report } from "../domain/report.ts";
import type { DiffParagraph } from "../enrich/revision-diff.ts";
import type { FacetKind } from "./addresses.ts";

/** An article in a list. */
export interface Brief {
	readonly id: string;
	readonly headline: string;
	readonly language: string;
	readonly source: string;
	readonly sourceName: string;
	readonly day?: string;
	/** Milliseconds since 1970; `zone` is the outlet's. */
	readonly at?: number;
	readonly zone?: string;
}

/** A brief with the beginning of its text. */
export interface Teaser extends Brief {
	readonly lede: string;
	readonly recorded?: number;
}

/** What the head and foot of every page show. */
export interface ArchiveProps {
	readonly title: string;
	readonly description: string;
	readonly language: "zh-Hans" | "zh-Hant" | "en";
	readonly noindex: boolean;
	/** Ways into the archive that lead somewhere. */
	readonly facets: readonly FacetKind[];
	/** With a slash at its end. */
	readonly baseUrl?: string;
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

/** Articles of one source in one month. */
export interface Coverage {
	readonly rows: readonly {
		readonly name: string;
		readonly path: string;
		/** Years from this source's first to its last, without gaps, ascending. */
		readonly years: readonly string[];
		/** Twelve numbers a year, in the order of `years`. */
		readonly months: readonly number[];
	}[];
}

export interface EncounterRef {
	readonly id: string;
	readonly title: string;
	readonly start: string;
	readonly end: string;
	readonly precision: string;
	readonly city?: string;
	readonly venue?: string;
	readonly status: string;
}

/** A sentence of this article that is evidence for a meeting. */
export interface Evidence {
	readonly encounter: string;
	readonly paragraph: string;
	readonly quote: string;
	readonly role: string;
}

export interface ArticleProps {
	readonly id: string;
	/** SHA-256 of the article's JSON: stands for everything in it. */
	readonly sha256: string;
	readonly previous?: Brief;
	readonly next?: Brief;
	readonly related: readonly Brief[];
	/** On an older revision: the article as it stands now. */
	readonly current?: { readonly id: string; readonly sha256: string };
	readonly revisions: readonly { id: string; recorded?: number }[];
	readonly encounters: readonly EncounterRef[];
	readonly evidence: readonly Evidence[];
	readonly tags: readonly NamedLink[];
	readonly people: readonly NamedLink[];
	readonly places: readonly NamedLink[];
	readonly characters: number;
	/** The owner's note about this source's rights. */
	readonly rights?: string;
}

export interface ListProps {
	/** Absent for the archive's own chronology. */
	readonly facet?: {
		readonly kind: FacetKind;
		readonly id: string;
		readonly name: string;
	};
	readonly source?: Source;
	readonly rights?: string;
	/** `""`, `2023`, `2023-03` or `undated`. */
	readonly period: string;
	readonly total: number;
	readonly up?: NamedLink & { readonly period: string };
	readonly earlier?: NamedLink;
	readonly later?: NamedLink;
	/** Shorter periods inside this one, where it is too full to list. */
	readonly children: readonly Counted[];
	readonly part: number;
	readonly parts: readonly string[];
	/** Newest first when the list shows only the latest of many. */
	readonly briefs: readonly Brief[];
	readonly latestOnly: boolean;
}

/** A meeting with what its evidence needs from the archive. */
export interface EncounterEntry {
	readonly encounter: Encounter;
	/** The articles of its mentions and announcements. */
	readonly articles: Readonly<Record<string, Brief>>;
}

export interface PropsOf {
	readonly home: {
		readonly articles: number;
		readonly first?: string;
		readonly last?: string;
		readonly sources: number;
		readonly latest: readonly Teaser[];
		readonly timelines: readonly (NamedLink & {
			readonly encounters: readonly EncounterRef[];
		})[];
		readonly coverage: Coverage;
	};
	readonly article: ArticleProps;
	readonly timeline: {
		readonly timeline: Timeline;
		readonly others: readonly NamedLink[];
		readonly entries: readonly EncounterEntry[];
		readonly rejected: readonly Rejected[];
		readonly rejectedArticles: Readonly<Record<string, Brief>>;
		readonly first: boolean;
	};
	readonly encounter: {
		readonly entry: EncounterEntry;
		readonly timeline: NamedLink;
		readonly earlier?: EncounterRef;
		readonly later?: EncounterRef;
	};
	readonly search: Record<string, never>;
	readonly years: {
		readonly years: readonly {
			readonly year: string;
			readonly path: string;
			readonly count: number;
			/** Twelve months. */
			readonly months: readonly number[];
		}[];
		readonly undated: number;
	};
	readonly list: ListProps;
	readonly facets: {
		readonly kind: FacetKind;
		readonly total: number;
		readonly items: readonly Counted[];
		readonly part: number;
		readonly parts: readonly string[];
	};
	readonly recent: { readonly briefs: readonly Teaser[] };
	readonly coverage: { readonly coverage: Coverage };
	readonly report: {
		readonly totals: Report["totals"];
		readonly bySource: Report["bySource"];
		readonly byRule: Report["byRule"];
		readonly files: readonly FileReport[];
		readonly part: number;
		readonly parts: readonly string[];
	};
	readonly about: {
		readonly sources: readonly (Source & { readonly rights?: string })[];
		readonly timelines: readonly NamedLink[];
	};
	readonly "not-found": Record<string, never>;
}

export type PageKind = keyof PropsOf;

/** Every kind; each has a template of its name in `templates/pages/`. */
export const pageKinds = [
	"home",
	"article",
	"timeline",
	"encounter",
	"search",
	"years",
	"list",
	"facets",
	"recent",
	"coverage",
	"report",
	"about",
	"not-found",
] as const satisfies readonly PageKind[];

/** What a template is given. */
export interface View<Kind extends PageKind> {
	readonly kind: Kind;
	readonly path: string;
	readonly archive: ArchiveProps;
	readonly props: PropsOf[Kind];
}

/** An article page is also given its article. */
export interface ArticleView extends View<"article"> {
	readonly article: Article;
	/** On an older revision: what became of its paragraphs. */
	readonly changes?: readonly DiffParagraph[];
}
