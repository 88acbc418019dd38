/** `biannian doctor`: what a build would find, without building. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaName, schemasFolder } from "../archive/json-schemas.ts";
import { outletsFileName } from "../archive/outlets-file.ts";
import type { BuildOptions } from "../assemble/session.ts";
import { poolsHere } from "../assemble/worker-pools.ts";
import { showProgress } from "../base/progress.ts";
import { compileCode } from "../compile/code.ts";
import type { Article, Draft } from "../domain/article.ts";
import { fold } from "../enrich/gazetteer/fold.ts";
import { gazetteerOf } from "../enrich/gazetteer/index.ts";
import { draftPath, type FileRecord, partsOf } from "../ingest/file-record.ts";
import { ingestSeeds } from "../ingest/ingest.ts";
import { readRecords, recordsFolder } from "../ingest/records.ts";
import { ownersFiles } from "../read/reserved.ts";
import { adapters, hostOf, ofHost } from "../sources/index.ts";
import { proposedEntry, unknownOutlets } from "./unknown-outlets.ts";
import { unknownPeople } from "./unknown-people.ts";

/** Named at most, so that the answer fits a screen. */
const shownFiles = 10;
const shownOutlets = 8;
const shownPeople = 12;

/**
 * Read what is new among the seeds, as a build would (which then need not read it again), and say what there is and what an
 * owner could add. Nothing is written but the cache.
 *
 * @returns lines for the terminal.
 */
export async function examine(options: BuildOptions): Promise<string> {
	const folder = recordsFolder(options.cache, options.seeds);
	const before = readRecords(folder);
	const pools = poolsHere(options.workers);
	const progress = showProgress(options.quiet);
	try {
		const { records, reread } = await ingestSeeds(
			{ ...options, readers: pools.readers },
			await compileCode(options.cache),
			progress,
		);
		progress.finish();
		const there = new Set(records.map(({ path }) => path));
		const parts = records.flatMap(partsOf);
		const drafts = parts.flatMap((record) => draftOf(record, options));
		return [
			...places(options),
			`Files      ${records.length}: ${count(drafts.length, "article")}, ${parts.length - drafts.length} set aside`,
			`Since the last look: ${reread} new or changed, ${[...before.keys()].filter((path) => !there.has(path)).length} gone`,
			...withoutAddress(drafts),
			...setAside(parts),
			...outletsOf(drafts, options),
			...peopleOf(drafts, options),
			"",
		].join("\n");
	} finally {
		await pools.close();
	}
}

function places({ seeds, out, corpus, cache }: BuildOptions): string[] {
	const said = ownersFiles.filter((name) => existsSync(join(seeds, name)));
	return [
		`Archive    ${seeds} (${said.length > 0 ? said.join(", ") : "its owner says nothing yet; biannian init writes _archive.yml"})`,
		`Site       ${out}${existsSync(out) ? "" : " (not built yet)"}`,
		`Corpus     ${corpus}`,
		`Cache      ${cache}`,
	];
}

function draftOf(
	{ key, draft }: FileRecord,
	{ cache }: BuildOptions,
): readonly Draft[] {
	if (!draft) return [];
	const path = draftPath(join(cache, "drafts"), key);
	return [JSON.parse(readFileSync(path, "utf8")) as Article];
}

function setAside(parts: readonly FileRecord[]): string[] {
	const lines = parts
		.filter(({ draft }) => !draft)
		.map(({ path, findings = [] }) => {
			const why = findings.find(({ severity }) => severity === "error");
			return `  ${path}: ${why?.reason ?? "unknown reason"}`;
		});
	return lines.length === 0
		? []
		: ["", "Set aside:", ...shortened(lines, shownFiles)];
}

function withoutAddress(drafts: readonly Draft[]): string[] {
	const unknown = drafts.filter(({ url }) => url === undefined).length;
	return unknown === 0
		? []
		: [
				`Without an address: ${count(unknown, "article")}; of which outlet they are is told by names alone`,
			];
}

function outletsOf(
	drafts: readonly Draft[],
	{ config, seeds }: BuildOptions,
): string[] {
	const known = [...config.outlets, ...adapters];
	const strangers = drafts.filter(({ url }) => {
		const host = url === undefined ? undefined : hostOf(url);
		return host !== undefined && ofHost(known, host) === undefined;
	});
	const outlets = unknownOutlets(strangers);
	if (outlets.length === 0) return [];
	const shown = outlets.slice(0, shownOutlets);
	return [
		"",
		`Unknown outlets: ${outlets.length}. Their articles are read by structure alone. Lines for _outlets.yml:`,
		...schemaLine(seeds),
		...shown.flatMap((outlet) => [
			"",
			`# ${count(outlet.articles, "article")} of ${outlet.host}`,
			proposedEntry(outlet),
		]),
		...(outlets.length > shown.length
			? ["", `# … and ${outlets.length - shown.length} more`]
			: []),
		"",
		"# To each may be added, as selectors of the saved pages (biannian inspect FILE shows what they do):",
		"#   body: .article",
		'#   stamp: { select: .date, pattern: "yyyy年M月d日 HH:mm" }',
		"#   byline: .author",
		"#   boilerplate: { promotion: .app, read-more: .related }",
	];
}

/** By which an editor completes what is written below it. */
function schemaLine(seeds: string): string[] {
	const schema = `${schemasFolder}/${schemaName(outletsFileName)}`;
	return existsSync(join(seeds, schema))
		? [`# yaml-language-server: $schema=${schema}`]
		: [];
}

function peopleOf(
	drafts: readonly Draft[],
	{ config }: BuildOptions,
): string[] {
	const { people } = gazetteerOf(config.gazetteer);
	const names = new Set(
		people.flatMap(({ name, names }) => [name, ...names].map(fold)),
	);
	const isKnown = (name: string) =>
		[...names].some((known) => name.includes(known));
	const unknown = unknownPeople(
		drafts.map(({ paragraphs }) =>
			paragraphs.map(({ text }) => text).join("\n"),
		),
		isKnown,
	).slice(0, shownPeople);
	return unknown.length === 0
		? []
		: [
				"",
				"Named with an office, and in no gazetteer (_people.yml adds them):",
				`  ${unknown.map(({ name, articles }) => `${name} (${articles})`).join(", ")}`,
			];
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function shortened(lines: readonly string[], most: number): string[] {
	return lines.length <= most
		? [...lines]
		: [...lines.slice(0, most), `  … and ${lines.length - most} more`];
}
