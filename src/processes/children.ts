/** The processes that a build started, so that none outlives it. */
import type { ChildProcess } from "node:child_process";

const living = new Set<ChildProcess>();

/** Remember `child` until it ends. */
export function watchOver(child: ChildProcess): void {
	living.add(child);
	child.once("exit", () => living.delete(child));
}

/** Whether `child` has ended, or never began. */
export function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
	return pid === undefined || exitCode !== null || signalCode !== null;
}

/** Stop `child` at once; afterwards it writes nothing any more. */
export async function killAndWait(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGKILL");
	await ended;
}

/** Let `child` end by itself: a process of ours does once its channel is closed. */
export async function endAndWait(child: ChildProcess): Promise<void> {
	if (hasEnded(child)) return;
	const ended = new Promise((resolve) => child.once("exit", resolve));
	if (child.connected) child.disconnect();
	await ended;
}

/**
 * On Ctrl-C or a request to end: stop every child, call `giveUp`, and exit as the shell expects.
 *
 * @param giveUp undoes what is half done, and answers what readers have now, in words for the terminal.
 * @returns the function that takes this back.
 */
export function onInterrupt(giveUp: () => string): () => void {
	const handlers = (["SIGINT", "SIGTERM"] as const).map((signal) => {
		const handler = () => {
			for (const child of living) child.kill("SIGKILL");
			console.error(`biannian: stopped; ${giveUp()}.`);
			process.exit(signal === "SIGINT" ? 130 : 143);
		};
		process.once(signal, handler);
		return { signal, handler };
	});
	return () => {
		for (const { signal, handler } of handlers) process.off(signal, handler);
	};
}
