/** A process that runs index tasks. */
import { answerJobs } from "../../processes/answer-jobs.ts";
import { closePagefind } from "../pagefind/pagefind.ts";
import { runTask } from "./tasks.ts";

answerJobs(runTask, () => {
	void closePagefind();
	process.exit();
});
