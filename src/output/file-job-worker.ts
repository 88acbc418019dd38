/** The process of {@link BulkFiles}: does one job after the other and answers each; it ends with the build that started it. */
import { answerJobs } from "../processes/answer-jobs.ts";
import { type BulkJob, workInBulk } from "./file-job-work.ts";
import { type KnownLedger, readLedger } from "./manifest.ts";

/** Ledgers that were read: they are long, are asked for twice, and stay as they are while this process lives. */
const ledgers = new Map<string, KnownLedger>();

function ledgerAt(path: string): KnownLedger {
	const ledger = ledgers.get(path) ?? readLedger(path);
	ledgers.set(path, ledger);
	return ledger;
}

/** `disconnect` is only handled between jobs. */
const build = process.ppid;
const helper = { ledgerAt, isWanted: () => process.ppid === build };

/** Whether it may end its jobs though the build is gone; heard at once, not when it is this job's turn. */
let mayOutlive = false;
process.on("message", (job) => {
	mayOutlive ||= job === "outlive";
});

answerJobs(
	(job: BulkJob | "outlive") => {
		if (job !== "outlive") return workInBulk(job, helper);
		// There will be no more.
		process.disconnect();
		return undefined;
	},
	() => {
		if (!mayOutlive) process.exit(0);
	},
);
