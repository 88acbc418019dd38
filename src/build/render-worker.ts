/**
 * A rendering process: for each file that it is told of, renders the batch in it and answers with
 * what went wrong, or with nothing. Every page it wrote is read again and checked by another
 * parser. It ends with the build that started it.
 */
import { readFileSync } from "node:fs";
import { readCorpus } from "../corpus/store.ts";
import { checkPages } from "../report/check-pages.ts";
import { renderPages } from "../site/render.ts";
import type { RenderBatch } from "./renderer.ts";

process.on("disconnect", () => process.exit(0));
process.on("message", async (file: string) => {
	process.send?.(await render(file).then(() => "", explain));
});

async function render(file: string): Promise<void> {
	const batch = JSON.parse(readFileSync(file, "utf8")) as RenderBatch;
	await renderPages({ ...batch, corpus: readCorpus(batch.corpusRoot) });
	const breaches = checkPages(
		batch.outDir,
		batch.pages.map(({ path }) => path),
	).map(({ file, line, problem }) => `${file}:${line}  ${problem}`);
	if (breaches.length > 0)
		throw new Error(
			[
				`${breaches.length} things on the written pages break the policy of src/report/page-policy.ts:`,
				...breaches.slice(0, 20),
			].join("\n"),
		);
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
