/** `npm run search -- 卢卡申科 停火`: search a built site from the terminal, on the browser's own code. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { articlePath, readArticle } from "../src/corpus/store.ts";
import { type FoundArticle, open } from "../src/search/api.ts";
import { type SortOrder, sortOrders } from "../src/search/query/rank.ts";
import { textOf } from "../src/search/write/document.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run search -- [options] words…
  --site DIR      the built site (_site)
  --corpus DIR    its corpus, for passages where the site holds no texts (beside the site)
  --sort ORDER    ${sortOrders.join(", ")}
  --limit N       hits to print (10)
  --exact         no variants
  --json          one JSON object a line, all hits
  --              what follows are words, whatever they begin with`;

/** An argument such as `-谈判` is a word: no option begins so. */
const isWord = (argument: string) => /^-[^-a-z]/i.test(argument);
const wordMark = "\0";

/** @returns the exit code: 0 found, 1 nothing found, 2 wrong usage or no index. */
async function main(): Promise<number> {
	const { values, positionals } = readOptions(
		usage,
		{
			site: { type: "string", default: "_site" },
			corpus: { type: "string" },
			sort: { type: "string", default: "relevance" },
			limit: { type: "string", default: "10" },
			exact: { type: "boolean", default: false },
			json: { type: "boolean", default: false },
		},
		true,
		process.argv
			.slice(2)
			.map((argument) => (isWord(argument) ? wordMark : "") + argument),
	);
	const sort = sortOrders.find((name) => name === values.sort);
	const limit = Number(values.limit);
	if (positionals.length === 0 || !sort || !(limit > 0)) {
		console.error(usage);
		return 2;
	}
	const corpus = values.corpus ?? corpusOf(values.site);
	const archive = open(values.site, (id) =>
		existsSync(articlePath(corpus, id))
			? textOf(readArticle(corpus, id))
			: undefined,
	);
	const { query, counts, missing, total, articles } = await archive.search(
		positionals.map((word) => word.replace(wordMark, "")).join(" "),
		{
			sort: sort as SortOrder,
			variants: !values.exact,
			...(!values.json && { limit }),
		},
	);
	for (const { path, reason } of missing)
		console.error(`search: ${path} is missing: ${reason}`);
	for (const { text } of query.notes)
		console.error(`search: ${text} is no operator; it is taken as text`);
	if (!values.json) {
		console.log(`${total} articles`);
		for (const [n, { text }] of query.terms.entries()) {
			const others = counts[n]?.spellings.filter((one) => one.text !== text);
			const told = others?.map((one) => `${one.text} ${one.articles}`);
			console.log(
				`  ${[`${text}: ${counts[n]?.articles}`, ...(told ?? [])].join(", ")}`,
			);
		}
	}
	for (const article of articles) {
		const { id, day, counts } = article;
		if (values.json) console.log(JSON.stringify({ id, day, counts }));
		else await print(article);
	}
	return total > 0 ? 0 : 1;
}

async function print(article: FoundArticle): Promise<void> {
	const { headline, day, source, path } = article;
	console.log(`\n${headline}\n  ${day ?? "undated"}  ${source.name}  ${path}`);
	for (const { anchor, pieces } of await article.excerpts())
		console.log(
			`  ${anchor.padEnd(4)} ${pieces.map(({ text, marked }) => (marked ? `【${text}】` : text)).join("")}`,
		);
}

/** The corpus of a site as builds place it: next to it, with `_` before its name where the site has one. */
function corpusOf(site: string): string {
	const folders = ["../corpus", "../_corpus"].map((path) => join(site, path));
	return folders.find((folder) => existsSync(folder)) ?? "";
}

try {
	process.exitCode = await main();
} catch (error) {
	console.error(
		`search: ${error instanceof Error ? error.message : String(error)}\n${usage}`,
	);
	process.exitCode = 2;
}
