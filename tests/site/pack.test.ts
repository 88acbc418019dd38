import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { packSite } from "../../src/site/portable.ts";
import { scratchFolder } from "../support/scratch.ts";
import { buildSample, filesUnder } from "./build-sample.ts";

test("a pack holds every file of the site beside a page to begin with, and packs to the same bytes twice", async () => {
	const { root } = await buildSample(scratchFolder());
	const folder = scratchFolder();
	const first = await packSite(root, join(folder, "a.zip"), "archive");
	await packSite(root, join(folder, "b.zip"), "archive");
	expect(first.files).toBe(filesUnder(root).length + 1);
	expect(readFileSync(join(folder, "a.zip"))).toEqual(
		readFileSync(join(folder, "b.zip")),
	);
	const unpacked = unzip(readFileSync(join(folder, "a.zip")));
	const start = unpacked.get("archive/READ ME FIRST.html")?.toString() ?? "";
	const target = /href="(site\/index\.html)"/.exec(start)?.[1] ?? "";
	expect(unpacked.get(`archive/${target}`)).toEqual(
		readFileSync(join(root, "index.html")),
	);
	expect([...unpacked.keys()].sort()).toEqual(
		[
			"archive/READ ME FIRST.html",
			...filesUnder(root).map((path) => `archive/site/${path}`),
		].sort(),
	);
});

/** The files of a zip by its central directory (APPNOTE 4.3.12), as another program would find them. */
function unzip(zip: Buffer): Map<string, Buffer> {
	const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
	const files = new Map<string, Buffer>();
	let at = zip.readUInt32LE(end + 16);
	for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
		const method = zip.readUInt16LE(at + 10);
		const size = zip.readUInt32LE(at + 20);
		const nameLength = zip.readUInt16LE(at + 28);
		const local = zip.readUInt32LE(at + 42);
		const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
		const from =
			local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(from, from + size);
		files.set(name, method === 8 ? inflateRawSync(data) : data);
		at +=
			46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return files;
}
