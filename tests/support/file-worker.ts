import { beforeAll } from "vitest";
import { compileCode } from "../../src/compile/code.ts";
import { FileWorker } from "../../src/output/file-jobs.ts";
import type { Thresholds } from "../../src/output/thresholds.ts";
import { archiveIn } from "./build.ts";
import { sharedFolder } from "./scratch.ts";

/** Makes what does jobs for files as a build has it, for the tests of a file; asked for outside of them. */
export function fileWorkers(): (thresholds?: Thresholds) => FileWorker {
	let script = "";
	beforeAll(async () => {
		const { scripts } = await compileCode(archiveIn(sharedFolder()).cache);
		script = scripts.fileJobs;
	});
	return (thresholds) => {
		const made = new FileWorker(thresholds);
		made.useScript(script);
		return made;
	};
}
