import { sha256 } from "../domain/order.ts";

/** An output that is no page. */
export interface PlannedFile {
	/** Relative to the site's root. */
	readonly path: string;
	/** SHA-256 over everything its bytes depend on but the code. */
	readonly key: string;
	/** Its bytes; may read articles. */
	write(): string | Buffer;
	/**
	 * The same bytes as lines, each ended by a newline, for a file so large that a build should make
	 * only those lines anew that changed: each line is what a JSON file says, on one line.
	 */
	readonly lines?: {
		/** For each line a hash over everything its bytes depend on but the code. */
		readonly keys: readonly string[];
		/** For each line the path of its JSON file. */
		readonly from: readonly string[];
	};
}

/** A file whose bytes are cheap enough to be their own key. */
export function plainFile(path: string, text: string): PlannedFile {
	return { path, key: sha256(text), write: () => text };
}
