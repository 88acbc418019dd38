import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import {
	type Command,
	type CommandHelp,
	commands,
	type OptionHelp,
	options,
	usage,
} from "../../src/commands/commands.ts";
import { readRequest } from "../../src/commands/options.ts";
import {
	cacheOf,
	placesOf,
	takesPaths,
	valuedOptions,
} from "../../src/commands/places.mjs";
import { WrongUsage } from "../../src/commands/wrong-usage.ts";
import { scratchFolder } from "../support/scratch.ts";

/** What is said of these words. */
function refusal(...words: string[]): string {
	try {
		readRequest(words);
		return "";
	} catch (error) {
		if (!(error instanceof WrongUsage)) throw error;
		return error.message;
	}
}

describe("wrong words are one sentence that says what would be right", () => {
	test.each([
		[["biuld"], "There is no command biuld; did you mean build?"],
		[[], /^Say what to do: build, dev, /],
		[
			["build", "--seed", "x"],
			"There is no option --seed; did you mean --seeds?",
		],
		[
			["build", "--base-ulr=x"],
			"There is no option --base-ulr; did you mean --base-url?",
		],
		[["build", "--frobnicate"], "There is no option --frobnicate."],
		[["verify", "--port", "1"], "verify takes no --port; dev does."],
		[["build", "--out"], "--out wants DIR behind it."],
		[["build", "--out", "--quiet"], "--out wants DIR behind it, not --quiet."],
		[["build", "--quiet=yes"], "--quiet takes nothing behind it."],
		[["build", "a", "b"], "build takes one folder; what is b?"],
		[
			["build", "a", "--seeds", "b"],
			"Name the archive once: as a or with --seeds, not both.",
		],
		[["build", "/nowhere/at/all"], /does not exist/],
		[["inspect"], "inspect takes the path of an article file."],
	])("%j", (words, expected) => {
		if (typeof expected === "string") expect(refusal(...words)).toBe(expected);
		else expect(refusal(...words)).toMatch(expected);
	});
});

test("every command has help of its own, which names the options it takes and no others", () => {
	for (const [name, { takes }] of Object.entries<CommandHelp>(commands)) {
		const text = usage(name as Command);
		expect(readRequest([name, "--help"]).help).toBe(true);
		const named = [...text.matchAll(/^ {2}--([a-z-]+)/gm)].map(
			([, option]) => option,
		);
		expect(named).toEqual([...takes, "help"]);
		expect(usage()).toContain(`  ${name} `);
	}
});

test("help fits a terminal of 120 columns", () => {
	const texts = [
		usage(),
		...Object.keys(commands).map((name) => usage(name as Command)),
	];
	for (const line of texts.join("\n").split("\n"))
		expect(line.length, line).toBeLessThanOrEqual(120);
});

test("what looks for the cache before anything else knows the same options", () => {
	const valued = Object.entries<OptionHelp>(options)
		.filter(([, { value }]) => value !== undefined)
		.map(([name]) => name);
	expect([...valuedOptions].sort()).toEqual(valued.sort());
	for (const name of takesPaths) expect(commands).toHaveProperty(name);
	for (const words of [
		["build"],
		["build", "--out", "/x/y"],
		["build", "/x/archive"],
		["build", "--workers", "2", "/x/archive", "--quiet"],
		["build", "/x/archive", "--cache", "/z"],
		["dev", "--seeds=/x/archive"],
	])
		expect(cacheOf(words)).toBe(requestOf(words).cache);
	expect(cacheOf(["inspect", "/x/file.txt"])).toBe(placesOf({}).cache);
});

/** The options of words that are right but for folders that do not exist. */
function requestOf(words: readonly string[]) {
	return readRequest([...words, "--help"]).options;
}

test("the places of an archive", () => {
	const folder = scratchFolder();
	expect(placesOf({ folder })).toEqual({
		seeds: folder,
		out: `${folder}/_site`,
		corpus: `${folder}/_corpus`,
		cache: `${folder}/.cache`,
	});
	expect(placesOf({ folder, out: "/srv/www" }).out).toBe("/srv/www");
	expect(placesOf({}).seeds).toBe(`${process.cwd()}/seeds`);
});

test("a Node that is too old is told so in one sentence", () => {
	const old = `Object.defineProperty(process, "versions", { value: { node: "18.20.1" } })`;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[
			"--import",
			`data:text/javascript,${encodeURIComponent(old)}`,
			"src/start.mjs",
			"build",
		],
		{ encoding: "utf8" },
	);
	expect(status).toBe(2);
	expect(stdout).toBe("");
	expect(stderr).toBe(
		"biannian: this is Node 18.20.1; Node 20.19 or newer is needed (https://nodejs.org).\n",
	);
});
