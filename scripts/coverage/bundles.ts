/** Source maps of the bundles that ingest, fileJobs and index processes run: builds write none of their own. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../src/base/project.ts";
import { bundleCode, bundling, packagesApart } from "../../src/compile/code.ts";
import { workerCode } from "../../src/search/code.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/**
 * Where the code of each bundle comes from.
 *
 * @param folder an empty one to work in.
 * @returns name of the bundle's file → its segments.
 * @throws when a bundle made here is not the one that builds run: then the options below must follow
 * those in `src/compile/code.ts` or `src/search/code.ts`.
 */
export async function bundleSegments(
	folder: string,
): Promise<ReadonlyMap<string, readonly Segment[]>> {
	const entries = {
		ingest: "src/ingest/worker.ts",
		fileJobs: "src/output/file-job-worker.ts",
	};
	const made = await bundleCode(entries, folder);
	const index = (await workerCode()).place(folder);
	const options = { ...bundling, external: [...packagesApart] };
	return new Map(
		await Promise.all([
			segmentsOfBundle(entries.ingest, made.ingest.path, options),
			segmentsOfBundle(entries.fileJobs, made.fileJobs.path, options),
			segmentsOfBundle("src/search/write/worker.ts", index, {
				external: ["pagefind", "esbuild"],
			}),
		]),
	);
}

async function segmentsOfBundle(
	entry: string,
	path: string,
	options: Parameters<typeof build>[0],
): Promise<[string, Segment[]]> {
	const { outputFiles = [] } = await build({
		...options,
		entryPoints: [entry],
		absWorkingDir: projectRoot,
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "esm",
		sourcemap: "external",
		outfile: "bundle.mjs",
		logLevel: "silent",
	});
	const textOf = (end: string) =>
		outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
	const code = readFileSync(path, "utf8");
	// Addresses of packages are put in afterwards; lines stay lines.
	const plain = (text: string) =>
		text.replace(/(from\s+|\bimport\()"[^"]+"/g, "$1");
	if (plain(code) !== plain(textOf(".mjs")))
		throw new Error(`${path} is not what ${entry} bundles to here.`);
	const lengths = code.split("\n").map((line) => line.length);
	const map = JSON.parse(textOf(".mjs.map"));
	return [basename(path), segmentsOf(map, lengths, projectRoot)];
}
