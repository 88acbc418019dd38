import { sha256 } from "../../base/order.ts";

/** An output that is no page. */
export interface PlannedFile {
	/** Relative to the site's root. */
	readonly path: string;
	/** Hash over everything its bytes depend on but the code. */
	readonly key: string;
	/** Its bytes; may read articles. */
	write(): string | Buffer;
}

/** A file whose bytes are cheap enough to be their own key. */
export function plainFile(path: string, text: string): PlannedFile {
	return { path, key: sha256(text), write: () => text };
}
