/**
 * Where the compiled code of this version lies in a cache, and whether it is whole. Plain JavaScript, as a command looks for
 * itself there before there is anything that reads TypeScript.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./source-hash.mjs";

/** Name of the list in the folder. */
export const listName = "code.json";

/**
 * @typedef {object} CodeList
 * @property {Readonly<Record<string, string>>} versions of every part of the program, by its name.
 * @property {Readonly<Record<string, string>>} command files that the command is made of, and their fingerprints.
 * @property {Readonly<Record<string, string>>} processes the same of the other processes.
 */

/**
 * The folder is named by the sources and by their place, as packages are named by theirs in the code.
 *
 * @param {string} root the project's folder.
 * @param {string} cache the cache folder.
 * @param {string} sources what `sourceHash` says of the project.
 * @returns {string}
 */
export function codeFolder(root, cache, sources) {
	const version = fingerprint(sources + root).slice(0, 16);
	return join(cache, "code", version);
}

/**
 * @param {CodeList} list
 * @returns {string} its text, a checksum below it.
 */
export function listText(list) {
	const text = `${JSON.stringify(list)}\n`;
	return text + fingerprint(text);
}

/**
 * @param {string} folder
 * @param {"command" | "processes"} part whose files must be there and undamaged.
 * @returns {CodeList | undefined} `undefined` where they are not.
 */
export function readCodeList(folder, part) {
	try {
		const text = readFileSync(join(folder, listName), "utf8");
		const end = text.lastIndexOf("\n") + 1;
		if (text.slice(end) !== fingerprint(text.slice(0, end))) return undefined;
		const list = /** @type {CodeList} */ (JSON.parse(text.slice(0, end)));
		const isWhole = Object.entries(list[part]).every(
			([name, hash]) => fingerprint(readFileSync(join(folder, name))) === hash,
		);
		return isWhole ? list : undefined;
	} catch {
		return undefined;
	}
}
