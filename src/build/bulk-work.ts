/** Work on very many files at once: done in a process of its own where it is much, right here where it is little. */
import {
	copyFileSync,
	linkSync,
	mkdirSync,
	readdirSync,
	rmdirSync,
	rmSync,
	unlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import {
	type PiecedFile,
	type Written,
	writePiecedFile,
} from "./pieced-file.ts";

/** One piece of such work, as plain data. */
export type BulkJob =
	| {
			readonly kind: "link";
			/** Folders, and paths below both. */
			readonly from: string;
			readonly to: string;
			readonly paths: readonly string[];
	  }
	| { readonly kind: "remove"; readonly folder: string }
	| { readonly kind: "pieces"; readonly file: PiecedFile };

/** @returns for a file of pieces what was written. @throws what the file system refused. */
export async function workInBulk(job: BulkJob): Promise<Written | undefined> {
	if (job.kind === "pieces") return writePiecedFile(job.file);
	if (job.kind === "remove") removeFolder(job.folder);
	else linkFiles(job.from, job.to, job.paths);
	return undefined;
}

function linkFiles(from: string, to: string, paths: readonly string[]): void {
	const made = new Set<string>();
	for (const path of paths) {
		const folder = dirname(path);
		if (!made.has(folder)) {
			mkdirSync(`${to}/${folder}`, { recursive: true });
			made.add(folder);
		}
		linkOrCopy(`${from}/${path}`, `${to}/${path}`);
	}
}

/** A hard link, or, on another disk or one without links, a copy. */
export function linkOrCopy(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to);
	}
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
