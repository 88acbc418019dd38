/** A process that runs index tasks, one at a time, until its parent ends the connection. */
import { closePagefind } from "./pagefind.ts";
import { runTask, type Task } from "./tasks.ts";

process.on("message", async (task: Task) => {
	try {
		await runTask(task);
		answer({});
	} catch (error) {
		answer({ failure: error instanceof Error ? error.message : String(error) });
	}
});
process.on("disconnect", () => {
	void closePagefind();
	process.exit();
});

/** A parent that has given up meanwhile need not hear. */
function answer(message: { readonly failure?: string }): void {
	process.send?.(message, () => undefined);
}
