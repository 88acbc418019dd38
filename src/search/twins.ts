import { twinReceiver } from "./twin-names.ts";

/**
 * The script that stands for the file at `path` (below `search/`). Pages opened from a disk may not
 * fetch files, but they may load scripts: this one hands over the same bytes as base64.
 */
export function twinOf(path: string, bytes: Uint8Array): string {
	return `${twinReceiver}("${path}","${Buffer.from(bytes).toString("base64")}")\n`;
}
