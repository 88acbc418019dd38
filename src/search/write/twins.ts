/**
 * Pages opened from a disk may not fetch files, but they may load scripts: a file's twin is a
 * script that hands over the same bytes as base64.
 */
import { twinReceiver } from "../twin-names.ts";

/** The script that stands for the file at `path` (below `search/`). */
export function twinOf(path: string, bytes: Uint8Array): string {
	return `${twinReceiver}("${path}","${Buffer.from(bytes).toString("base64")}")\n`;
}
