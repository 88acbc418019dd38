/** The command line: flags in, report out, exit code. */

import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Locked } from "./build/lock.ts";
import { config } from "./config.ts";
import { type BuildOptions, build } from "./pipeline.ts";
import { printSummary } from "./report/print.ts";

const usage = `Usage: npm run build -- [options]

Turn a folder of article files into a corpus and a static site.

  --seeds DIR       article files to read          (default: seeds)
  --out DIR         the site to write              (default: _site)
  --corpus DIR      the typed JSON corpus to write (default: corpus)
  --cache DIR       what earlier builds remember; safe to delete (default: .cache)
  --base-url URL    where the site will live; adds sitemap and absolute feed links
  --no-portable     leave out what search needs when pages are opened from a disk
  --workers N       processes for reading files    (default: one per core)
  --strict          exit 1 when a file was quarantined
  --quiet           print errors only
  --json            print one JSON summary to standard output
  --help            this text

Exit codes: 0 built, 1 failed (or --strict and a file was quarantined), 2 wrong usage.`;

class WrongUsage extends Error {}

function readOptions(argv: readonly string[]): BuildOptions | "help" {
	let values: ReturnType<typeof parse>["values"];
	try {
		values = parse(argv).values;
	} catch (error) {
		throw new WrongUsage((error as Error).message);
	}
	if (values.help) return "help";
	const seeds = resolve(values.seeds);
	if (!existsSync(seeds))
		throw new WrongUsage(`The seeds folder ${values.seeds} does not exist.`);
	if (!statSync(seeds).isDirectory())
		throw new WrongUsage(`${values.seeds} is not a folder.`);
	const workers =
		values.workers === undefined ? undefined : Number(values.workers);
	if (
		workers !== undefined &&
		!(Number.isInteger(workers) && workers >= 1 && workers <= 64)
	)
		throw new WrongUsage(
			`--workers takes a whole number from 1 to 64, not ${values.workers}.`,
		);
	const baseUrl = values["base-url"];
	if (
		baseUrl !== undefined &&
		!(URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol))
	)
		throw new WrongUsage(
			`--base-url takes an http or https address, not ${baseUrl}.`,
		);
	const out = resolve(values.out);
	const corpus = resolve(values.corpus);
	for (const [flag, folder] of [
		["--out", out],
		["--corpus", corpus],
	] as const)
		if (
			folder === seeds ||
			seeds.startsWith(`${folder}/`) ||
			folder.startsWith(`${seeds}/`)
		)
			throw new WrongUsage(
				`${flag} ${folder} and the seeds folder ${seeds} must not lie inside each other.`,
			);
	if (
		out === corpus ||
		out.startsWith(`${corpus}/`) ||
		corpus.startsWith(`${out}/`)
	)
		throw new WrongUsage(
			`--out ${out} and --corpus ${corpus} must not lie inside each other.`,
		);
	return {
		seeds,
		out,
		corpus,
		cache: resolve(values.cache),
		config,
		...(baseUrl === undefined
			? {}
			: { baseUrl: baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/` }),
		portable: !values["no-portable"],
		...(workers === undefined ? {} : { workers }),
		strict: values.strict,
		quiet: values.quiet,
		json: values.json,
	};
}

function parse(argv: readonly string[]) {
	return parseArgs({
		args: [...argv],
		strict: true,
		allowPositionals: false,
		options: {
			seeds: { type: "string", default: "seeds" },
			out: { type: "string", default: "_site" },
			corpus: { type: "string", default: "corpus" },
			cache: { type: "string", default: ".cache" },
			"base-url": { type: "string" },
			"no-portable": { type: "boolean", default: false },
			workers: { type: "string" },
			strict: { type: "boolean", default: false },
			quiet: { type: "boolean", default: false },
			json: { type: "boolean", default: false },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
}

async function main(argv: readonly string[]): Promise<number> {
	const options = readOptions(argv);
	if (options === "help") {
		console.log(usage);
		return 0;
	}
	const summary = await build(options);
	if (options.json) console.log(JSON.stringify(summary));
	else if (!options.quiet) printSummary(summary);
	return options.strict && summary.totals.quarantined > 0 ? 1 : 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof WrongUsage) {
		console.error(`biannian: ${error.message}\nTry --help.`);
		process.exitCode = 2;
	} else {
		const reason = error instanceof Locked ? error.message : explain(error);
		console.error(
			`biannian: the build failed and the old site was left as it was.\n${reason}`,
		);
		process.exitCode = 1;
	}
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, path } = error as NodeJS.ErrnoException;
	if (code === "ENOSPC")
		return `The disk is full${path ? ` (writing ${path})` : ""}. Free some space and build again.`;
	if (code === "EACCES" || code === "EPERM" || code === "EROFS")
		return `No permission${path ? ` for ${path}` : ""}: ${error.message}`;
	return error.stack ?? error.message;
}
