/**
 * Pages opened from a disk may not fetch files, but they may load scripts: a file's twin is a
 * script that hands over the same bytes as base64.
 */

/** Name of the function, on a page, that takes a twin's path (below `search/`) and its bytes. */
export const twinReceiver = "biannianTwin";

/** `index/1.pf_index` → `index/1.pf_index.js`. */
export function twinPath(path: string): string {
	return `${path}.js`;
}

/** The script that stands for the file at `path` (below `search/`). */
export function twinOf(path: string, bytes: Uint8Array): string {
	return `${twinReceiver}("${path}","${Buffer.from(bytes).toString("base64")}")\n`;
}
