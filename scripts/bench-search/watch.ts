/** Run a command and note the largest process of its tree (Linux). */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Watched {
	readonly ms: number;
	/** Highest resident memory of any one process, bytes, and that process's name. */
	readonly largest: number;
	readonly name: string;
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
	const timer = setInterval(() => {
		for (const one of processesBelow(child.pid ?? 0))
			if (one.peak > largest) {
				largest = one.peak;
				name = one.name;
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
					output,
				});
			else reject(new Error(`${command} ended with ${status}:\n${output}`));
		});
	});
}

function processesBelow(root: number): { name: string; peak: number }[] {
	const parents = new Map<number, number>();
	const found = new Map<number, { name: string; peak: number }>();
	for (const entry of readdirSync("/proc")) {
		if (!/^\d+$/.test(entry)) continue;
		try {
			const status = readFileSync(`/proc/${entry}/status`, "utf8");
			const field = (key: string) =>
				new RegExp(`^${key}:\\s*(\\S+)`, "m").exec(status)?.[1] ?? "";
			parents.set(Number(entry), Number(field("PPid")));
			found.set(Number(entry), {
				name: field("Name"),
				peak: Number(field("VmHWM")) * 1024,
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
	return [...found].filter(([pid]) => below(pid)).map(([, one]) => one);
}
