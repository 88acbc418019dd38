/** How long a page's own thread is busy without a pause, by its processor time: a busy machine changes nothing of it. */
import type { CDPSession } from "@playwright/test";

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	/** Processor time, microseconds. */
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** @returns milliseconds of the longest tasks of the page's thread while `act` ran, longest first. */
export async function longestTasks(
	session: CDPSession,
	act: () => Promise<void>,
): Promise<number[]> {
	const events: TraceEvent[] = [];
	session.on("Tracing.dataCollected", ({ value }) => {
		events.push(...(value as unknown as TraceEvent[]));
	});
	await session.send("Tracing.start", {
		traceConfig: { includedCategories: ["toplevel", "__metadata"] },
		transferMode: "ReportEvents",
	});
	await act();
	const complete = new Promise((resolve) =>
		session.once("Tracing.tracingComplete", resolve),
	);
	await session.send("Tracing.end");
	await complete;
	const pages = events
		.filter(
			({ name, args }) =>
				name === "thread_name" && args.name === "CrRendererMain",
		)
		.map(({ pid, tid }) => `${pid} ${tid}`);
	return events
		.filter(({ pid, tid, tdur }) => tdur && pages.includes(`${pid} ${tid}`))
		.map(({ tdur = 0 }) => tdur / 1000)
		.sort((a, b) => b - a)
		.slice(0, 5);
}
