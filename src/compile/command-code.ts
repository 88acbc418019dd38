/** The command itself in one file: loaded so, it is at work a second sooner than from source. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";
import { scratchName } from "../base/scratch-name.ts";

/**
 * Bundle the command, its source map beside it.
 *
 * @param path where `launch.mjs` will look for it.
 * @returns whether it lies there; a cache that cannot be written is no reason to fail yet.
 */
export async function bundleCommand(path: string): Promise<boolean> {
	try {
		const files = await bundle(path);
		mkdirSync(dirname(path), { recursive: true });
		// The map first: whoever finds the code finds its map.
		for (const [ending, text] of files.reverse()) {
			const temporary = `${scratchName(path)}0`;
			writeFileSync(temporary, text);
			renameSync(temporary, `${path}${ending}`);
		}
		return true;
	} catch {
		return false;
	}
}

/** @returns endings of the names of files, and their texts. */
async function bundle(path: string): Promise<[string, string][]> {
	const [{ build }, { bundling }, { metaInPlace, packagesInPlace }] =
		await Promise.all([
			import("esbuild"),
			import("./code.ts"),
			import("./packages-in-place.ts"),
		]);
	const { outputFiles } = await build({
		...bundling,
		entryPoints: [`${projectRoot}/src/commands/command.ts`],
		outfile: path,
		// Names stay, as errors show them.
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: "none",
		sourcemap: "linked",
		sourcesContent: false,
		plugins: [
			packagesInPlace(
				"pagefind",
				"esbuild",
				"sharp",
				"tsx",
				"bullmq",
				"ioredis",
				// Two megabytes of tables, for archives whose owner names people in one script only.
				"opencc-js/cn2t",
			),
		],
		define: metaInPlace,
	});
	const textOf = (ending: string) =>
		outputFiles.find((file) => file.path === `${path}${ending}`)?.text ?? "";
	const code = `${textOf("").trimEnd()}\n`;
	return [
		["", `${code}//${fingerprint(code)}`],
		[".map", textOf(".map")],
	];
}
