import type { Credit, Source } from "../domain/article.ts";
import type { Element } from "../parse/html.ts";
import { anyRole, withoutRole } from "../parse/roles.ts";

/** A date that an outlet itself put into the body. */
export interface Stamp {
	/** The words as they stand there. */
	readonly text: string;
	/** The same in a form that `parseWhen` reads, where the words are not. */
	readonly read?: string;
	/** The agency that stands beside it. */
	readonly agency?: string;
}

/** A block of text near the beginning or the end of an article, and where it stands. */
export interface Passage {
	readonly text: string;
	/** Blocks after this one. */
	readonly after: number;
	/** Blocks before this one. */
	readonly before: number;
}

/** What an outlet's closing or opening words say about the making of the article. */
export interface Note {
	readonly credits?: readonly Credit[];
	readonly bylines?: readonly string[];
	readonly stamp?: Stamp;
	/** How many UTF-16 units at the end of the passage go with it; `all` takes the whole passage. */
	readonly takes?: number | "all";
	/** Rule id under which what it takes is counted. */
	readonly rule?: string;
}

/**
 * What is peculiar to one outlet. An adapter reports what is written and decides nothing: which
 * witness of the date wins, or what becomes of a picture, is settled in `normalise/`.
 */
export interface SourceAdapter {
	readonly source: Source;
	/** Host names; a subdomain of one of them counts too. */
	readonly hosts: readonly string[];
	/** What crawlers call the outlet in `author`, `categories` and `tags`. */
	readonly names: readonly string[];
	/** Headlines lose the outlet's own prefix or suffix; an empty text leaves it to the rules for any outlet. */
	readonly headline?: (title: string) => string;
	/** Whether an element of a whole page holds the article, or a part of it. */
	readonly body?: (element: Element) => boolean;
	/** The rule id under which an element goes with everything in it. */
	readonly boilerplate?: (element: Element) => string | undefined;
	/** The outlet's stamp, when this element is nothing but that. */
	readonly stamp?: (element: Element) => Stamp | undefined;
	/** The names in an element that is nothing but a byline; an empty list for one without names. */
	readonly byline?: (element: Element) => readonly string[] | undefined;
	/** The credits in an element that is nothing but credits. */
	readonly credits?: (element: Element) => readonly Credit[] | undefined;
	/** What a passage says about the making of the article. */
	readonly note?: (passage: Passage) => Note | undefined;
}

const anotherRole = new RegExp(
	`\\s*[,，、;；&＆]\\s*|\\s+(?:and|和|与)\\s+|\\s{2,}|\\s+(?=${anyRole}\\s*[/／：:])`,
	"u",
);

/** `A、B`, `A, B and C`, `A & B` → the names; titles, roles and “& more” go. */
export function splitNames(text: string): readonly string[] {
	return text
		.split(anotherRole)
		.map((name) => withoutRole(name.replace(/^by\b\s*/i, "").trim()).trim())
		.filter((name) => name !== "" && !/^(?:more|et al\.?)$/i.test(name));
}
