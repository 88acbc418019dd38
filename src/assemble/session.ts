/** What the stages of one build share, and what is let go however the build ends. */

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Progress, showProgress } from "../base/progress.ts";
import { realPlace } from "../base/real-place.ts";
import { scratchName } from "../base/scratch-name.ts";
import { type Code, compileCode } from "../compile/code.ts";
import type { Config } from "../domain/config.ts";
import type { Listed } from "../output/checksums.ts";
import { FileWorker } from "../output/file-jobs.ts";
import { lockOutput } from "../output/lock.ts";
import { OutputFolder } from "../output/output-folder.ts";
import { publishedFiles } from "../output/published-files.ts";
import type { Thresholds } from "../output/thresholds.ts";
import { onInterrupt } from "../processes/children.ts";
import { removeLeftovers } from "./leftovers.ts";
import { poolsHere, type WorkerPools } from "./worker-pools.ts";

export interface BuildOptions {
	/** Absolute paths. */
	readonly seeds: string;
	readonly out: string;
	readonly corpus: string;
	readonly cache: string;
	readonly config: Config;
	/** With a `/` at its end. */
	readonly baseUrl?: string;
	/** Whether search works when pages are opened from a disk. */
	readonly portable: boolean;
	/** Whether web archives lie in the site as they are, beside what was read in them. */
	readonly keepArchives?: boolean;
	/** Processes that read files; one per core unless given. */
	readonly workers?: number;
	/** `redis://…`: who takes jobs from there does the work. */
	readonly queue?: string;
	/** Whether everything is made anew, as if nothing were remembered of earlier builds. */
	readonly fresh?: boolean;
	/** How many published addresses may answer no more; none unless given. */
	readonly maxRemovals?: number;
	/** A list of ids that a site elsewhere published, to be compared with as well. */
	readonly against?: string;
	readonly strict: boolean;
	readonly quiet: boolean;
	readonly json: boolean;
	/** For tests: other sizes that count as large. */
	readonly thresholds?: Thresholds;
}

export interface Session {
	/** The cache of a fresh build is an empty one. */
	readonly options: BuildOptions;
	/** Folder for lists that people read after the build: the cache that they named. */
	readonly lists: string;
	readonly progress: Progress;
	readonly pools: WorkerPools;
	/** Does what is to be done to very many files. */
	readonly files: FileWorker;
	readonly corpus: OutputFolder;
	readonly site: OutputFolder;
	readonly code: Code;
}

/**
 * Do the work of one build: under a lock, with processes that none outlives it.
 *
 * @param kept processes that stay for further builds; the caller lets them go.
 * @throws Locked while another build writes the same folder; what `work` throws, after everything is as it was.
 */
export async function withSession<Result>(
	asked: BuildOptions,
	kept: WorkerPools | undefined,
	work: (session: Session) => Promise<Result>,
): Promise<Result> {
	const options = placedOptions(asked);
	const progress = showProgress(options.quiet || options.json);
	const pools = kept ?? (await poolsFor(options));
	const files = new FileWorker(options.thresholds);
	const outputs = new Outputs(options.out);
	const giveUp = () => {
		outputs.giveUp();
		if (asked.fresh) rmSync(options.cache, { recursive: true, force: true });
	};
	const forget = onInterrupt(() => {
		const { isPublished } = outputs;
		giveUp();
		return isPublished
			? "the new site stands already"
			: "what was built before is as it was";
	});
	try {
		outputs.lock(options.corpus);
		progress.stage("prepare");
		removeLeftovers(asked.cache);
		const code = await compileCode(options.cache);
		files.useScript(code.scripts.fileJobs);
		pools.setScripts(code.scripts);
		return await work({
			...{ options, progress, pools, files, code },
			corpus: outputs.open(options.corpus, "corpus", options, files),
			site: outputs.open(options.out, "site", options, files),
			lists: asked.cache,
		});
	} catch (error) {
		// They may be writing still, into a folder that is about to go.
		await pools.kill();
		throw error;
	} finally {
		await (kept ? kept.rest() : pools.close());
		await files.close();
		progress.finish();
		giveUp();
		// Last: a signal that came before finds the handler, one that comes later finds nothing to undo.
		forget();
	}
}

/** The folders that a build writes: locked against other builds, and given up or published together. */
class Outputs {
	readonly #folders: OutputFolder[] = [];
	readonly #unlocks: (() => void)[] = [];

	/** @throws Locked while another build writes the folder `first`. */
	constructor(first: string) {
		this.lock(first);
	}

	/** @throws Locked while another build writes the folder. */
	lock(folder: string): void {
		this.#unlocks.push(lockOutput(folder));
	}

	open(
		target: string,
		about: Listed,
		{ cache, out }: BuildOptions,
		files: FileWorker,
	): OutputFolder {
		const isOurs = () => publishedFiles(out, about);
		const folder = new OutputFolder(target, cache, files, isOurs);
		this.#folders.push(folder);
		return folder;
	}

	/** Whether readers have one of the new folders. */
	get isPublished(): boolean {
		return this.#folders.some((folder) => folder.isSwapped);
	}

	giveUp(): void {
		for (const folder of this.#folders) folder.abandon();
		for (const unlock of this.#unlocks.splice(0)) unlock();
	}
}

/** Where an output is named by a link, the folder that it leads to is replaced, and the link stays. */
function placedOptions(asked: BuildOptions): BuildOptions {
	const out = realPlace(asked.out);
	const corpus = realPlace(asked.corpus);
	const options = { ...asked, out, corpus };
	return asked.fresh ? withEmptyCache(options) : options;
}

function withEmptyCache(options: BuildOptions): BuildOptions {
	// Of a killed build the next one removes it.
	const cache = `${scratchName(join(options.cache, "fresh"))}0`;
	rmSync(cache, { recursive: true, force: true });
	mkdirSync(cache, { recursive: true });
	return { ...options, cache };
}

async function poolsFor(options: BuildOptions): Promise<WorkerPools> {
	const { queue, workers } = options;
	if (queue === undefined) return poolsHere(workers);
	const { poolsOnQueue } = await import("./queue-pools.ts");
	return poolsOnQueue(queue, options);
}
