/**
 * One hash over all source files. Plain JavaScript, as a command asks for it before there is anything that reads TypeScript.
 */
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * One hash over every source file and the lock file: the cheap test for "nothing changed".
 *
 * @param {string} root the project's folder.
 * @returns {string} 32 hex digits.
 */
export function sourceHash(root) {
	return hashOf(root, [
		"package-lock.json",
		".eleventy.ts",
		...sourcesBelow(root, "src"),
		...sourcesBelow(root, "templates"),
	]);
}

/**
 * Source files below a folder of the project, relative to the project, in no particular order.
 *
 * @param {string} root the project's folder.
 * @param {string} folder
 * @returns {string[]}
 */
export function sourcesBelow(root, folder) {
	return readdirSync(join(root, folder), {
		recursive: true,
		withFileTypes: true,
	})
		.filter(
			(entry) => entry.isFile() && /\.(?:mjs|tsx?|css|json)$/.test(entry.name),
		)
		.map((entry) =>
			relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
		);
}

/**
 * One hash over the names and bytes of `files`, in whatever order they come; those that do not exist are passed over.
 *
 * @param {string} root the project's folder.
 * @param {readonly string[]} files relative to it; plain names, so that any sort gives one order.
 * @returns {string} 32 hex digits.
 */
export function hashOf(root, files) {
	const lines = files
		.filter((path) => existsSync(join(root, path)))
		.sort()
		.map((path) => `${path} ${fingerprint(readFileSync(join(root, path)))}`);
	return fingerprint(lines.join("\n"));
}

/**
 * As `fingerprint` of `base/order.ts`, which is TypeScript.
 *
 * @param {string | Uint8Array} data
 */
export function fingerprint(data) {
	return hash(data.length < 1_000 ? "sha256" : "blake2b512", data).slice(0, 32);
}
