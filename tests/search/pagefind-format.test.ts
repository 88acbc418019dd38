import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { createIndex } from "pagefind";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
	readWordPlaces,
	readWords,
	recordLanguage,
} from "../../src/search/pagefind/format.ts";
import {
	closePagefind,
	writeWithPagefind,
} from "../../src/search/pagefind/pagefind.ts";
import { gap, tokenise } from "../../src/search/tokens.ts";
import { border, codeOf } from "../../src/search/words.ts";

/** What the parts of Pagefind's browser module do that this test asks. */
interface PagefindModule {
	options(options: { basePath: string }): Promise<void>;
	search(query: string): Promise<{
		results: {
			data(): Promise<{ locations: number[]; word_count: number }>;
		}[];
	}>;
}

let folder: string;
let pagefind: PagefindModule;

const text =
	"白俄罗斯总统卢卡申科抵京，“全天候”伙伴。G7 与 COVID-19；白俄罗斯的𠮷野家 café 在 2023 年。白白的白。";
const tokens = [...tokenise(text), ...tokenise(text.repeat(30)).reverse()];
const words = tokens.flatMap((token, n) =>
	n % 40 === 39 ? [border, codeOf(token)] : [codeOf(token)],
);
const content = words.join(" ");

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "biannian-format-"));
	const { index } = await createIndex({ forceLanguage: recordLanguage });
	await index?.addCustomRecord({
		url: "0",
		content: `___PAGEFIND_WEIGHT___1.05 ${content}`,
		language: recordLanguage,
	});
	await index?.writeFiles({ outputPath: folder });
	// Pagefind's browser module asks for its files by request.
	vi.stubGlobal("fetch", async (address: string) => {
		const { pathname } = new URL(address, "http://index.test/");
		return new Response(readFileSync(join(folder, pathname)));
	});
	vi.stubGlobal("document", { querySelector: () => null });
	vi.stubGlobal("window", globalThis);
	vi.stubGlobal("location", new URL("http://index.test/"));
	pagefind = await import(
		/* @vite-ignore */ pathToFileURL(join(folder, "pagefind.js")).href
	);
	await pagefind.options({ basePath: "http://index.test/" });
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await closePagefind();
	rmSync(folder, { recursive: true, force: true });
});

/** The places of each word, as our reader finds them in some chunks. */
function placesIn(bytes: Uint8Array): Map<string, number[]> {
	return new Map(
		readWords(bytes).map((one) => {
			const places = new Uint32Array(one.count);
			readWordPlaces(bytes, one, 0, places);
			return [one.word, [...places]];
		}),
	);
}

function ourPlaces(): Map<string, number[]> {
	const chunks = readdirSync(join(folder, "index")).flatMap((name) => [
		...placesIn(gunzipSync(readFileSync(join(folder, "index", name)))),
	]);
	return new Map(chunks);
}

test("our reader finds each word of an index where Pagefind's own finds it, and where it stands", async () => {
	const ours = ourPlaces();
	const distinct = [...new Set(words)].filter((word) => word !== border);
	expect([...ours.keys()].sort()).toEqual([...distinct].sort());
	expect(distinct.length).toBeGreaterThan(30);
	for (const word of distinct) {
		expect(ours.get(word), word).toEqual(
			words.flatMap((other, place) => (other === word ? [place] : [])),
		);
		const theirs = await locationsOf(word);
		expect(theirs.word_count).toBe(words.length);
		// Unless told otherwise it takes words that only begin so, too.
		const longer = distinct.filter((other) => other.startsWith(word));
		const all = longer.flatMap((other) => ours.get(other) as number[]);
		expect(theirs.locations, word).toEqual(all.sort((x, y) => x - y));
	}
});

async function locationsOf(word: string) {
	const { results } = await pagefind.search(word);
	const [only, ...more] = results;
	expect(more).toEqual([]);
	return (await only?.data()) as Awaited<
		ReturnType<NonNullable<typeof only>["data"]>
	>;
}

test("what the indexer hands over is what lies in Pagefind's files", async () => {
	const given = placesIn(await writeWithPagefind(content, words.length));
	expect(given).toEqual(ourPlaces());
	expect(given.has(codeOf(gap))).toBe(true);
});
