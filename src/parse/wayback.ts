/** Copies in web archives: pages that were saved out of the Wayback Machine, and addresses of copies anywhere. */
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

/** What a copy is of. */
export interface Original {
	readonly url: string;
	/** When it was captured, where the address of the copy says so. */
	readonly captured?: string;
}

/** How archives write the address of a copy: a stamp in the first group, the original's address in the second. */
const copies: readonly RegExp[] = [
	/^https?:\/\/web\.archive\.org\/(?:web\/)?(?:(\d{4,14})(?:[a-z]{2}_)?|\*|\d)\/(https?:\/.+)$/i,
	// pywb and its like: other archives, collections of their own.
	/^https?:\/\/(?:[^/?#]+\/){1,5}?(\d{14})(?:[a-z]{2}_)?\/(https?:\/.+)$/i,
	/^https?:\/\/archive\.(?:ph|today|is|li|vn|md|fo)\/(?:(\d{4}(?:\.?\d\d){2}(?:-?\d{6})?)|o\/\w+|newest|oldest)\/(https?:\/.+)$/i,
	/^https?:\/\/webcache\.googleusercontent\.com\/search\?q=cache:()(?:[\w-]{8,20}:)?(https?:\/[^+&]+)/i,
];

/** @returns `undefined` where the address is not that of a copy. */
export function originalOf(address: string): Original | undefined {
	for (const pattern of copies) {
		const found = pattern.exec(address.slice(0, 4_000));
		if (!found) continue;
		const [, stamp = "", url = ""] = found;
		const digits = stamp.replaceAll(/\D/g, "");
		return {
			// Some servers make one slash of two.
			url: url.replace(/^(https?:)\/+/i, "$1//"),
			...(digits === "" ? {} : { captured: stampOf(digits) }),
		};
	}
	return undefined;
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
