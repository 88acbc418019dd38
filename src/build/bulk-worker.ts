/** The process of {@link BulkFiles}: does one job after the other and answers each; it ends with the build that started it. */
import type { BulkAnswer, BulkMessage } from "./bulk.ts";
import { workInBulk } from "./bulk-work.ts";

let last: Promise<unknown> = Promise.resolve();
let mayOutlive = false;

process.on("disconnect", () => {
	if (!mayOutlive) process.exit(0);
});
process.on("message", (message: BulkMessage) => {
	if (message === "then end") {
		mayOutlive = true;
		last.then(() => {
			if (process.connected) process.disconnect();
		});
		return;
	}
	last = last.then(async () => {
		const answer: BulkAnswer = await workInBulk(message).then(
			(written) => (written === undefined ? {} : { written }),
			(error: Error) => ({ problem: error.message }),
		);
		// Nobody may be there any more to hear it.
		if (process.connected) process.send?.(answer, () => undefined);
	});
});
