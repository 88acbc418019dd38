/** `npm run search -- 卢卡申科 停火`: search a built site from the terminal, on the browser's own code. */
import { readArticle } from "../src/corpus/store.ts";
import { bestExcerpts, termsToMark } from "../src/search/query/excerpts.ts";
import { dayOf } from "../src/search/query/facets.ts";
import { readerOf } from "../src/search/query/from-disk.ts";
import {
	type SortOrder,
	sortHits,
	sortOrders,
} from "../src/search/query/rank.ts";
import { search } from "../src/search/query/search.ts";
import { textOf } from "../src/search/write/text.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run search -- [options] words…
  --site DIR      the built site (_site)
  --corpus DIR    its corpus, for excerpts (corpus)
  --sort ORDER    ${sortOrders.join(", ")}
  --limit N       hits to print (10)
  --exact         no variants
  --json          one JSON object a line, all hits`;

/** @returns the exit code: 0 found, 1 nothing found, 2 wrong usage or no index. */
async function main(): Promise<number> {
	const { values, positionals } = readOptions(
		usage,
		{
			site: { type: "string", default: "_site" },
			corpus: { type: "string", default: "corpus" },
			sort: { type: "string", default: "relevance" },
			limit: { type: "string", default: "10" },
			exact: { type: "boolean", default: false },
			json: { type: "boolean", default: false },
		},
		true,
	);
	const order = sortOrders.find((name) => name === values.sort);
	const limit = Number(values.limit);
	if (positionals.length === 0 || !order || !(limit > 0)) {
		console.error(usage);
		return 2;
	}
	const reader = readerOf(values.site);
	const { answer, catalog } = await search(reader, positionals.join(" "), {
		variants: !values.exact,
	});
	const hits = sortHits(answer.hits, catalog, order as SortOrder);
	if (!values.json) {
		console.log(`${hits.length} articles`);
		for (const { spellings } of answer.counts)
			for (const { text, articles } of spellings)
				console.log(`  ${text}: ${articles}`);
	}
	const marks = termsToMark(answer.terms);
	for (const hit of values.json ? hits : hits.slice(0, limit)) {
		const { id } = await reader.nameOf(hit.document);
		const day = dayOf(hit.document, catalog);
		if (values.json) {
			console.log(JSON.stringify({ id, day, counts: hit.counts }));
			continue;
		}
		const article = readArticle(values.corpus, id);
		console.log(
			`\n${article.headline}\n  ${day ?? "undated"}  ${article.source.name}  articles/${id}.html`,
		);
		for (const { anchor, pieces } of bestExcerpts(textOf(article), marks))
			console.log(
				`  ${anchor.padEnd(4)} ${pieces.map(({ text, marked }) => (marked ? `【${text}】` : text)).join("")}`,
			);
	}
	return hits.length > 0 ? 0 : 1;
}

try {
	process.exitCode = await main();
} catch (error) {
	console.error(
		`search: ${error instanceof Error ? error.message : String(error)}\n${usage}`,
	);
	process.exitCode = 2;
}
