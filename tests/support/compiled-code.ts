/** What is made once for all tests of a project: the program compiled, with a copy of which each archive's cache begins, and a folder. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { projectRoot } from "../../src/base/project.ts";
import { compileInto } from "../../src/compile/code.ts";
import { codeFolder } from "../../src/compile/code-folder.mjs";
import { sourceHash } from "../../src/compile/source-hash.mjs";
import { removeFolder } from "./remove-folder.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A cache in which there is nothing but compiled code; it is to be copied, not used. */
		compiled?: string;
		/** Where a file of tests leaves what others need as well; they run one after another where they use it. */
		shared?: string;
	}
}

/** Called by Vitest before the tests of a project; what it gives is called after them. */
export default async function setup(project: TestProject): Promise<() => void> {
	const shared = mkdtempSync(join(tmpdir(), "biannian-shared-"));
	const cache = join(shared, "cache");
	await compileInto(codeFolder(projectRoot, cache, sourceHash(projectRoot)));
	project.provide("compiled", cache);
	project.provide("shared", shared);
	return () => removeFolder(shared);
}
