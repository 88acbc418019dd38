/**
 * The version of our own code, as caches need it: a hash over what esbuild bundles for an entry,
 * so that a change invalidates what depends on it and no more.
 */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { byCodePoint, fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";
import { scratchName } from "../base/scratch-name.ts";
import { Store } from "../store/store.ts";
import { hashOf, sourceHash, sourcesBelow } from "./source-hash.mjs";

/** One bundled entry. */
export interface Bundle {
	/** Path of the bundled module; nothing lies there where only the version was asked for. */
	readonly path: string;
	/** Hash of its bytes: the version of the code behind the entry. */
	readonly version: string;
}

/**
 * Bundle every entry into one ESM file that runs on plain Node, or find it in the cache.
 *
 * @param entries name → path relative to the project.
 * @param cache the cache folder.
 * @param run names of those that will be run: only their code is kept, and looked at before it is used again.
 */
export async function bundleCode<Name extends string>(
	entries: Readonly<Record<Name, string>>,
	cache: string,
	run: readonly NoInfer<Name>[] = Object.keys(entries) as Name[],
): Promise<Readonly<Record<Name, Bundle>>> {
	const sources = sourceHash(projectRoot);
	const folder = join(
		cache,
		"code",
		fingerprint(sources + JSON.stringify(entries)).slice(0, 16),
	);
	const store = new Store(join(cache, "code"));
	const known = store.get<Record<string, string>>(basename(folder)) ?? {};
	const pathOf = (name: string) => join(folder, `${name}.mjs`);
	const isRun = (name: string) => run.some((own) => own === name);
	const missing = Object.entries<string>(entries).filter(
		([name]) =>
			known[name] === undefined ||
			(isRun(name) && versionOf(pathOf(name)) !== known[name]),
	);
	const versions = { ...known };
	for (const [name, code] of await bundle(missing)) {
		versions[name] = shortHash(code);
		if (!isRun(name)) continue;
		mkdirSync(folder, { recursive: true });
		const temporary = `${scratchName(join(cache, "code", name))}0`;
		writeFileSync(temporary, code);
		renameSync(temporary, pathOf(name));
	}
	if (JSON.stringify(versions) !== JSON.stringify(known))
		store.put(basename(folder), versions);
	// In the order of the entries, whatever was missing: later stages take all of them for one version.
	return Object.fromEntries(
		Object.keys(entries).map((name) => [
			name,
			{ path: pathOf(name), version: versions[name] },
		]),
	) as Record<Name, Bundle>;
}

/** Version of the bundle at `path`, or `undefined` when there is none. */
function versionOf(path: string): string | undefined {
	return existsSync(path) ? shortHash(readFileSync(path)) : undefined;
}

function shortHash(code: string | Uint8Array): string {
	return fingerprint(code).slice(0, 16);
}

/** All at once: a module that many entries share is read and parsed once. @returns the code of each entry, by its name. */
async function bundle(
	entries: readonly (readonly [name: string, entry: string])[],
): Promise<(readonly [name: string, code: Uint8Array])[]> {
	if (entries.length === 0) return [];
	// Loaded where there is something to bundle.
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		...bundling,
		entryPoints: entries.map(([name, entry]) => ({
			in: join(projectRoot, entry),
			out: name,
		})),
		// Nothing is written there; a build of several entries must say a folder.
		outdir: projectRoot,
		external: [...packagesApart],
	});
	return outputFiles.map(({ path, contents }) => [
		basename(path, ".js"),
		contents,
	]);
}

/** Native parts and the site generator stay packages of their own. */
export const packagesApart: readonly string[] = [
	"@11ty/eleventy",
	"pagefind",
	"esbuild",
	"sharp",
	"tsx",
];

/** How esbuild makes code that runs on plain Node. */
export const bundling = {
	bundle: true,
	write: false,
	platform: "node",
	target: "node20",
	format: "esm",
	jsx: "automatic",
	jsxImportSource: "preact",
	absWorkingDir: projectRoot,
	banner: {
		js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
	},
	logLevel: "silent",
} as const;

/** The template of each kind of page, as entries for {@link bundleCode}: `home` → its file. */
export function pageTemplates(): Readonly<Record<string, string>> {
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

/** Of this program on this Node: what two machines must have in common to work for each other. */
export function programVersion(): string {
	const version = sourceHash(projectRoot) + process.version;
	return fingerprint(version).slice(0, 16);
}

/** One hash over files of the project, given relative to it. */
export function sourcesVersion(files: readonly string[]): string {
	return hashOf(projectRoot, files);
}

/** One hash over the styles and browser scripts, and the lock file that their packages come from. */
export function assetsVersion(): string {
	return hashOf(projectRoot, [
		"package-lock.json",
		"src/site/assets.ts",
		...sourcesBelow(projectRoot, "templates"),
		...sourcesBelow(projectRoot, "src/search"),
	]);
}
