/** Run a command and note the largest process of its tree (Linux). */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Watched {
	readonly ms: number;
	/** Highest resident memory of any one process, bytes, and that process's name. */
	readonly largest: number;
	readonly name: string;
	/** Processor time of each kind of process, user and system, seconds; what ran after the last look is missing. */
	readonly cpu: Readonly<Record<string, number>>;
	readonly output: string;
}

/** @throws with its output when the command fails. */
export function watch(
	command: string,
	args: readonly string[],
): Promise<Watched> {
	const started = performance.now();
	const child = spawn(command, [...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	let largest = 0;
	let name = "";
	const seen = new Map<number, Seen>();
	const timer = setInterval(() => {
		for (const one of processesBelow(child.pid ?? 0)) {
			seen.set(one.pid, one);
			if (one.peak > largest) {
				largest = one.peak;
				name = one.name;
			}
		}
	}, 100);
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (status) => {
			clearInterval(timer);
			if (status === 0)
				resolve({
					ms: Math.round(performance.now() - started),
					largest,
					name,
					cpu: cpuByName([...seen.values()]),
					output,
				});
			else reject(new Error(`${command} ended with ${status}:\n${output}`));
		});
	});
}

interface Seen {
	readonly pid: number;
	readonly name: string;
	readonly peak: number;
	readonly cpu: number;
}

function cpuByName(all: readonly Seen[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const { name, cpu } of all) sums[name] = (sums[name] ?? 0) + cpu;
	return sums;
}

/** Linux counts processor time in hundredths of a second. */
const ticks = 100;

function processesBelow(root: number): Seen[] {
	const parents = new Map<number, number>();
	const found = new Map<number, Seen>();
	for (const entry of readdirSync("/proc")) {
		if (!/^\d+$/.test(entry)) continue;
		try {
			const status = readFileSync(`/proc/${entry}/status`, "utf8");
			const field = (key: string) =>
				new RegExp(`^${key}:\\s*(\\S+)`, "m").exec(status)?.[1] ?? "";
			// After the name, which may hold anything: state, parent, …; user and system are 12 and 13.
			const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
			const times = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
			const pid = Number(entry);
			parents.set(pid, Number(field("PPid")));
			found.set(pid, {
				pid,
				name: field("Name"),
				peak: Number(field("VmHWM")) * 1024,
				cpu: (Number(times[11]) + Number(times[12])) / ticks,
			});
		} catch {
			// It ended meanwhile.
		}
	}
	const below = (pid: number): boolean => {
		const parent = parents.get(pid);
		return (
			pid === root || (parent !== undefined && parent > 1 && below(parent))
		);
	};
	return [...found.values()].filter(({ pid }) => below(pid));
}
