/** What `_corrections.yml` says of articles that lie at another address now: `- {moved: OLD, to: NEW}`. */
import { publishedId } from "../domain/addresses.ts";
import { idOfAddress } from "../domain/article-id.ts";
import { canonicalUrl } from "../normalise/address.ts";

/** One entry; `line` is 1-based. */
export interface Move {
	/** Ids. */
	readonly from: string;
	readonly to: string;
	readonly line: number;
}

/** Whether an entry of the corrections is about an address, and not about a meeting. */
export function isMove(item: unknown): item is Record<string, unknown> {
	return typeof item === "object" && item !== null && "moved" in item;
}

/**
 * @param item with {@link isMove}; both its values are ids, or both addresses of the original.
 * @returns the entry, or what is wrong with it as a sentence.
 */
export function readMove(
	{ moved, to, ...rest }: Record<string, unknown>,
	line: number,
): Move | string {
	const stray = Object.keys(rest).find(
		(key) => !["note", "source"].includes(key),
	);
	if (stray !== undefined) return `“${stray}” is no field of “moved”.`;
	const from = idIn(moved);
	const target = idIn(to);
	if (from === undefined) return noAddress("moved", moved);
	if (target === undefined) return noAddress("to", to);
	if (from === target)
		return "“moved” and “to” name the same article; take this entry away.";
	return { from, to: target, line };
}

function noAddress(field: string, value: unknown): string {
	return value === undefined
		? `“moved” needs “${field}”.`
		: `“${field}” must be the id of an article (16 hex digits) or the http(s) address that it came from.`;
}

/** The id that a text means: itself, or that of the article at this address. */
function idIn(text: unknown): string | undefined {
	if (typeof text !== "string") return undefined;
	if (publishedId.safeParse(text).success) return text;
	const address = canonicalUrl(text);
	return address === undefined ? undefined : idOfAddress(address);
}
