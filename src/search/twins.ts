/**
 * Pages opened from a disk may not fetch files, but they may load scripts: a file's twin is a
 * script that hands over the same bytes as base64.
 */

/** Name of the function, on the page, that takes a twin's path (below `search/`) and bytes. */
export const twinReceiver = "biannianTwin";

/** The script that stands for the file at `path`. */
export function twinOf(path: string, bytes: Uint8Array): string {
	return `${twinReceiver}("${path}","${Buffer.from(bytes).toString("base64")}")\n`;
}

/** `c12.bin` → `c12.js`. */
export function twinPath(path: string): string {
	return path.replace(/\.bin$/, ".js");
}
