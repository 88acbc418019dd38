/**
 * The command line: words in, report out, exit code. What a command needs is loaded by that command: this module is
 * run from one bundle or, where there is none, from source (`launch.mjs`).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { OwnerMistakes } from "../archive/mistake.ts";
import { PublicationRefused } from "../assemble/changes.ts";
import { CorrectionsNotRead } from "../enrich/corrections.ts";
import { NotOurs } from "../output/foreign.ts";
import { Locked } from "../output/lock.ts";
import type { BuildOptions } from "../pipeline.ts";
import { QueueUnreachable } from "../processes/queue/link.ts";
import { inSources } from "../report/source-trace.ts";
import { usage } from "./commands.ts";
import { type CommandOptions, type Request, readRequest } from "./options.ts";
import { withConfig } from "./with-config.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** @returns the exit code. */
async function run(request: Request): Promise<number> {
	const { command, options, files, port } = request;
	if (request.help || command === undefined) {
		console.log(usage(command));
		return 0;
	}
	switch (command) {
		case "build":
			return buildWhole(await withConfig(options));
		case "worker":
			return work(options);
		case "dev":
			await (await import("./dev.ts")).develop(options, port);
			return 0;
		case "verify":
			return verify(options);
		case "withdraw":
			return withdrawArticles(request);
		case "doctor": {
			const { examine } = await import("../doctor/examine.ts");
			console.log(await examine(await withConfig(options)));
			return 0;
		}
		case "init":
			return init(files[0] ?? ".");
		case "inspect": {
			const { inspectFile } = await import("./inspect.ts");
			for (const file of files) console.log(await inspectFile(file, options));
			return 0;
		}
	}
}

async function withdrawArticles(request: Request): Promise<number> {
	const { options, files: ids, reason = "" } = request;
	const { withdraw } = await import("./withdraw.ts");
	const { seeds, corpus } = options;
	const day = request.day ?? new Date().toISOString().slice(0, 10);
	for (const line of withdraw({ seeds, corpus, ids, reason, day }))
		console.log(`withdrawn: ${line}`);
	console.log(
		`Written to ${join(seeds, "_withdrawn.yml")}; the next build publishes it.`,
	);
	return 0;
}

async function init(folder: string): Promise<number> {
	const { initArchive } = await import("./init.ts");
	const written = initArchive(folder);
	for (const path of written) console.log(`wrote ${join(folder, path)}`);
	console.log(
		written.length === 0
			? `${folder} has everything already.`
			: `Put saved files into ${folder}, then: npx biannian build ${folder}`,
	);
	return 0;
}

async function verify(options: CommandOptions): Promise<number> {
	const { seeds, ...handedOver } = options;
	const hasSeeds = existsSync(seeds);
	if (!hasSeeds)
		console.log("There is no folder of seeds to compare the articles with.");
	const { verifyArchive } = await import("../report/verify.ts");
	const { differences, foreign, checked } = verifyArchive(
		hasSeeds ? options : handedOver,
	);
	for (const { where, file, problem } of differences)
		console.log(`${where}/${file}: ${problem}`);
	for (const name of foreign)
		console.log(`note: ${name} was not built; it is left as it is.`);
	console.log(
		`${checked.files} files, ${checked.articles} articles, ${checked.seeds} seeds, ${checked.quotes} quotes, ${checked.links} links: ${differences.length} differences`,
	);
	return differences.length > 0 ? 1 : 0;
}

async function buildWhole(options: BuildOptions): Promise<number> {
	const [{ build }, { printSummary }] = await Promise.all([
		import("../pipeline.ts"),
		import("../report/print.ts"),
	]);
	const summary = await build(options);
	if (options.json) console.log(JSON.stringify(summary));
	else if (!options.quiet) printSummary(summary);
	return options.strict && summary.totals.quarantined > 0 ? 1 : 0;
}

async function work({
	queue = "",
	cache,
	workers,
}: CommandOptions): Promise<number> {
	const { workForBuilds } = await import("./worker.ts");
	await workForBuilds(queue, cache, workers);
	return 0;
}

/** What went wrong, for the person at the terminal. */
function explain(error: unknown): string {
	if (
		error instanceof Locked ||
		error instanceof QueueUnreachable ||
		error instanceof PublicationRefused ||
		error instanceof NotOurs ||
		error instanceof CorrectionsNotRead
	)
		return error.message;
	if (!(error instanceof Error)) return String(error);
	// Some come from other processes, as words only; Pagefind's are in Rust's words.
	const { message } = error;
	if (/\b(?:ENOSPC|EDQUOT|EFBIG)\b|os error (?:28|122|27)\b/.test(message))
		return `The disk is full, or a limit on space is reached: ${message}\nFree some space and build again.`;
	if (/\b(?:EACCES|EPERM|EROFS)\b|os error (?:13|1|30)\b/.test(message))
		return `No permission to write or read there: ${message}`;
	return inSources(error.stack ?? error.message);
}

/**
 * Do what the command line says. What goes wrong is said at the terminal.
 *
 * @param words those after the script's name; the exit code is left in `process.exitCode`.
 */
export async function command(words: readonly string[]): Promise<void> {
	try {
		process.exitCode = await run(readRequest(words));
	} catch (error) {
		if (error instanceof WrongUsage) {
			console.error(`biannian: ${error.message}\nTry --help.`);
			process.exitCode = 2;
		} else if (error instanceof OwnerMistakes) {
			console.error(`${error.message}\nbiannian: nothing was built.`);
			process.exitCode = 2;
		} else {
			console.error(
				`biannian: failed; what was built before is as it was.\n${explain(error)}`,
			);
			process.exitCode = 1;
		}
	}
}
