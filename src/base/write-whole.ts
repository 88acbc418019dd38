import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { scratchName } from "./scratch-name.ts";

/**
 * Write a file whole or not at all: a process that dies while writing must not leave half of it.
 *
 * @param parts of its content, one behind the other.
 * @param stem what the file in the making is called, see {@link scratchName}; beside `path` unless given.
 */
export function writeWhole(
	path: string,
	parts: readonly (string | Uint8Array)[],
	stem = path,
): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(stem)}0`;
	for (const [at, part] of parts.entries())
		writeFileSync(temporary, part, { flag: at === 0 ? "w" : "a" });
	renameSync(temporary, path);
}
