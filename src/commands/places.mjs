/**
 * Where an archive lies and where its site goes, when the command line does not say so. Plain JavaScript, as a command looks
 * for its bundle in the cache before there is anything that reads TypeScript.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** Options with a value behind them, as in `commands.ts`; a test holds both together. */
export const valuedOptions = [
	"seeds",
	"out",
	"corpus",
	"cache",
	"base-url",
	"workers",
	"queue",
	"port",
	"max-removals",
	"against",
	"reason",
	"day",
];

/** Commands whose words are paths of something else than the archive. */
export const takesPaths = ["inspect", "init", "withdraw"];

/**
 * The site of an archive that is named (or is the folder that the command runs in) lies inside it; that of `seeds/` in a
 * checkout lies next to that folder.
 *
 * @param {{ folder?: string | undefined, seeds?: string | undefined, out?: string | undefined, corpus?: string | undefined, cache?: string | undefined }} named
 *   `folder` is the word behind the command.
 * @returns {{ seeds: string, out: string, corpus: string, cache: string }} absolute paths.
 */
export function placesOf({ folder, seeds, out, corpus, cache }) {
	const isHere = seeds === undefined && existsSync("_archive.yml");
	const archive = folder ?? (isHere ? "." : undefined);
	const [base, corpusName] =
		archive === undefined ? ["", "corpus"] : [archive, "_corpus"];
	return {
		seeds: resolve(archive ?? seeds ?? "seeds"),
		out: resolve(out ?? join(base, "_site")),
		corpus: resolve(corpus ?? join(base, corpusName)),
		cache: resolve(cache ?? join(base, ".cache")),
	};
}

/**
 * The cache of a command line, whatever else is right or wrong with it.
 *
 * @param {readonly string[]} words the first names the command.
 */
export function cacheOf([command = "", ...rest]) {
	const { values, positionals } = parseArgs({
		args: rest,
		strict: false,
		options: Object.fromEntries(
			valuedOptions.map((name) => [
				name,
				{ type: /** @type {const} */ ("string") },
			]),
		),
	});
	const textOf = (/** @type {string} */ name) => {
		const value = values[name];
		return typeof value === "string" ? value : undefined;
	};
	return placesOf({
		folder: takesPaths.includes(command) ? undefined : positionals[0],
		seeds: textOf("seeds"),
		cache: textOf("cache"),
	}).cache;
}
