/**
 * The beginning of every command: runs it from one bundled file in its cache, or, where there is none, from source.
 *
 * To load more than a hundred modules one by one takes longer than a build that has nothing to do. This file
 * is plain JavaScript, so that what reads TypeScript is loaded only where it is needed.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheOf } from "./commands/places.mjs";
import { fingerprint, sourceHash } from "./compile/source-hash.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Whether a loader for TypeScript is at hand: it is where this was started as `src/main.ts`. */
let readsTypes = process.argv[1]?.endsWith(".ts") === true;

const words = process.argv.slice(2);
const path = bundleOf(words);
const command = (await load(path)) ?? (await fromSource());
await command.command(words);

/**
 * Where the command's bundle lies: in the cache, named by the sources and by their place, as it names packages by theirs.
 *
 * @param {string[]} words the command line.
 */
function bundleOf(words) {
	const version = fingerprint(sourceHash(root) + root).slice(0, 16);
	return join(cacheOf(words), "code", `command-${version}.mjs`);
}

/**
 * The command from its bundle, if that is there, whole, and finds what it needs.
 *
 * @param {string} path
 * @returns {Promise<typeof import("./commands/command.ts") | undefined>}
 */
async function load(path) {
	try {
		const text = readFileSync(path);
		// Its last line is a seal over all that stands above.
		const end = text.lastIndexOf("\n") + 1;
		const seal = `//${fingerprint(text.subarray(0, end))}`;
		if (text.subarray(end).toString() !== seal) return undefined;
		const { href } = pathToFileURL(path);
		// Where tsx is loaded, it would read all of it in search of imports to mend; of other namespaces it keeps away.
		return await import(readsTypes ? `${href}?tsx-namespace=none` : href);
	} catch {
		return undefined;
	}
}

/** @returns {Promise<typeof import("./commands/command.ts")>} */
async function fromSource() {
	if (!readsTypes) (await import("tsx/esm/api")).register();
	readsTypes = true;
	const { writesCache } = await import("./commands/options.ts");
	if (!writesCache(words)) return import("./commands/command.ts");
	const { bundleCommand } = await import("./compile/command-code.ts");
	const made = (await bundleCommand(path)) ? await load(path) : undefined;
	return made ?? import("./commands/command.ts");
}
