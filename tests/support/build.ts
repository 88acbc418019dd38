import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, inject } from "vitest";
import {
	poolsHere,
	type WorkerPools,
} from "../../src/assemble/worker-pools.ts";
import { defaults } from "../../src/config.ts";
import type { BuildOptions } from "../../src/pipeline.ts";

const run = promisify(execFile);

/** Folders of one archive below `root`. */
export interface Archive {
	readonly seeds: string;
	readonly out: string;
	readonly corpus: string;
	readonly cache: string;
}

/** What an archive below `root` is called. Its cache has the program compiled already, where the tests of a project share that. */
export function archiveIn(root: string, seeds = join(root, "seeds")): Archive {
	const compiled = inject("compiled");
	if (compiled !== undefined && !existsSync(join(root, "cache")))
		cpSync(compiled, join(root, "cache"), { recursive: true });
	return {
		seeds: resolve(seeds),
		out: join(root, "site"),
		corpus: join(root, "corpus"),
		cache: join(root, "cache"),
	};
}

/** What `build` of `src/pipeline.ts` is given for an archive, without a word on the terminal. */
export function optionsFor(archive: Archive): BuildOptions {
	return {
		...archive,
		config: defaults,
		portable: true,
		// Most tests come and go as they like; those about what vanishes say so.
		maxRemovals: Number.POSITIVE_INFINITY,
		strict: false,
		quiet: true,
		json: false,
	};
}

/**
 * Processes for all builds of a file, asked for outside of tests; they are let go after the last one.
 *
 * To load the templates takes longer than to render a small archive. They are the same for all of
 * them, but each archive's cache has bundles of its own: the first one serves as long as it is there.
 */
export function sharedPools(): WorkerPools {
	const pools = poolsHere(undefined, true);
	const { renderers } = pools;
	const setProgram = renderers.setProgram.bind(renderers);
	let script = "";
	renderers.setProgram = (program) => {
		if (existsSync(script)) return;
		script = program.script;
		setProgram(program);
	};
	afterAll(() => pools.close());
	return pools;
}

export interface Ended {
	readonly code: number;
	/** The signal that ended it, if one did. */
	readonly signal?: string | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Run a command of ours in a process of its own, as a user would. */
export async function runCommand(
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
	try {
		const { stdout, stderr } = await run(
			process.execPath,
			["src/start.mjs", command, ...args],
			{ env: { ...process.env, ...env }, maxBuffer: 64_000_000 },
		);
		return { code: 0, stdout, stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as {
			code: number;
			stdout: string;
			stderr: string;
		};
		return { code, stdout, stderr };
	}
}

export function archiveFlags({ seeds, out, corpus, cache }: Archive): string[] {
	return ["--seeds", seeds, "--out", out, "--corpus", corpus, "--cache", cache];
}

/** Build `archive` with the command line; what it prints is in the answer. */
export function buildArchive(
	archive: Archive,
	flags: readonly string[] = [],
	env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
	return runCommand("build", [...archiveFlags(archive), ...flags], env);
}
