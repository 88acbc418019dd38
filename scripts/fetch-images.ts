/**
 * Fetch the images that the archive's articles show, once, for the owner's own keeping. This is
 * the only part of the program that asks other servers for anything, and only when it is called.
 *
 *     npm run fetch-images [-- --seeds DIR --corpus DIR --max-mb 20 --pause-ms 1000 --retry-failed]
 *
 * It can be stopped and started again; what failed is said at the end and kept in
 * `seeds/_assets/index.json`.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readArticle, readCorpus } from "../src/corpus/store.ts";
import { fetchAll } from "./images/fetch-all.ts";
import { defaultLimits } from "./images/fetch-one.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run fetch-images -- [options]: fetch the images that the archive's articles show, for your own keeping

  --seeds DIR      where they are kept, in _assets/          (default: seeds)
  --corpus DIR     corpus of the last build                  (default: corpus)
  --max-mb N       leave larger files out                    (default: 20)
  --pause-ms N     between two requests to one host          (default: 1000)
  --retry-failed   ask again for what failed
  --allow-private  also ask hosts of the local network

It can be stopped and started again; what failed for now is asked again by the next run. Exit code 1 when anything did.`;

const { values } = readOptions(usage, {
	seeds: { type: "string", default: "seeds" },
	corpus: { type: "string", default: "corpus" },
	"max-mb": { type: "string", default: "20" },
	"pause-ms": { type: "string", default: "1000" },
	"retry-failed": { type: "boolean", default: false },
	"allow-private": { type: "boolean", default: false },
});
const corpusRoot = resolve(values.corpus);
if (!existsSync(corpusRoot)) {
	console.error(
		`There is no corpus in ${corpusRoot}; run npm run build first.`,
	);
	process.exit(2);
}
const corpus = readCorpus(corpusRoot);
const addresses = corpus.manifest.articles
	.filter(({ figures }) => figures > 0)
	.flatMap(({ id }) => readArticle(corpusRoot, id).figures)
	.map(({ src }) => src)
	.filter((src) => /^https?:/.test(src));
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const summary = await fetchAll({
	seeds: resolve(values.seeds),
	addresses,
	limits: {
		...defaultLimits,
		maxBytes: Number(values["max-mb"]) * 1_000_000,
		allowPrivate: values["allow-private"],
	},
	concurrency: 6,
	pauseMs: Number(values["pause-ms"]),
	retries: 2,
	retryFailed: values["retry-failed"],
	...(process.stderr.isTTY ? { onProgress: drawBar } : {}),
	signal: stop.signal,
});

if (process.stderr.isTTY) process.stderr.write("\n");
if (summary.isOffline)
	console.error(
		"No network: nothing was asked. Run it again when there is one.",
	);
else
	for (const { address, reason, passing } of summary.failed)
		console.log(
			`${passing ? "failed for now" : "failed"}  ${reason}  ${address}`,
		);
console.log(
	`${summary.stored} stored (${(summary.bytes / 1_000_000).toFixed(1)} MB), ${summary.known} already known, ${summary.failed.length} failed`,
);
if (summary.stored > 0)
	console.log("Run npm run build to put them on the pages.");
if (summary.isOffline || summary.failed.some(({ passing }) => passing))
	process.exitCode = 1;

function drawBar(done: number, total: number, failed: number): void {
	const width = 30;
	const filled = Math.round((done / Math.max(1, total)) * width);
	process.stderr.write(
		`\r[${"#".repeat(filled)}${"-".repeat(width - filled)}] ${done}/${total}, ${failed} failed `,
	);
}
