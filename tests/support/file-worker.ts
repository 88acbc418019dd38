import { beforeAll } from "vitest";
import { bundleCode } from "../../src/compile/code.ts";
import { BulkFiles } from "../../src/output/file-jobs.ts";
import type { Worth } from "../../src/output/thresholds.ts";
import { sharedFolder } from "./scratch.ts";

/** Makes what does jobs for files as a build has it, for the tests of a file; asked for outside of them. */
export function fileWorkers(): (worth?: Worth) => BulkFiles {
	let script = "";
	beforeAll(async () => {
		const entry = "src/output/file-job-worker.ts";
		const { bulk } = await bundleCode({ bulk: entry }, sharedFolder());
		script = bulk.path;
	});
	return (worth) => {
		const made = new BulkFiles(worth);
		made.useScript(script);
		return made;
	};
}
