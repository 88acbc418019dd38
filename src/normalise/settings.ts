import type { Config, Limits } from "../domain/config.ts";
import type { OwnersPart } from "../parse/owners-part.ts";
import type { SourceAdapter } from "../sources/adapter.ts";
import { adapterFromData } from "../sources/from-data.ts";
import { hostOf, ofHost } from "../sources/index.ts";

/** What drafting an article must know beside its file. */
export interface DraftSettings {
	readonly limits: Limits;
	/** Adapters of the archive's owner, which come before the program's own. */
	readonly outlets?: readonly SourceAdapter[];
	/** What lies beside a seed file at an address that it writes; absent where a file is read for itself. */
	readonly beside?: (file: string, address: string) => Uint8Array | undefined;
}

/** The settings of an archive; to be made once, as selectors are compiled. */
export function draftSettings({
	limits,
	outlets,
}: Pick<Config, "limits" | "outlets">): DraftSettings {
	return { limits, outlets: outlets.map(adapterFromData) };
}

/**
 * What of a whole page the owner says is the article: its body, and what is read beside it (date, authors, credits).
 *
 * @returns a function of the page's address, which answers `undefined` where the owner says nothing of its body.
 */
export function ownersPart({ outlets = [] }: DraftSettings): OwnersPart {
	return (url) => {
		const host = url === undefined ? undefined : hostOf(url);
		const adapter = host === undefined ? undefined : ofHost(outlets, host);
		const { body, stamp, byline, credits } = adapter ?? {};
		if (!body) return undefined;
		return {
			holds: body,
			isRead: (element) =>
				[stamp, byline, credits].some((read) => read?.(element) !== undefined),
		};
	};
}

/** A picture that was found inside a seed file. */
export interface FoundPicture {
	/** `<sha256>.<extension>`. */
	readonly file: string;
	readonly bytes: Uint8Array;
}

/** Where pictures from inside seed files go. */
export type KeepPicture = (picture: FoundPicture) => void;
