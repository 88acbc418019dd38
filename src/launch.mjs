/**
 * The beginning of every command: runs it from the compiled code in its cache, or, where there is none, from source.
 *
 * To load more than a hundred modules one by one takes longer than a build that has nothing to do. This file
 * is plain JavaScript, so that what reads TypeScript is loaded only where it is needed.
 */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheOf } from "./commands/places.mjs";
import { codeFolder, readCodeList } from "./compile/code-folder.mjs";
import { sourceHash } from "./compile/source-hash.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Whether a loader for TypeScript is at hand: it is where this was started as `src/main.ts`. */
const readsTypes = process.argv[1]?.endsWith(".ts") === true;

const words = process.argv.slice(2);
const folder = codeFolder(root, cacheOf(words), sourceHash(root));
const command = (await compiled()) ?? (await fromSource());
await command.command(words);

/**
 * The compiled command, if it is there, whole, and finds what it needs.
 *
 * @returns {Promise<typeof import("./commands/command.ts") | undefined>}
 */
async function compiled() {
	if (!readCodeList(folder, "command")) return undefined;
	try {
		const { href } = pathToFileURL(join(folder, "command.mjs"));
		// Where tsx is loaded, it would read all of it in search of imports to mend; of other namespaces it keeps away.
		return await import(readsTypes ? `${href}?tsx-namespace=none` : href);
	} catch {
		return undefined;
	}
}

/** @returns {Promise<typeof import("./commands/command.ts")>} */
async function fromSource() {
	const stop = readsTypes
		? undefined
		: (await import("tsx/esm/api")).register();
	const { writesCache } = await import("./commands/options.ts");
	if (!writesCache(words)) return import("./commands/command.ts");
	const { compileInto } = await import("./compile/code.ts");
	try {
		await compileInto(folder);
		const made = await compiled();
		if (!made) throw new Error("It cannot be loaded.");
		await stop?.();
		return made;
	} catch {
		// A cache that cannot be written is no reason to fail yet.
		return import("./commands/command.ts");
	}
}
