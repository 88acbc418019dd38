/** Build the index of a corpus in a process of its own, so that its memory can be watched. */
import { readCorpus } from "../../src/corpus/store.ts";
import { buildIndex } from "../../src/search/write/write-index.ts";

const [corpusRoot = "", outDir = "", cacheDir = ""] = process.argv.slice(2);
const summary = await buildIndex({
	corpus: readCorpus(corpusRoot),
	outDir,
	cacheDir,
	portable: true,
});
console.log(JSON.stringify(summary));
