import type { Corpus } from "../../corpus/store.ts";
import { indexCorpus, type SiteOptions } from "../index-corpus.ts";
import { browserFiles } from "./browser-files.ts";
import { dataPackage } from "./data-package.ts";
import { downloadFiles } from "./downloads.ts";
import { feedFiles } from "./feeds.ts";
import { lookFiles } from "./look.ts";
import type { PlannedFile } from "./planned-file.ts";
import { robotFiles } from "./robots.ts";

export type { PlannedFile };

/** Feeds, sitemap, `robots.txt` and everything under `data/` but the checksums. Reads no article. */
export function planFiles(
	corpus: Corpus,
	options: SiteOptions = {},
): PlannedFile[] {
	const site = indexCorpus(corpus, options);
	return [
		...feedFiles(site),
		...robotFiles(site),
		...lookFiles(site),
		...browserFiles(site),
		...downloadFiles(site),
		dataPackage(site),
	];
}
