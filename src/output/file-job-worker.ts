/** The process of {@link BulkFiles}: does one job after the other and answers each; it ends with the build that started it. */

import { workInBulk } from "./file-job-work.ts";
import type { BulkAnswer, BulkMessage } from "./file-jobs.ts";
import { type KnownLedger, readLedger } from "./manifest.ts";

/** Ledgers that were read: they are long, are asked for twice, and stay as they are while this process lives. */
const ledgers = new Map<string, KnownLedger>();

function ledgerAt(path: string): KnownLedger {
	const ledger = ledgers.get(path) ?? readLedger(path);
	ledgers.set(path, ledger);
	return ledger;
}

/** A message that it ended is heard between two jobs only. */
const build = process.ppid;
const helper = { ledgerAt, isWanted: () => process.ppid === build };

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
		const answer: BulkAnswer = await workInBulk(message, helper).then(
			(result) => ({ result }),
			(error: Error) => ({ problem: error.message }),
		);
		// Nobody may be there any more to hear it.
		if (process.connected) process.send?.(answer, () => undefined);
	});
});
