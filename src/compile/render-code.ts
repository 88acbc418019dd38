/** The code of rendering processes: bundled, they are at work a second of processor time sooner than from source. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";
import { scratchName } from "../base/scratch-name.ts";
import { Store } from "../store/store.ts";
import { bundling, pageTemplates } from "./code.ts";
import { metaInPlace, packagesInPlace } from "./packages-in-place.ts";

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
	// Packages are named by their places in it: a cache that came from elsewhere holds another one.
	const place = fingerprint(projectRoot).slice(0, 8);
	const root = join(folder, `renderer-${place}`);
	const store = new Store(root);
	if (!isWhole(root, store.get("files"))) {
		const hashes: Record<string, string> = {};
		for (const { path, contents } of await bundle(root)) {
			const temporary = `${scratchName(join(dirname(folder), "renderer"))}0`;
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(temporary, contents);
			renameSync(temporary, path);
			hashes[relative(root, path)] = fingerprint(contents);
		}
		store.put("files", hashes);
	}
	return join(root, worker);
}

/** @param files names and fingerprints of the files below `root`; `undefined` where there are none. */
function isWhole(
	root: string,
	files: Readonly<Record<string, string>> | undefined,
): boolean {
	if (files === undefined) return false;
	try {
		return Object.entries(files).every(
			([name, hash]) => fingerprint(readFileSync(join(root, name))) === hash,
		);
	} catch {
		return false;
	}
}

async function bundle(root: string) {
	const entry = join(projectRoot, "src/render/worker.ts");
	const pages = Object.entries(pageTemplates()).map(([kind, template]) => [
		`pages/${kind}.11ty`,
		template,
	]);
	const { build } = await import("esbuild");
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
		plugins: [packagesInPlace("@11ty/eleventy", "sharp", "esbuild", "tsx")],
		define: metaInPlace,
	});
	return result.outputFiles;
}
