/** The version of the code that makes what is cached, and that code in one file for the processes. */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";

/** Packages that cannot be bundled: they bring programs of their own. */
const packages = /^(?:pagefind|esbuild)$/;

export interface WorkerCode {
	/** Hash of what index processes run; code that only readers' browsers run is not in it. */
	readonly version: string;
	readonly fileName: string;
	/** Writes the code where plain Node can run it. @returns the path. */
	place(folder: string): string;
}

let made: Promise<WorkerCode> | undefined;

/** Bundle the code of index processes, once a process. */
export function workerCode(): Promise<WorkerCode> {
	made ??= bundle();
	return made;
}

async function bundle(): Promise<WorkerCode> {
	const { build } = await import("esbuild");
	const places = new Map<string, string>();
	/** The places are not in the code, as its version is the same on every machine. */
	const packagesApart: Plugin = {
		name: "packages-apart",
		setup({ onResolve, resolve }) {
			onResolve({ filter: packages }, async ({ path, kind, pluginData }) => {
				if (pluginData === "asked") return undefined;
				const { errors, path: place } = await resolve(path, {
					kind,
					resolveDir: projectRoot,
					pluginData: "asked",
				});
				if (errors.length > 0) return { errors };
				places.set(path, pathToFileURL(place).href);
				return { path, external: true };
			});
		},
	};
	const { outputFiles } = await build({
		entryPoints: [join(projectRoot, "src/search/write/worker.ts")],
		absWorkingDir: projectRoot,
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "esm",
		plugins: [packagesApart],
		logLevel: "silent",
	});
	const code = outputFiles[0]?.text ?? "";
	const pagefind = readFileSync(
		fileURLToPath(new URL("../package.json", places.get("pagefind"))),
		"utf8",
	);
	const version = fingerprint(pagefind + code).slice(0, 16);
	const fileName = `worker-${version}.mjs`;
	return {
		version,
		fileName,
		place: (folder) => {
			const path = join(folder, fileName);
			const text = withPlaces(code, places);
			// It will run: what lies there must be just this.
			if (existsSync(path) && readFileSync(path, "utf8") === text) return path;
			mkdirSync(folder, { recursive: true });
			writeFileSync(`${path}.new`, text);
			renameSync(`${path}.new`, path);
			return path;
		},
	};
}

/** The cache may lie where no packages are found: they are named by their place on this machine. */
function withPlaces(code: string, places: ReadonlyMap<string, string>): string {
	return code.replace(
		/(from\s+|\bimport\()"([^"]+)"/g,
		(whole, from: string, name: string) => {
			const place = places.get(name);
			return place === undefined ? whole : `${from}${JSON.stringify(place)}`;
		},
	);
}
