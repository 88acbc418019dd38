/**
 * The program compiled: one call of esbuild makes what the command and all other processes run, and says which files each
 * part of the program is made of, so that a change invalidates what depends on it and no more.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Metafile, OutputFile, Plugin } from "esbuild";
import { byCodePoint, fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";
import { writeWhole } from "../base/write-whole.ts";
import { claimFolder } from "./claim-folder.ts";
import {
	type CodeList,
	codeFolder,
	listName,
	listText,
	readCodeList,
} from "./code-folder.mjs";
import { sourceHash } from "./source-hash.mjs";

/** What processes run. */
const scripts = {
	command: "src/commands/command.ts",
	ingest: "src/ingest/worker.ts",
	indexer: "src/search/write/worker.ts",
	fileJobs: "src/output/file-job-worker.ts",
	render: "src/render/worker.ts",
} as const;

/** Parts of the command whose versions decide what a cache still knows. */
const parts = {
	corpus: "src/assemble/corpus.ts",
	views: "src/site/views.ts",
	index: "src/search/write/write-index.ts",
	files: "src/site/files/index.ts",
	images: "src/site/images.ts",
} as const;

/** Folder of the templates of pages beside the scripts; Eleventy reads all that lies there. */
export const pagesFolder = "pages";

export interface Code {
	/** Hash over all sources: the version of what is compiled for browsers. */
	readonly sources: string;
	/** Paths of what processes run. */
	readonly scripts: Readonly<Record<keyof typeof scripts, string>>;
	readonly versions: Readonly<
		Record<keyof typeof scripts | keyof typeof parts, string>
	>;
	/** Version of the template of each kind of page. */
	readonly templates: Readonly<Record<string, string>>;
}

/**
 * The code of this version from the cache, or compiled into it; that of other versions goes, unless a living process may load
 * more of it.
 *
 * @throws what the file system or esbuild refused.
 */
export async function compileCode(cache: string): Promise<Code> {
	const sources = sourceHash(projectRoot);
	const folder = codeFolder(projectRoot, cache, sources);
	claimFolder(folder);
	const { versions } =
		readCodeList(folder, "processes") ?? (await compileInto(folder));
	const named = (sources: Readonly<Record<string, string>>) =>
		Object.fromEntries(
			Object.entries(sources).map(([name, path]) => [name, versions[path]]),
		);
	return {
		sources,
		scripts: Object.fromEntries(
			Object.keys(scripts).map((name) => [name, join(folder, `${name}.mjs`)]),
		) as Code["scripts"],
		versions: named({ ...scripts, ...parts }) as Code["versions"],
		templates: named(pageTemplates()) as Code["templates"],
	};
}

/** Compile into the folder of this version; others may do the same at the same time. */
export async function compileInto(folder: string): Promise<CodeList> {
	const { files, metafile } = await bundle();
	const hashes: Record<string, string> = {};
	for (const { path, contents } of files) {
		const name = relative(outdir, path);
		writeWhole(join(folder, name), [contents], folder);
		hashes[name] = fingerprint(contents);
	}
	const outputs = Object.keys(scripts).map((name) => `${name}.mjs`);
	const templates = Object.keys(pageTemplates()).map(
		(kind) => `${pagesFolder}/${kind}.11ty.mjs`,
	);
	const filesOf = (entries: readonly string[]) =>
		Object.fromEntries(
			outputsBehind(entries, metafile).map((name) => [
				name,
				hashes[name] ?? "",
			]),
		);
	const list: CodeList = {
		versions: versionsIn(metafile),
		command: filesOf(outputs.slice(0, 1)),
		processes: filesOf([...outputs.slice(1), ...templates]),
	};
	// Last: where the list is, all files are.
	writeWhole(join(folder, listName), [listText(list)], folder);
	return list;
}

/** Where the sources are told to be seen from; nothing is written there. */
const outdir = join(projectRoot, "code");

