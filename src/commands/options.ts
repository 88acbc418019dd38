/** What may stand on the command line, and what is wrong usage. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { config } from "../config.ts";
import type { BuildOptions } from "../pipeline.ts";

/** The words cannot be obeyed: exit code 2. */
export class WrongUsage extends Error {}

export type Command = "build" | "dev" | "verify" | "inspect" | "worker";

export interface Request {
	readonly command: Command;
	readonly help: boolean;
	readonly options: BuildOptions;
	/** Port of `dev`. */
	readonly port: number;
	/** Files of `inspect`. */
	readonly files: readonly string[];
}

export const usage = `Usage: npm run COMMAND -- [options]

  build             seeds → corpus → site
  dev               build, serve, and build again whenever a seed or a template changes
  verify            check a built site and corpus: checksums, schema, seeds, quotes, links
  worker            work for builds on a queue, on any machine that sees the same folders
  inspect -- FILE   everything known about one article file

  --seeds DIR       article files to read          (default: seeds)
  --out DIR         the site to write              (default: _site)
  --corpus DIR      the typed JSON corpus to write (default: corpus)
  --cache DIR       what earlier builds remember; safe to delete (default: .cache)
  --base-url URL    where the site will live; adds sitemap and absolute feed links
  --no-portable     leave out what search needs when pages are opened from a disk
  --workers N       processes that read files      (default: one per core)
  --queue URL       redis://…: with build, workers do the work; with worker, where it takes it
  --port N          where dev serves               (default: 8080)
  --strict          exit 1 when a file was quarantined
  --quiet           print errors only
  --json            print one JSON summary to standard output
  --help            this text

Exit codes: 0 done, 1 failed (--strict: a file was quarantined; verify: something differs),
2 wrong usage.`;

const commands: readonly string[] = [
	"build",
	"dev",
	"verify",
	"inspect",
	"worker",
];
/** Commands that take paths after their options. */
const takesPaths: readonly string[] = ["inspect"];
const writers: readonly Command[] = ["build", "dev", "worker"];

/** Whether these words make a command write its cache: not where they are wrong, and not where they ask for help. */
export function writesCache(argv: readonly string[]): boolean {
	try {
		const { command, help } = readRequest(argv);
		return !help && writers.includes(command);
	} catch {
		return false;
	}
}

/**
 * @param argv the words after the script's name; the first names the command.
 * @throws WrongUsage with one line that says what is wrong.
 */
export function readRequest(argv: readonly string[]): Request {
	const [command = "", ...rest] = argv;
	if (!commands.includes(command))
		throw new WrongUsage(`There is no command ${command || "without a name"}.`);
	const { values, positionals } = parse(rest);
	const request = {
		command: command as Command,
		help: values.help,
		port: wholeNumber("--port", values.port, 0, 65_535),
		files: positionals,
		options: {
			seeds: resolve(values.seeds),
			out: resolve(values.out),
			corpus: resolve(values.corpus),
			cache: resolve(values.cache),
			config,
			portable: !values["no-portable"],
			...baseUrl(values["base-url"]),
			...(values.workers === undefined
				? {}
				: { workers: wholeNumber("--workers", values.workers, 1, 64) }),
			...queueOf(values.queue, command),
			strict: values.strict,
			quiet: values.quiet,
			json: values.json,
		},
	};
	if (!takesPaths.includes(command) && positionals.length > 0)
		throw new WrongUsage(`${command} takes no ${positionals[0]}.`);
	if (!request.help) {
		checkFolders(request.options, request.command);
		checkPaths(request.files, request.command);
	}
	return request;
}

