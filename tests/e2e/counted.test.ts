/** Lines in context and frequencies over time of sixty queries, counted again over the corpus. */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { type Term, writeQuery } from "../../src/search/query/parse.ts";
import { sampleQueries } from "../search/sample-queries.ts";
import { startChromium } from "../support/engines/chromium.ts";
import {
	type Engine,
	type EnginePage,
	until,
} from "../support/engines/engine.ts";
import { type SearchedSite, searchedSite } from "../support/searched-site.ts";
import { takeFile } from "../support/take-file.ts";

let site: SearchedSite;
let engine: Engine;
let page: EnginePage;
let queries: readonly (readonly Term[])[];
beforeAll(async () => {
	[site, engine] = await Promise.all([searchedSite(), startChromium()]);
	page = await engine.open();
	await page.go(`${site.ways["from a disk"]}search.html`);
	queries = sampleQueries(
		site.articles,
		makeVocabulary().names,
		seededRandom(23),
		60,
	);
});
afterAll(async () => {
	await engine?.close();
	await site?.close();
});

/** Ask in the open page, and wait for the table that shows the answer. */
async function ask(terms: readonly Term[], view: string): Promise<void> {
	await page.run(
		(address) => {
			history.pushState(null, "", address);
			dispatchEvent(new PopStateEvent("popstate"));
		},
		`?q=${encodeURIComponent(writeQuery(terms))}&${view}`,
	);
	await until(
		page,
		() => document.querySelector('[data-part="view"] table') !== null,
	);
}

/** Of each article that answers, how often the terms stand in it. */
function counted(terms: readonly Term[]): Map<string, number> {
	return new Map(
		site.literal
			.hits(terms)
			.map((id) => [
				id,
				site.literal.counts(terms, id).reduce((sum, count) => sum + count, 0),
			]),
	);
}

test("in context an article has a line for each place where a term stands in it", async () => {
	const wrong: unknown[] = [];
	let lines = 0;
	for (const terms of queries) {
		await ask(terms, "view=context");
		const rows: { id: string }[] = parse(
			await takeFile(page, '[data-part="view"] .search-take button'),
			{ columns: true, bom: true },
		);
		const shown = new Map<string, number>();
		for (const { id } of rows) shown.set(id, (shown.get(id) ?? 0) + 1);
		const expected = counted(terms);
		const differ = [...new Set([...shown.keys(), ...expected.keys()])].filter(
			(id) => (shown.get(id) ?? 0) !== (expected.get(id) ?? 0),
		);
		if (differ.length > 0) wrong.push({ query: writeQuery(terms), differ });
		lines += rows.length;
	}
	expect(wrong).toEqual([]);
	expect(lines).toBeGreaterThan(1_000);
});

test("over time each year has the articles and the places that the corpus has", async () => {
	const yearOf = new Map(
		site.articles.map(({ id, published }) => [
			id,
			published?.day.slice(0, 4) ?? "",
		]),
	);
	const held = tally([...yearOf.values()].map((year) => [year, 1]));
	const wrong: unknown[] = [];
	for (const terms of queries) {
		await ask(terms, "view=time");
		const shown = await page.run(() =>
			[...document.querySelectorAll(".results-time tbody tr")].map((row) => {
				const [all, articles, , times] = [...row.querySelectorAll("td")].map(
					({ textContent }) => textContent,
				);
				return [row.getAttribute("data-period"), all, articles, times];
			}),
		);
		const hits = [...counted(terms)];
		const articles = tally(hits.map(([id]) => [yearOf.get(id) ?? "", 1]));
		const times = tally(hits.map(([id, n]) => [yearOf.get(id) ?? "", n]));
		const expected = shown.map(([year]) => [
			year,
			...[held, articles, times].map((counts) =>
				String(counts.get(year ?? "") ?? 0),
			),
		]);
		const told = new Set(shown.map(([year]) => year));
		if (
			JSON.stringify(shown) !== JSON.stringify(expected) ||
			[...held.keys()].some((year) => !told.has(year))
		)
			wrong.push({ query: writeQuery(terms), shown, expected });
	}
	expect(wrong).toEqual([]);
});

function tally(entries: readonly (readonly [string, number])[]) {
	const sums = new Map<string, number>();
	for (const [key, n] of entries) sums.set(key, (sums.get(key) ?? 0) + n);
	return sums;
}
