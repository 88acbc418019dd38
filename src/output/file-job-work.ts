/** Work on very many files at once: done in a process of its own where it is much, right here where it is little. */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	rmdirSync,
	rmSync,
	statSync,
	unlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { linkOrCopy } from "../base/link-or-copy.ts";
import type { Outcome } from "../domain/diagnostic.ts";
import { stateOf } from "../read/file-states.ts";
import { walkSeeds } from "../read/walk.ts";
import { foreignIn } from "./foreign-in.ts";
import {
	isAsLeft,
	type KnownManifest,
	readOutputManifest,
} from "./manifest.ts";

/** One piece of such work, as plain data. */
export type FileJob =
	| {
			readonly kind: "link";
			/** Folders, and paths below both. */
			readonly from: string;
			readonly to: string;
			readonly paths: readonly string[];
	  }
	/** Link the files of the manifest at `manifest`, before it is known which are wanted: those that are gone are left out. */
	| {
			readonly kind: "link speculatively";
			readonly from: string;
			readonly to: string;
			readonly manifest: string;
			/** What the paths of others begin with. */
			readonly except: readonly string[];
	  }
	| { readonly kind: "remove"; readonly folder: string }
	/** See whether the files of the manifest at `manifest` lie below `root` as they were left. */
	| {
			readonly kind: "verify";
			readonly root: string;
			readonly manifest: string;
	  }
	/** See what lies below `root` beside the files of the manifest at `manifest`. */
	| {
			readonly kind: "foreign";
			readonly root: string;
			readonly manifest: string;
	  }
	/** Walk over the seeds below `root`. */
	| { readonly kind: "walk"; readonly root: string };

/** What is said of a job that is done. */
export interface FileJobResults {
	readonly link: undefined;
	readonly "link speculatively": undefined;
	readonly remove: undefined;
	/** Paths of the files that are not as they were left. */
	readonly verify: readonly string[];
	/** As {@link foreignIn} says it. */
	readonly foreign: readonly string[];
	readonly walk: Outcome<Walked>;
}

/** Seed files, and for each its state, see {@link stateOf}; the empty one where the disk would not say. */
export interface Walked {
	readonly paths: readonly string[];
	readonly states: readonly string[];
}

/** What the process knows in which a job is done. */
interface Helper {
	/** Reads a manifest. */
	readonly manifestAt: (path: string) => KnownManifest;
	/** Whether the build is still there: of a killed one the next removes what is made here. */
	readonly isWanted: () => boolean;
}

const here: Helper = { manifestAt: readOutputManifest, isWanted: () => true };

/** @throws what the file system refused. */
export async function doFileJob(
	job: FileJob,
	helper: Helper = here,
): Promise<FileJobResults[FileJob["kind"]]> {
	switch (job.kind) {
		case "remove":
			return removeFolder(job.folder) as undefined;
		case "link":
			return linkFiles(job, job.paths, helper);
		case "link speculatively":
			return linkFiles(
				job,
				speculativePaths(helper.manifestAt(job.manifest), job.except),
				helper,
			);
		case "verify":
			return touchedFiles(job.root, helper.manifestAt(job.manifest));
		case "foreign": {
			const { files } = helper.manifestAt(job.manifest);
			return foreignIn(job.root, (path) => files.has(path));
		}
		case "walk":
			return walk(job.root);
	}
}

/** Files that are seen to in one go: some milliseconds. In between it is heard what others say, and answers leave. */
const atOnce = 500;

async function linkFiles(
	{ from, to, kind }: Extract<FileJob, { readonly from: string }>,
	paths: readonly string[],
	{ isWanted }: Helper,
): Promise<undefined> {
	const mayBeGone = kind === "link speculatively";
	const made = new Set<string>();
	for (const [at, path] of paths.entries()) {
		if (at % atOnce === 0) {
			if (!isWanted()) return;
			await setImmediate();
		}
		const folder = dirname(path);
		if (!made.has(folder)) {
			mkdirSync(`${to}/${folder}`, { recursive: true });
			made.add(folder);
		}
		try {
			linkOrCopy(`${from}/${path}`, `${to}/${path}`);
		} catch (error) {
			if (!mayBeGone || existsSync(`${from}/${path}`)) throw error;
		}
	}
}

function speculativePaths(
	{ files }: KnownManifest,
	except: readonly string[],
): string[] {
	return [...files.keys()].filter((path) => isSpeculative(path, except));
}

/** Whether a file of the old folder is linked ahead, where those are not that begin with one of `except`. */
export function isSpeculative(
	path: string,
	except: readonly string[],
): boolean {
	return !except.some((prefix) => path.startsWith(prefix));
}

async function touchedFiles(
	root: string,
	{ files }: KnownManifest,
): Promise<string[]> {
	const touched: string[] = [];
	let seen = 0;
	for (const [path, entry] of files) {
		if (++seen % atOnce === 0) await setImmediate();
		if (!isAsLeft(`${root}/${path}`, entry)) touched.push(path);
	}
	return touched;
}

/** @throws when `root` cannot be read. */
export async function walk(root: string): Promise<Outcome<Walked>> {
	const { value: paths, diagnostics } = walkSeeds(root);
	const states = paths.map((path) => {
		const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
		return stats ? stateOf(stats) : "";
	});
	return { value: { paths, states }, diagnostics };
}

/** As `rmSync` does it, in two thirds of the time: what a folder says of its entries is believed. */
export function removeFolder(folder: string): void {
	try {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) removeFolder(path);
			else unlinkSync(path);
		}
		rmdirSync(folder);
	} catch {
		// Gone already, or something that Node has patience and tricks for.
		rmSync(folder, { recursive: true, force: true });
	}
}
