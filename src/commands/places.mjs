/**
 * Where an archive lies and where its site goes, when the command line does not say so. Plain JavaScript, as a command looks
 * for its bundle in the cache before there is anything that reads TypeScript.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * An archive that is named (or is the folder that the command runs in) has its site inside; files in `seeds/` of a checkout
 * have it beside.
 *
 * @param {{ folder?: string | undefined, seeds?: string | undefined, out?: string | undefined, corpus?: string | undefined, cache?: string | undefined }} named
 *   `folder` is the word behind the command.
 * @returns {{ seeds: string, out: string, corpus: string, cache: string }} absolute paths.
 */
export function placesOf({ folder, seeds, out, corpus, cache }) {
	const here = existsSync("_archive.yml") && seeds === undefined ? "." : undefined;
	const archive = folder ?? here;
	const [base, corpusName] =
		archive === undefined ? ["", "corpus"] : [archive, "_corpus"];
	return {
		seeds: resolve(archive ?? seeds ?? "seeds"),
		out: resolve(out ?? join(base, "_site")),
		corpus: resolve(corpus ?? join(base, corpusName)),
		cache: resolve(cache ?? join(base, ".cache")),
	};
}
