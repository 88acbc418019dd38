/** A process that runs index tasks, one at a time, until its parent ends the connection. */
import { closePagefind } from "../pagefind/pagefind.ts";
import { runTask, type Task } from "./tasks.ts";

/** What a process answers to a task. */
export interface Answer {
	/** Whether Pagefind had to index. */
	readonly rebuilt?: boolean;
	/** Why it could not be done. */
	readonly failure?: string;
}

process.on("message", async (task: Task) => {
	try {
		answer({ rebuilt: await runTask(task) });
	} catch (error) {
		answer({ failure: error instanceof Error ? error.message : String(error) });
	}
});
process.on("disconnect", () => {
	void closePagefind();
	process.exit();
});

/** A parent that has given up meanwhile need not hear. */
function answer(message: Answer): void {
	process.send?.(message, () => undefined);
}
