/** A process that runs index tasks, one at a time, until its parent ends the connection. */
import { closePagefind } from "./pagefind.ts";
import { runTask, type Task } from "./tasks.ts";

process.on("message", async (task: Task) => {
	try {
		await runTask(task);
		process.send?.({});
	} catch (error) {
		process.send?.({
			failure: error instanceof Error ? error.message : String(error),
		});
	}
});
process.on("disconnect", () => {
	void closePagefind();
	process.exit();
});
