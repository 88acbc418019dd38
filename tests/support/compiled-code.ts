/** The program compiled once for all tests that build: each archive's cache begins with a copy. */
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
	}
}

/** Called by Vitest before the tests of a project; what it gives is called after them. */
export default async function setup(project: TestProject): Promise<() => void> {
	const cache = mkdtempSync(join(tmpdir(), "biannian-code-"));
	await compileInto(codeFolder(projectRoot, cache, sourceHash(projectRoot)));
	project.provide("compiled", cache);
	return () => removeFolder(cache);
}
