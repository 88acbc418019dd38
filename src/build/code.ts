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
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { byCodePoint, sha256 } from "../domain/order.ts";

/** The project's own folder, wherever the command is run from. */
export const projectRoot = fileURLToPath(
	new URL("../../", import.meta.url),
).replace(/\/$/, "");

/** One bundled entry. */
export interface Bundle {
	/** Path of the bundled module. */
	readonly path: string;
	/** Hash of its bytes: the version of the code behind the entry. */
	readonly version: string;
}

/**
 * Bundle every entry into one ESM file that runs on plain Node, or find it in the cache.
 *
 * @param entries name → path relative to the project.
 * @param cache the cache folder.
 */
export async function bundleCode<Name extends string>(
	entries: Readonly<Record<Name, string>>,
	cache: string,
): Promise<Readonly<Record<Name, Bundle>>> {
	const sources = sourceHash();
	const folder = join(
		cache,
		"code",
		sha256(sources + JSON.stringify(entries)).slice(0, 16),
	);
	const index = join(folder, "index.json");
	if (!existsSync(index)) {
		const versions: Record<string, string> = {};
		mkdirSync(folder, { recursive: true });
		for (const [name, entry] of Object.entries<string>(entries)) {
			const code = await bundle(join(projectRoot, entry));
			versions[name] = sha256(code).slice(0, 16);
			writeFileSync(join(folder, `${name}.mjs`), code);
		}
		writeFileSync(`${index}.new`, JSON.stringify(versions));
		renameSync(`${index}.new`, index);
	}
	const versions = JSON.parse(readFileSync(index, "utf8")) as Record<
		Name,
		string
	>;
	return Object.fromEntries(
		Object.entries<string>(versions).map(([name, version]) => [
			name,
			{ path: join(folder, `${name}.mjs`), version },
		]),
	) as Record<Name, Bundle>;
}

async function bundle(entry: string): Promise<string> {
	const result = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "esm",
		jsx: "automatic",
		jsxImportSource: "preact",
		absWorkingDir: projectRoot,
		// Native parts and the site generator stay packages of their own.
		external: ["@11ty/eleventy", "pagefind", "esbuild", "sharp"],
		banner: {
			js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
		},
		logLevel: "silent",
	});
	return result.outputFiles[0]?.text ?? "";
}

/** One hash over every source file and the lock file: the cheap test for "nothing changed". */
function sourceHash(): string {
	const files = ["package-lock.json", ".eleventy.ts"];
	for (const folder of ["src", "templates"])
		files.push(
			...readdirSync(join(projectRoot, folder), {
				recursive: true,
				withFileTypes: true,
			})
				.filter(
					(entry) => entry.isFile() && /\.(?:tsx?|css|json)$/.test(entry.name),
				)
				.map((entry) =>
					join(entry.parentPath, entry.name).slice(projectRoot.length + 1),
				),
		);
	const lines = files
		.sort(byCodePoint)
		.filter((path) => existsSync(join(projectRoot, path)))
		.map((path) => `${path} ${sha256(readFileSync(join(projectRoot, path)))}`);
	return sha256(lines.join("\n"));
}
