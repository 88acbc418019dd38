/** The version of the code that makes what is cached, and that code in one file for the processes. */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { fingerprint } from "../domain/order.ts";

/** Packages that cannot be bundled: they bring programs of their own. */
const packages = ["pagefind", "esbuild"];

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
	const { outputFiles } = await build({
		entryPoints: [fileURLToPath(new URL("./worker.ts", import.meta.url))],
		absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "esm",
		external: packages,
		logLevel: "silent",
	});
	const code = outputFiles[0]?.text ?? "";
	const pagefind = readFileSync(
		fileURLToPath(new URL("../package.json", import.meta.resolve("pagefind"))),
		"utf8",
	);
	const version = fingerprint(pagefind + code).slice(0, 16);
	const fileName = `worker-${version}.mjs`;
	return {
		version,
		fileName,
		place: (folder) => {
			const path = join(folder, fileName);
			const text = withAddresses(code);
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
function withAddresses(code: string): string {
	return code.replace(
		new RegExp(`(from\\s+)"(${packages.join("|")})"`, "g"),
		(_, from: string, name: string) =>
			`${from}${JSON.stringify(import.meta.resolve(name))}`,
	);
}
