/** Whether a process that left its number somewhere is still at work. */
import { readFileSync } from "node:fs";

/** Whether there is a process of that number that has not ended. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		// Containers without an init process keep those that have ended in their list.
		return !/^[ZX]/.test(fieldsOf(pid)[0] ?? "");
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** Which boot, and when after it the process was started; empty where `/proc` does not say. */
export function birthOf(pid: number): string {
	const ticks = fieldsOf(pid)[19];
	if (ticks === undefined) return "";
	return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${ticks}`;
}

/** Milliseconds of processor time that a process has used; `undefined` where `/proc` does not say. */
export function cpuMsOf(pid: number): number | undefined {
	const [user, system] = fieldsOf(pid).slice(11, 13).map(Number);
	return user === undefined || system === undefined
		? undefined
		: (user + system) * tickMs;
}

/** `/proc` counts in hundredths of a second (`USER_HZ`) on every architecture that Node runs on. */
const tickMs = 10;

/** What Linux says of a process from its state on (proc(5), field 3 of `stat`); nothing elsewhere. */
function fieldsOf(pid: number): readonly string[] {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		// The name before, in parentheses, may hold spaces.
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	} catch {
		return [];
	}
}
