import type { Limits } from "../domain/config.ts";
import type { SourceAdapter } from "../sources/adapter.ts";

/** What drafting an article must know beside its file. */
export interface DraftSettings {
	readonly limits: Limits;
	/** Adapters of the archive's owner, which come before the program's own. */
	readonly outlets?: readonly SourceAdapter[];
}

/** A picture that was found inside a seed file. */
export interface FoundPicture {
	/** `<sha256>.<extension>`. */
	readonly file: string;
	readonly bytes: Uint8Array;
}

/** Where pictures from inside seed files go. */
export type KeepPicture = (picture: FoundPicture) => void;
