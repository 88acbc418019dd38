/** Builds as processes that a test may kill, and what is left of them. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ended } from "./build.ts";

export interface Running {
	/** Leads a process group of its own. */
	readonly child: ChildProcess;
	/** In the environment of the process and of every one that it starts: `MARK=…`. */
	readonly mark: string;
	/** All that it printed so far to standard error. */
	said(): string;
	/** All that it printed so far to standard output. */
	printed(): string;
	readonly ended: Promise<Ended>;
}

let marks = 0;

/**
 * Start a command of ours in a process group of its own.
 *
 * @param before words that come before ours on the command line, such as `setpriv …`.
 */
export function startCommand(
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
	before: readonly string[] = [],
): Running {
	const mark = `${process.pid}-${marks++}`;
	const [program = "", ...words] = [
		...before,
		process.execPath,
		...["src/start.mjs", command, ...args],
	];
	const child = spawn(program, words, {
		detached: true,
		env: { ...process.env, ...env, BIANNIAN_MARK: mark },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let stdout = "";
	let stderr = "";
	child.stdout?.setEncoding("utf8").on("data", (text) => {
		stdout += text;
	});
	child.stderr?.setEncoding("utf8").on("data", (text) => {
		stderr += text;
	});
	const ended = new Promise<Ended>((resolve) =>
		child.once("exit", (code, signal) =>
			// What it printed last may be under way; children may hold the pipe open.
			setTimeout(
				() =>
					resolve({ code: code ?? (signal ? 128 : 1), signal, stdout, stderr }),
				50,
			),
		),
	);
	return { child, mark, said: () => stderr, printed: () => stdout, ended };
}

/** One process that a build started, or the build itself. */
export interface Descendant {
	readonly pid: number;
	/** Its words on the command line, with spaces between. */
	readonly command: string;
}

/** The living processes that carry `mark`; needs Linux's `/proc`. */
export function processesOf(mark: string): Descendant[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const own = readFileSync(`/proc/${name}/environ`, "utf8");
				if (!own.split("\0").includes(`BIANNIAN_MARK=${mark}`)) return [];
				const words = readFileSync(`/proc/${name}/cmdline`, "utf8");
				// One that has ended and was not asked for yet has no words.
				return words === ""
					? []
					: [{ pid: Number(name), command: words.split("\0").join(" ") }];
			} catch {
				// It ended meanwhile.
				return [];
			}
		});
}

/** Wait until `condition` holds. @throws after `ms` milliseconds, far more than a busy machine takes. */
export async function until<Value>(
	what: string,
	condition: () => Value | undefined | false,
	ms = 120_000,
): Promise<Value> {
	for (const end = performance.now() + ms; performance.now() < end; ) {
		const value = condition();
		if (value !== undefined && value !== false) return value;
		await sleep(5);
	}
	throw new Error(`Waited ${ms} ms in vain: ${what}`);
}
