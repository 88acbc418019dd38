import { sha256 } from "../../base/order.ts";
import type { Pieces } from "../../base/pieces.ts";

/** An output that is no page. */
export type PlannedFile = PlainFile | PiecedFile;

interface PlainFile {
	/** Relative to the site's root. */
	readonly path: string;
	/** SHA-256 over everything its bytes depend on but the code. */
	readonly key: string;
	/** Its bytes; may read articles. */
	write(): string | Buffer;
}

/** A file so large that a build should make only those pieces anew that changed. */
interface PiecedFile {
	readonly path: string;
	readonly pieces: Pieces;
}

/** A file whose bytes are cheap enough to be their own key. */
export function plainFile(path: string, text: string): PlainFile {
	return { path, key: sha256(text), write: () => text };
}
