/**
 * A rendering process: for each file that it is told of, renders the batch in it and answers with
 * what it wrote, or with what went wrong. Every page it wrote is read again and checked by another
 * parser. It ends with the build that started it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "node:v8";
import { sha256 } from "../base/order.ts";
import { textOf } from "../base/utf8.ts";
import { checkPage } from "./check-pages.ts";
import { renderPages } from "./eleventy.ts";
import type { RenderAnswer, RenderBatch } from "./renderer.ts";

/** Folder of the bundled templates, where this process itself runs bundled. */
const bundled = process.argv[2];

process.on("disconnect", () => process.exit(0));
process.on("message", async (file: string) => {
	const answer: RenderAnswer = await render(file).then(
		(hashes) => ({ hashes }),
		(error: unknown) => ({ problem: explain(error) }),
	);
	process.send?.(answer);
});

/** @returns the SHA-256 of each page, in the order of the batch. */
async function render(file: string): Promise<string[]> {
	const batch = deserialize(readFileSync(file)) as RenderBatch;
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

/** What went wrong and what was behind it: Eleventy wraps what the system said. */
function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { originalError, cause } = error as { originalError?: unknown } & Error;
	const behind = originalError ?? cause;
	const told = error.stack ?? error.message;
	return behind instanceof Error && behind !== error
		? `${told}\nbecause of: ${behind.message}`
		: told;
}
