/** What drafting a file gives, and what it has at hand. */
import type { Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { DraftSettings, KeepPicture } from "./settings.ts";

/** One article of a file, or a part of it that is none and should be. */
export interface DraftedPart {
	/** Which of the file's articles; absent for that of a file that is one article. */
	readonly name?: string;
	/** Of the file, or of the part. */
	readonly sha256: string;
	readonly bytes: number;
	/** Absent when it is quarantined: the first error among the findings says why. */
	readonly draft?: Draft;
	readonly diagnostics: readonly Diagnostic[];
}

/** What a file turned out to be. */
export interface DraftedFile {
	readonly sha256: string;
	readonly bytes: number;
	/** The file's own article, or why it has none; absent when it holds many. */
	readonly single?: DraftedPart;
	/** Set where the file is a web archive, which readers may want as a whole. */
	readonly archive?: "warc" | "wacz";
	/** About a file of many as a whole. */
	readonly diagnostics: readonly Diagnostic[];
}

/** What a file's reader has at hand. */
export interface DraftTools {
	readonly settings: DraftSettings;
	/**
	 * Called for each article of a file of many as it is read, in order, so that they need not all be in memory; without one,
	 * again and again while reading goes on.
	 */
	readonly onPart: (part?: DraftedPart) => void;
	/** Called for each picture inside the file that belongs to an article. */
	readonly keep: KeepPicture;
}
