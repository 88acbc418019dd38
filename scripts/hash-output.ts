/**
 * `npm run hash-output -- DIR...`: builds each folder of seeds anew, and a made archive, and prints one hash over every path
 * and byte of corpus and site: a change of the machinery that is no change of a format leaves the hashes as they are.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sha256 } from "../src/base/order.ts";
import { defaults } from "../src/config.ts";
import { build } from "../src/pipeline.ts";
import { treeOf } from "../tests/support/tree.ts";
import { writeSeeds } from "./make-corpus/write-seeds.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run hash-output -- [options] [DIR...]: one hash over corpus and site of each folder of seeds

  --made N         also build an archive of N made articles  (default: 0)
  --characters N   characters of each, on the average        (default: 1100)
  --workers N      processes that read and index             (default: one per core)`;

const { values, positionals } = readOptions(
	usage,
	{
		made: { type: "string", default: "0" },
		characters: { type: "string", default: "1100" },
		workers: { type: "string", default: String(availableParallelism()) },
	},
	true,
);

const root = mkdtempSync(join(tmpdir(), "biannian-hash-"));
try {
	for (const seeds of positionals) await hash(seeds, resolve(seeds));
	const made = Number(values.made);
	if (made > 0) {
		const seeds = join(root, "seeds");
		writeSeeds(seeds, made, Number(values.characters));
		await hash(`${made} made articles`, seeds);
	}
} finally {
	rmSync(root, { recursive: true, force: true });
}

async function hash(name: string, seeds: string): Promise<void> {
	const folder = mkdtempSync(join(root, "built-"));
	const [out, corpus] = [join(folder, "site"), join(folder, "corpus")];
	await build({
		...{ seeds, out, corpus, cache: join(folder, "cache"), config: defaults },
		workers: Number(values.workers),
		...{ portable: true, strict: false, quiet: true, json: false },
	});
	for (const tree of [corpus, out]) {
		const lines = Object.entries(treeOf(tree)).map(
			([path, hash]) => `${hash}  ${path}\n`,
		);
		const kind = tree === corpus ? "corpus" : "site";
		console.log(
			`${sha256(lines.join(""))}  ${kind} of ${name}, ${lines.length} files`,
		);
	}
	rmSync(folder, { recursive: true, force: true });
}
