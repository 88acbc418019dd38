/** The code of rendering processes: bundled, they are at work a second of processor time sooner than from source. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { fingerprint } from "../domain/order.ts";
import { scratchName } from "../domain/scratch-name.ts";
import { readSealed, writeSealed } from "../read/sealed.ts";
import { bundling, pageTemplates, projectRoot } from "./code.ts";

/** Name of the worker in the folder of the bundle; beside it lie `pages/`, the bundled templates. */
const worker = "render-worker.mjs";

/**
 * Bundle the rendering worker and all page templates, or find them in the cache. What they share is
 * bundled once: a template and the worker see the same module.
 *
 * @param folder in the cache, of this version of the sources.
 * @returns path of the worker.
 */
export async function bundleRenderer(folder: string): Promise<string> {
	const root = join(folder, "renderer");
	const list = join(root, "files.json");
	if (!isWhole(root, readSealed(list))) {
		const hashes: Record<string, string> = {};
		for (const { path, contents } of await bundle(root)) {
			const temporary = `${scratchName(join(dirname(folder), "renderer"))}0`;
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(temporary, contents);
			renameSync(temporary, path);
			hashes[relative(root, path)] = fingerprint(contents);
		}
		writeSealed(list, JSON.stringify(hashes));
	}
	return join(root, worker);
}

/** @param list names and fingerprints of the files below `root`, as JSON; `undefined` where there is none. */
function isWhole(root: string, list: string | undefined): boolean {
	if (list === undefined) return false;
	try {
		return Object.entries<string>(JSON.parse(list)).every(
			([name, hash]) => fingerprint(readFileSync(join(root, name))) === hash,
		);
	} catch {
		return false;
	}
}

async function bundle(root: string) {
	const entry = join(projectRoot, "src/build/render-worker.ts");
	const pages = Object.entries(pageTemplates()).map(([kind, template]) => [
		`pages/${kind}.11ty`,
		template,
	]);
	const result = await build({
		...bundling,
		entryPoints: {
			[worker.replace(/\.mjs$/, "")]: entry,
			...Object.fromEntries(pages),
		},
		splitting: true,
		outdir: root,
		outExtension: { ".js": ".mjs" },
		// For the traces of errors in templates.
		sourcemap: "linked",
		sourcesContent: false,
		external: ["sharp", "esbuild", "tsx"],
		plugins: [eleventyInPlace],
		// What asks for a file of a package finds it as it would from its source.
		define: { "import.meta.url": JSON.stringify(String(pathToFileURL(entry))) },
	});
	return result.outputFiles;
}

/** A cache may lie anywhere: from there nobody would find Eleventy by its name. */
const eleventyInPlace: Plugin = {
	name: "eleventy-in-place",
	setup({ onResolve, resolve }) {
		onResolve({ filter: /^@11ty\/eleventy$/ }, async ({ path, pluginData }) => {
			if (pluginData === "asked") return undefined;
			const found = await resolve(path, {
				kind: "import-statement",
				resolveDir: projectRoot,
				pluginData: "asked",
			});
			return found.errors.length > 0
				? { errors: found.errors }
				: { path: pathToFileURL(found.path).href, external: true };
		});
	},
};
