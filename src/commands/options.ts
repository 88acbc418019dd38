/** What may stand on the command line, and what is wrong usage. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { nearest } from "../base/nearest.ts";
import { isDay } from "../domain/time.ts";
import type { BuildOptions } from "../pipeline.ts";
import {
	type Command,
	commands,
	isCommand,
	type OptionHelp,
	type OptionName,
	options,
} from "./commands.ts";
import { checkFolders, checkPaths } from "./folders.ts";
import { placesOf, takesPaths } from "./places.mjs";
import { WrongUsage } from "./wrong-usage.ts";

/** What the command line alone says; the owner's own words lie in the archive. */
export type CommandOptions = Omit<BuildOptions, "config">;

export interface Request {
	/** `undefined` with `--help` alone. */
	readonly command?: Command;
	readonly help: boolean;
	readonly options: CommandOptions;
	/** Port of `dev`. */
	readonly port: number;
	/** Files of `inspect`. */
	readonly files: readonly string[];
	/** Of `withdraw`. */
	readonly reason?: string;
	readonly day?: string;
}

/** Whether these words make a command write its cache: not where they are wrong, and not where they ask for help. */
export function writesCache(argv: readonly string[]): boolean {
	try {
		const { command, help } = readRequest(argv);
		return !help && command !== undefined && commands[command].writes;
	} catch {
		return false;
	}
}

/**
 * @param argv the words after the script's name; the first names the command.
 * @throws WrongUsage with one line that says what is wrong.
 */
export function readRequest(argv: readonly string[]): Request {
	const [name = "", ...rest] = argv;
	const isHelp = name === "--help" || name === "-h" || name === "help";
	if (!isHelp && !isCommand(name)) throw unknownCommand(name);
	const command = isHelp ? undefined : (name as Command);
	const { values, positionals } = parse(command, rest);
	const help = isHelp || values.help === true;
	const ownWords = command !== undefined && takesPaths.includes(command);
	const [folder, ...strays] = ownWords ? [] : positionals;
	const text = (option: OptionName) => {
		const value = values[option];
		return typeof value === "string" ? value : undefined;
	};
	const request: Request = {
		...(command === undefined ? {} : { command }),
		help,
		port: wholeNumber("--port", text("port") ?? "8080", 0, 65_535),
		files: ownWords ? positionals : [],
		...withdrawalOf(text("reason"), text("day")),
		options: {
			...placesOf({
				folder,
				seeds: text("seeds"),
				out: text("out"),
				corpus: text("corpus"),
				cache: text("cache"),
			}),
			portable: values["no-portable"] !== true,
			...(values["keep-archives"] === true ? { keepArchives: true } : {}),
			...(values.fresh === true ? { fresh: true } : {}),
			...baseUrl(text("base-url")),
			...workersOf(text("workers")),
			...removalsOf(values["allow-removals"] === true, text("max-removals")),
			...againstOf(text("against")),
			...queueOf(text("queue")),
			strict: values.strict === true,
			quiet: values.quiet === true,
			json: values.json === true,
		},
	};
	if (help || command === undefined) return request;
	if (folder !== undefined && text("seeds") !== undefined)
		throw new WrongUsage(
			`Name the archive once: as ${folder} or with --seeds, not both.`,
		);
	if (strays.length > 0)
		throw new WrongUsage(`${command} takes one folder; what is ${strays[0]}?`);
	if (command === "worker" && request.options.queue === undefined)
		throw new WrongUsage("worker takes --queue redis://:password@host:6379.");
	checkFolders(request.options, command);
	checkPaths(request.files, command);
	if (command === "withdraw" && request.reason === undefined)
		throw new WrongUsage(
			'withdraw wants --reason "…": it is shown at the address of the article.',
		);
	return request;
}

function unknownCommand(name: string): WrongUsage {
	const known = Object.keys(commands);
	const near = nearest(name, known);
	return new WrongUsage(
		name === ""
			? `Say what to do: ${known.join(", ")}.`
			: `There is no command ${name}${near ? `; did you mean ${near}?` : `. There are: ${known.join(", ")}.`}`,
	);
}

function parse(command: Command | undefined, args: string[]) {
	const known: Readonly<Record<string, OptionHelp>> = options;
	const allowed: readonly string[] = [
		...(command ? commands[command].takes : []),
		"help",
	];
	const { values, positionals, tokens } = parseArgs({
		args,
		strict: false,
		tokens: true,
		allowPositionals: true,
		options: Object.fromEntries(
			Object.entries(known).map(([name, { value, short }]) => [
				name,
				{
					type: value ? ("string" as const) : ("boolean" as const),
					...(short ? { short } : {}),
				},
			]),
		),
	});
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		const { name, rawName, value } = token;
		const option = known[name];
		if (!option || !allowed.includes(name))
			throw unknownOption(rawName, option ? command : undefined, allowed);
		if (option.value && (value === undefined || value === ""))
			throw new WrongUsage(`${rawName} wants ${option.value} behind it.`);
		if (option.value && !token.inlineValue && value?.startsWith("--"))
			throw new WrongUsage(
				`${rawName} wants ${option.value} behind it, not ${value}.`,
			);
		if (!option.value && value !== undefined)
			throw new WrongUsage(`${rawName} takes nothing behind it.`);
	}
	return { values, positionals };
}

/** @param command set where the option exists and this command does not take it. */
function unknownOption(
	written: string,
	command: Command | undefined,
	allowed: readonly string[],
): WrongUsage {
	if (command) {
		const others = Object.keys(commands).filter((name) =>
			(commands[name as Command].takes as readonly string[]).includes(
				written.replace(/^-+/, ""),
			),
		);
		return new WrongUsage(
			`${command} takes no ${written}; ${others.join(", ")} ${others.length > 1 ? "do" : "does"}.`,
		);
	}
	const near = nearest(written, allowed);
	return new WrongUsage(
		`There is no option ${written}${near ? `; did you mean --${near}?` : "."}`,
	);
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

function workersOf(text: string | undefined): { workers?: number } {
	return text === undefined
		? {}
		: { workers: wholeNumber("--workers", text, 1, 64) };
}

function queueOf(text: string | undefined): { queue?: string } {
	if (text === undefined) return {};
	if (!URL.canParse(text) || !/^rediss?:$/.test(new URL(text).protocol))
		throw new WrongUsage(
			"--queue takes an address such as redis://:password@host:6379.",
		);
	return { queue: text };
}

function removalsOf(
	all: boolean,
	most: string | undefined,
): { maxRemovals?: number } {
	if (all) return { maxRemovals: Number.POSITIVE_INFINITY };
	return most === undefined
		? {}
		: { maxRemovals: wholeNumber("--max-removals", most, 0, 10_000_000) };
}

function againstOf(file: string | undefined): { against?: string } {
	if (file === undefined) return {};
	if (!existsSync(file))
		throw new WrongUsage(
			`--against: ${file} does not exist; fetch data/ids.txt of the published site.`,
		);
	return { against: resolve(file) };
}

function withdrawalOf(
	reason: string | undefined,
	day: string | undefined,
): { reason?: string; day?: string } {
	if (day !== undefined && !isDay(day))
		throw new WrongUsage(`--day takes a day such as 2024-01-31, not ${day}.`);
	return {
		...(reason === undefined ? {} : { reason }),
		...(day === undefined ? {} : { day }),
	};
}

function baseUrl(text: string | undefined): { baseUrl?: string } {
	if (text === undefined) return {};
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
		throw new WrongUsage(
			`--base-url takes an http or https address, not ${text}.`,
		);
	return { baseUrl: text.endsWith("/") ? text : `${text}/` };
}
