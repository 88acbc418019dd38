import type { Config, Limits } from "../domain/config.ts";
import type { SourceAdapter } from "../sources/adapter.ts";
import { adapterFromData } from "../sources/from-data.ts";

/** What drafting an article must know beside its file. */
export interface DraftSettings {
	readonly limits: Limits;
	/** Adapters of the archive's owner, which come before the program's own. */
	readonly outlets?: readonly SourceAdapter[];
}

/** The settings of an archive; to be made once, as selectors are compiled. */
export function draftSettings({
	limits,
	outlets,
}: Pick<Config, "limits" | "outlets">): DraftSettings {
	return { limits, outlets: outlets.map(adapterFromData) };
}

/** A picture that was found inside a seed file. */
export interface FoundPicture {
	/** `<sha256>.<extension>`. */
	readonly file: string;
	readonly bytes: Uint8Array;
}

/** Where pictures from inside seed files go. */
export type KeepPicture = (picture: FoundPicture) => void;
