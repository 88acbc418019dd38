/**
 * `npm run bench:ingest`: what an ingest process spends on each stage, on generated articles.
 *
 *     npm run bench:ingest -- --articles 1000 --characters 8000
 *     npm run bench:ingest -- --seeds DIR
 *
 * Processor time of this process, garbage collection included, so that a busy machine changes little.
 */
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprint, sha256, stableJson } from "../src/base/order.ts";
import { defaults } from "../src/config.ts";
import type { Draft } from "../src/domain/article.ts";
import type { SeedFile } from "../src/domain/seed-file.ts";
import { readClaims } from "../src/enrich/claims.ts";
import { summaryOf } from "../src/enrich/copies.ts";
import { namedIn } from "../src/enrich/gazetteer/index.ts";
import { signatureOf } from "../src/enrich/signature.ts";
import { keyPrefix, recordKey } from "../src/ingest/file-record.ts";
import { draftArticle } from "../src/normalise/draft.ts";
import { draftSettings } from "../src/normalise/settings.ts";
import { walkSeeds } from "../src/read/walk.ts";
import { writeSeeds } from "./make-corpus/write-seeds.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run bench:ingest -- [options]: what an ingest process spends on each stage, in processor time

  --articles N     articles to make up                       (default: 1000)
  --characters N   characters of each, on the average        (default: 8000)
  --seeds DIR      take the files of this folder instead`;

const { values } = readOptions(usage, {
	articles: { type: "string", default: "1000" },
	characters: { type: "string", default: "8000" },
	seeds: { type: "string" },
});

/** Files that a stage takes at once: the clock of a process ticks too slowly for one. */
const batch = 50;

const root = mkdtempSync(join(tmpdir(), "biannian-stages-"));
try {
	const seeds = values.seeds ?? join(root, "seeds");
	if (!values.seeds)
		writeSeeds(seeds, Number(values.articles), Number(values.characters));
	const paths = walkSeeds(seeds).value.slice(0, Number(values.articles));
	const spent = new Map<string, number>();
	for (let from = 0; from < paths.length; from += batch) {
		// The first batches compile the code; they are no part of the answer where there are enough others.
		if (from === 2 * batch && paths.length > 4 * batch) spent.clear();
		ingest(seeds, paths.slice(from, from + batch), spent);
	}
	print(
		spent,
		paths.length > 4 * batch ? paths.length - 2 * batch : paths.length,
	);
} finally {
	rmSync(root, { recursive: true, force: true });
}

/** The stages of `src/ingest/worker.ts`, one after another for many files. */
function ingest(
	seeds: string,
	paths: readonly string[],
	spent: Map<string, number>,
): void {
	const stage = <Value>(name: string, run: () => Value): Value => {
		const before = process.cpuUsage();
		const value = run();
		const { user, system } = process.cpuUsage(before);
		spent.set(name, (spent.get(name) ?? 0) + (user + system) / 1000);
		return value;
	};
	const files = stage("read", () =>
		paths.map((path): SeedFile => {
			const bytes = readFileSync(join(seeds, path));
			return { path, bytes };
		}),
	);
	const drafting = draftSettings(defaults);
	const drafts = stage("draft", () =>
		files
			.map((file) => draftArticle(file, drafting).value)
			.filter((draft): draft is Draft => draft !== undefined),
	);
	const settings = {
		...{ seeds, drafts: root, pictures: root, version: "" },
		limits: defaults.limits,
		timelines: defaults.timelines,
		outlets: defaults.outlets,
		gazetteer: defaults.gazetteer,
	};
	stage("store", () => {
		for (const { path, bytes } of files)
			recordKey(keyPrefix(settings), path, sha256(bytes));
		mkdirSync(join(root, "drafts"), { recursive: true });
		drafts.forEach((draft, index) => {
			const text = stableJson(draft);
			fingerprint(text);
			writeFileSync(join(root, "drafts", `${index}.json`), text);
		});
	});
	stage("summary, signature", () =>
		drafts.map((draft) => [summaryOf(draft), signatureOf(draft)]),
	);
	stage("people, places", () => drafts.map((draft) => namedIn(draft)));
	stage("claims", () =>
		drafts.map((draft) => readClaims(draft, defaults.timelines)),
	);
}

function print(spent: ReadonlyMap<string, number>, files: number): void {
	const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
	console.log(`${files} files, ms of processor time a file and share`);
	for (const [name, ms] of [...spent, ["total", total] as const])
		console.log(
			`${name.padEnd(20)} ${(ms / files).toFixed(2).padStart(6)} ${((ms / total) * 100).toFixed(0).padStart(4)} %`,
		);
}
