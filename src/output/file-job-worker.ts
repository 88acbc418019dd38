/** The process of {@link FileWorker}: does one job after the other and answers each; it ends with the build that started it. */
import { answerJobs } from "../processes/answer-jobs.ts";
import { doFileJob, type FileJob } from "./file-job-work.ts";
import { type KnownManifest, readOutputManifest } from "./manifest.ts";

/** Manifests that were read: they are long, are asked for twice, and stay as they are while this process lives. */
const manifests = new Map<string, KnownManifest>();

function manifestAt(path: string): KnownManifest {
	const manifest = manifests.get(path) ?? readOutputManifest(path);
	manifests.set(path, manifest);
	return manifest;
}

/** `disconnect` is only handled between jobs. */
const build = process.ppid;
const helper = { manifestAt, isWanted: () => process.ppid === build };

/** Whether it may end its jobs though the build is gone; heard at once, not when it is this job's turn. */
let mayOutlive = false;
process.on("message", (job) => {
	mayOutlive ||= job === "outlive";
});

answerJobs(
	(job: FileJob | "outlive") => {
		if (job !== "outlive") return doFileJob(job, helper);
		// There will be no more.
		process.disconnect();
		return undefined;
	},
	() => {
		if (!mayOutlive) process.exit(0);
	},
);
