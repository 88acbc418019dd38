/** Pages that were saved out of the Wayback Machine. */
import type { Removed } from "./envelope.ts";
import { parseHtml } from "./html.ts";
import { inOneLine, textsOf } from "./page-parts.ts";

/** The Wayback Machine's banner goes, and its addresses become the original ones. */
export function withoutArchive(text: string): {
	readonly html: string;
	readonly removed: readonly Removed[];
	readonly captured?: string;
} {
	const removed: Removed[] = [];
	let captured: string | undefined;
	const html = text
		.replace(
			/<!-- BEGIN WAYBACK TOOLBAR INSERT -->((?:(?!<!-- BEGIN WAYBACK)[\s\S])*?)<!-- END WAYBACK TOOLBAR INSERT -->/g,
			(_all, banner: string) => {
				removed.push({ rule: "parse/archive-banner", text: shown(banner) });
				// Its first sign may be the end of a comment that somebody else began.
				return "<!-- -->";
			},
		)
		.replace(
			/(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(?=(?:https?:)?\/\/|mailto:)/g,
			(_all, stamp: string) => {
				captured ??= stamp;
				return "";
			},
		);
	return captured === undefined
		? { html, removed }
		: { html, removed, captured: stampOf(captured) };
}

/** `20210702101112` → `2021-07-02T10:11:12Z`. */
function stampOf(digits: string): string {
	const [year, month, day, hour, minute, second] = [
		digits.slice(0, 4),
		...(digits.slice(4).match(/\d\d/g) ?? []),
	];
	return `${year}-${month ?? "01"}-${day ?? "01"}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}Z`;
}

function shown(markup: string): string {
	return inOneLine(textsOf(parseHtml(markup, 500)).map(({ value }) => value));
}
