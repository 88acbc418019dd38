/** The published index outside a browser: for the command line, the benchmark and the tests. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { outlineFile } from "../catalog.ts";
import { twinPath } from "../twins.ts";
import { IndexReader } from "./reader.ts";

/** @param site the root of a built site. @throws when it has no index. */
export function readerOf(site: string): IndexReader {
	const folder = join(site, "search");
	if (!existsSync(join(folder, outlineFile)))
		throw new Error(`${site} holds no search index; build it first.`);
	return new IndexReader(async (path) => {
		const bytes = bytesAt(join(folder, path));
		return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
	});
}

/** Some files are there only as scripts for pages opened from a disk. */
function bytesAt(path: string): Uint8Array {
	if (existsSync(path)) return readFileSync(path);
	const twin = readFileSync(twinPath(path), "utf8");
	return Buffer.from(/,"([^"]*)"\)\s*$/.exec(twin)?.[1] ?? "", "base64");
}