function parse(argv: readonly string[]) {
	try {
		return parseArgs({
			args: [...argv],
			strict: true,
			allowPositionals: true,
			options: {
				seeds: { type: "string", default: "seeds" },
				out: { type: "string", default: "_site" },
				corpus: { type: "string", default: "corpus" },
				cache: { type: "string", default: ".cache" },
				"base-url": { type: "string" },
				"no-portable": { type: "boolean", default: false },
				workers: { type: "string" },
				queue: { type: "string" },
				port: { type: "string", default: "8080" },
				strict: { type: "boolean", default: false },
				quiet: { type: "boolean", default: false },
				json: { type: "boolean", default: false },
				help: { type: "boolean", default: false, short: "h" },
			},
		});
	} catch (error) {
		throw new WrongUsage((error as Error).message.split("\n")[0]);
	}
}

function wholeNumber(
	flag: string,
	text: string,
	least: number,
	most: number,
): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < least || value > most)
		throw new WrongUsage(
			`${flag} takes a whole number from ${least} to ${most}, not ${text}.`,
		);
	return value;
}

function queueOf(
	text: string | undefined,
	command: string,
): { queue?: string } {
	if (text === undefined && command === "worker")
		throw new WrongUsage("worker takes --queue redis://HOST:PORT.");
	if (text === undefined) return {};
	if (command !== "build" && command !== "worker")
		throw new WrongUsage(`${command} takes no --queue; build and worker do.`);
	if (!URL.canParse(text) || !/^rediss?:$/.test(new URL(text).protocol))
		throw new WrongUsage(
			"--queue takes an address such as redis://host:6379 or redis://:password@host:6379.",
		);
	return { queue: text };
}

function baseUrl(text: string | undefined): { baseUrl?: string } {
	if (text === undefined) return {};
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
		throw new WrongUsage(
			`--base-url takes an http or https address, not ${text}.`,
		);
	return { baseUrl: text.endsWith("/") ? text : `${text}/` };
}

function checkFolders(
	{ seeds, out, corpus, cache }: BuildOptions,
	command: Command,
): void {
	if (command === "verify") {
		for (const [flag, folder] of [
			["--out", out],
			["--corpus", corpus],
		] as const)
			if (!existsSync(folder))
				throw new WrongUsage(`${flag}: ${folder} does not exist; build first.`);
		return;
	}
	if (command === "inspect" || command === "worker") return;
	if (!existsSync(seeds))
		throw new WrongUsage(`The seeds folder ${seeds} does not exist.`);
	if (!statSync(seeds).isDirectory())
		throw new WrongUsage(`${seeds} is not a folder.`);
	const folders = [
		["--seeds", seeds],
		["--out", out],
		["--corpus", corpus],
	] as const;
	for (const [flag, folder] of folders)
		for (const [other, place] of folders)
			if (flag !== other && `${folder}/`.startsWith(`${place}/`))
				throw new WrongUsage(
					`${flag} ${folder} lies inside ${other} ${place}; they must lie apart.`,
				);
	if (`${cache}/`.startsWith(`${out}/`) || `${cache}/`.startsWith(`${corpus}/`))
		throw new WrongUsage(
			`--cache ${cache} lies inside a folder that is built anew.`,
		);
	for (const [flag, folder, mark] of [
		["--out", out, "data/manifest-sha256.txt"],
		["--corpus", corpus, "manifest.json"],
	] as const)
		if (existsSync(folder) && !statSync(folder).isDirectory())
			throw new WrongUsage(`${flag}: ${folder} is not a folder.`);
		else if (hasForeignFiles(folder, mark))
			throw new WrongUsage(
				`${flag}: ${folder} holds files that no build wrote; name an empty or a new folder.`,
			);
}

function checkPaths(paths: readonly string[], command: Command): void {
	if (command === "inspect" && paths.length === 0)
		throw new WrongUsage("inspect takes the path of an article file.");
}

/** A folder that is not ours would be replaced as a whole: ask for another one instead. */
function hasForeignFiles(folder: string, mark: string): boolean {
	return (
		existsSync(folder) &&
		readdirSync(folder).length > 0 &&
		!existsSync(join(folder, mark))
	);
}
