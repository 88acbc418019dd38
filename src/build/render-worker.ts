/** A rendering process: reads its batch from the file named on its command line. */
import { readFileSync } from "node:fs";
import { readCorpus } from "../corpus/store.ts";
import type { PlannedPage } from "../site/plan.ts";
import { renderPages } from "../site/render.ts";

export interface RenderBatch {
	readonly corpusRoot: string;
	readonly outDir: string;
	readonly baseUrl?: string;
	readonly pages: readonly PlannedPage[];
}

// Without the build that asked for them, the pages have nowhere to go.
process.once("disconnect", orphaned);

function orphaned(): never {
	process.exit(1);
}

const { corpusRoot, outDir, baseUrl, pages } = JSON.parse(
	readFileSync(process.argv[2] ?? "", "utf8"),
) as RenderBatch;
await renderPages({
	corpus: readCorpus(corpusRoot),
	pages,
	outDir,
	...(baseUrl === undefined ? {} : { baseUrl }),
});
process.off("disconnect", orphaned);
process.disconnect?.();
