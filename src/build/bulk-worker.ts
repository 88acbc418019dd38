/** The process of {@link BulkFiles}: does one job after the other and answers each; it ends with the build that started it. */
import type { BulkAnswer } from "./bulk.ts";
import { type BulkJob, workInBulk } from "./bulk-work.ts";

let last: Promise<unknown> = Promise.resolve();

process.on("disconnect", () => process.exit(0));
process.on("message", (job: BulkJob) => {
	last = last.then(async () => {
		const answer: BulkAnswer = await workInBulk(job).then(
			(written) => (written === undefined ? {} : { written }),
			(error: Error) => ({ problem: error.message }),
		);
		process.send?.(answer);
	});
});
