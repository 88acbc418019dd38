/** Run a command and watch the memory and processor time of its whole process tree (Linux). */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measured {
	/** Wall time in milliseconds. */
	readonly ms: number;
	/** User and system time of all processes of the tree, in milliseconds, as last sampled. */
	readonly cpuMs: number;
	/** Highest sum of resident memory over the tree, in bytes (shared pages count once a process). */
	readonly peakBytes: number;
	readonly status: number;
	readonly output: string;
}

/** Kernel ticks a second: 100 on every Linux that Node runs on. */
const ticks = 100;
const pageBytes = 4096;
const sampleMs = 50;

export function measure(
	command: string,
	args: readonly string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Measured> {
	const started = performance.now();
	const child = spawn(command, [...args], {
		...options,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	const keep = (text: string) => {
		output = (output + text).slice(-20_000);
	};
	child.stdout.setEncoding("utf8").on("data", keep);
	child.stderr.setEncoding("utf8").on("data", keep);
	let peakBytes = 0;
	const cpu = new Map<number, number>();
	const sample = () => {
		const tree = processTree(child.pid ?? 0);
		peakBytes = Math.max(
			peakBytes,
			tree.reduce((sum, { rss }) => sum + rss, 0),
		);
		for (const { pid, cpuMs } of tree) cpu.set(pid, cpuMs);
	};
	const timer = setInterval(sample, sampleMs);
	return new Promise((done, failed) => {
		child.once("error", failed);
		child.once("close", (status) => {
			clearInterval(timer);
			done({
				ms: Math.round(performance.now() - started),
				cpuMs: [...cpu.values()].reduce((sum, value) => sum + value, 0),
				peakBytes,
				status: status ?? -1,
				output,
			});
		});
	});
}

interface Process {
	readonly pid: number;
	readonly parent: number;
	readonly rss: number;
	readonly cpuMs: number;
}

function processTree(root: number): Process[] {
	const all = new Map<number, Process>();
	for (const name of readdirSync("/proc")) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const stat = readFileSync(`/proc/${name}/stat`, "utf8");
			const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			all.set(Number(name), {
				pid: Number(name),
				parent: Number(fields[1]),
				cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks,
				rss: Number(fields[21]) * pageBytes,
			});
		} catch {
			// Gone between the listing and the look.
		}
	}
	const inTree = (process: Process): boolean => {
		let at: Process | undefined = process;
		while (at && at.pid !== root) at = all.get(at.parent);
		return at !== undefined;
	};
	return [...all.values()].filter(inTree);
}