async function bundle(): Promise<{
	readonly files: readonly OutputFile[];
	readonly metafile: Metafile;
}> {
	// Loaded where there is something to compile.
	const { build } = await import("esbuild");
	const templates = Object.entries(pageTemplates()).map(([kind, path]) => [
		`${pagesFolder}/${kind}.11ty`,
		path,
	]);
	const { outputFiles, metafile } = await build({
		entryPoints: { ...scripts, ...Object.fromEntries(templates) },
		bundle: true,
		// What several of them need is compiled once, and a part that is loaded later lies in a file of its own.
		splitting: true,
		metafile: true,
		write: false,
		outdir,
		outExtension: { ".js": ".mjs" },
		platform: "node",
		target: "node20",
		format: "esm",
		jsx: "automatic",
		jsxImportSource: "preact",
		absWorkingDir: projectRoot,
		banner: {
			js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
		},
		// Names stay, as errors show them.
		minifyWhitespace: true,
		minifySyntax: true,
		legalComments: "none",
		sourcemap: "linked",
		sourcesContent: false,
		sourceRoot: `${pathToFileURL(outdir).href}/`,
		define: metaInPlace,
		plugins: [packagesInPlace],
		logLevel: "silent",
	});
	return { files: outputFiles, metafile };
}

/** Packages that have native parts or load files of their own. */
const apart =
	/^(?:@11ty\/eleventy|pagefind|esbuild|sharp|tsx|bullmq|ioredis)(?:\/|$)/;

/** They are named by their places: the cache may lie anywhere, and from there a package is not found by its name. */
const packagesInPlace: Plugin = {
	name: "packages-in-place",
	setup({ onResolve, resolve }) {
		onResolve({ filter: apart }, async ({ path, kind, pluginData }) => {
			if (pluginData === "asked") return undefined;
			const found = await resolve(path, {
				kind,
				resolveDir: projectRoot,
				pluginData: "asked",
			});
			return found.errors.length > 0
				? { errors: found.errors }
				: { path: pathToFileURL(found.path).href, external: true };
		});
	},
};

/** What `import.meta.url` is in the code: that of the one module that asks for it, `base/project.ts`. */
const metaInPlace = {
	"import.meta.url": JSON.stringify(
		pathToFileURL(`${projectRoot}/src/base/project.ts`).href,
	),
};

/** The files that these are made of, themselves included, what is loaded later as well. */
function outputsBehind(
	names: readonly string[],
	{ outputs }: Metafile,
): string[] {
	const place = (name: string) => relative(projectRoot, join(outdir, name));
	const importsOf = (path: string) =>
		(outputs[path]?.imports ?? [])
			.filter(({ external }) => !external)
			.map((one) => one.path);
	return [...reached(names.map(place), importsOf)].map((path) =>
		relative(outdir, join(projectRoot, path)),
	);
}

/** Of each script, part and template: a hash over the sources and packages behind it, the same in any place. */
function versionsIn({ inputs }: Metafile): Record<string, string> {
	const hashes = new Map<string, string>();
	const hashOf = (path: string): string => {
		const hash =
			hashes.get(path) ??
			(path.startsWith("file:")
				? packageAt(fileURLToPath(path))
				: fingerprint(readFileSync(join(projectRoot, path))));
		hashes.set(path, hash);
		return hash;
	};
	const importsOf = (path: string) =>
		(inputs[path]?.imports ?? [])
			// Not what Node brings.
			.filter(({ external, path }) => !external || path.startsWith("file:"))
			.map((one) => one.path);
	const sources = [
		...Object.values(scripts),
		...Object.values(parts),
		...Object.values(pageTemplates()),
	];
	return Object.fromEntries(
		sources.map((source) => {
			const behind = [...reached([source], importsOf)].map(
				(path) => `${path.replace(/^.*node_modules\//, "")} ${hashOf(path)}`,
			);
			const text = behind.sort(byCodePoint).join("\n");
			return [source, fingerprint(text).slice(0, 16)];
		}),
	);
}

/** What the package says of itself, its version among it, that the file at `path` belongs to. */
function packageAt(path: string): string {
	const root = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? "";
	return fingerprint(readFileSync(join(root, "package.json")));
}

function reached(
	from: readonly string[],
	importsOf: (path: string) => readonly string[],
): ReadonlySet<string> {
	const all = new Set(from);
	// A set tells those that are added while it is gone through.
	for (const path of all) for (const next of importsOf(path)) all.add(next);
	return all;
}

/** The template of each kind of page: `home` → its file. */
function pageTemplates(): Readonly<Record<string, string>> {
	const ending = ".11ty.tsx";
	return Object.fromEntries(
		readdirSync(join(projectRoot, "templates/pages"))
			.filter((name) => name.endsWith(ending))
			.sort(byCodePoint)
			.map((name) => [
				name.slice(0, -ending.length),
				`templates/pages/${name}`,
			]),
	);
}
