/**
 * A rendering process: renders the batches that it is sent and answers with what it wrote. Every page it wrote is read
 * again and checked by another parser.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../base/order.ts";
import { textOf } from "../base/utf8.ts";
import { answerJobs } from "../processes/answer-jobs.ts";
import { checkPage } from "./check-pages.ts";
import { renderPages } from "./eleventy.ts";
import type { RenderBatch } from "./renderer.ts";

/** Folder of the bundled templates. */
const [, , bundled] = process.argv;

answerJobs(render);

/** @returns the SHA-256 of each page, in the order of the batch. */
async function render(batch: RenderBatch): Promise<string[]> {
	await renderPages({ ...batch, ...(bundled ? { bundled } : {}) });
	const breaches: string[] = [];
	const hashes = batch.views.map(({ path }) => {
		const bytes = readFileSync(join(batch.outDir, path));
		for (const { line, problem } of checkPage(textOf(bytes)))
			breaches.push(`${path}:${line}  ${problem}`);
		return sha256(bytes);
	});
	if (breaches.length > 0)
		throw new Error(
			[
				`${breaches.length} things on the written pages break the policy of src/render/page-policy.ts:`,
				...breaches.slice(0, 20),
			].join("\n"),
		);
	return hashes;
}
