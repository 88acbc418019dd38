/** Search on every page: the box in the header, the results page, the marks in an article. */
import { outlineId } from "../../../src/search/catalog.ts";
import { IndexReader } from "../../../src/search/query/reader.ts";
import { prepare } from "../../../src/search/query/search.ts";
import { SearchBox } from "./box.ts";
import { listenToKeys } from "./keys.ts";
import { loadIndexFile } from "./load.ts";
import { markArticle } from "./marks.ts";
import { attachOffline, registerWorker } from "./offline.ts";
import { SearchPage } from "./page.ts";
import { readState } from "./state.ts";
import { searchWords } from "./words.ts";

// In the search page, which this script is inside of; the page's text stands behind it.
const given = JSON.parse(
	document.getElementById(outlineId)?.textContent ?? "null",
);
const reader = new IndexReader(loadIndexFile, given);

if (given) {
	const { query, ...how } = readState(location.search);
	// The page's own search says what is wrong.
	prepare(reader, query, how).catch(() => undefined);
}
if (document.readyState === "loading")
	document.addEventListener("DOMContentLoaded", start);
else start();

function start(): void {
	const words = searchWords(document.documentElement.lang);
	const root = document.querySelector<HTMLElement>("[data-search]");
	if (root) startPage(root, words);
	else startBox(words);
}

function startPage(
	root: HTMLElement,
	words: ReturnType<typeof searchWords>,
): void {
	const page = new SearchPage(root, reader, words);
	const box = root.querySelector<HTMLInputElement>('input[name="q"]');
	listenToKeys(box, () => page.list.links());
	attachOffline(root, words);
	// What the reader came for goes first.
	void page.settled.then(registerWorker);
}

function startBox(words: ReturnType<typeof searchWords>): void {
	const headerBox = document.querySelector<HTMLInputElement>(
		'.site-head input[name="q"]',
	);
	const box =
		document.querySelector<HTMLInputElement>('main input[name="q"]') ??
		headerBox;
	const quick = headerBox && new SearchBox(headerBox, reader, words);
	// Who goes to the box is about to ask.
	headerBox?.addEventListener("focus", () => reader.start(), { once: true });
	listenToKeys(box, () => quick?.links() ?? [], headerBox);
	void markArticle(reader, words);
	registerWorker();
}
