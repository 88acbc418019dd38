/**
 * Units joined into one Pagefind index, file by file as Pagefind 1.6 lays it out; page n is unit n.
 */
import { createHash } from "node:crypto";
import { pageName } from "./catalog.ts";
import { CborWriter } from "./cbor.ts";
import { simplify } from "./han.ts";
import { metaOf } from "./index-meta.ts";
import { recordLanguage, signed } from "./index-words.ts";
import { placesOfPage, type UnitFacts, type UnitWord } from "./unit.ts";

/** Bytes of a chunk before packing, at most; a frequent word has a longer one to itself. */
const chunkBytes = 16_000;

export interface VolumeFacts {
	readonly hash: string;
	readonly chunks: readonly string[];
	readonly traditional: string;
}

/**
 * Write the files of one volume.
 *
 * @param units oldest first: their words and what is known of their articles.
 * @param ids of the articles, in order.
 * @param version of Pagefind.
 * @param put takes a path inside the volume's folder and the file's bytes before packing; the next
 *   file is made once it has settled.
 */
export async function joinUnits(
	units: readonly {
		readonly words: readonly UnitWord[];
		readonly facts: UnitFacts;
	}[],
	ids: readonly string[],
	version: string,
	put: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<VolumeFacts> {
	const chunks: { first: string; last: string }[] = [];
	const traditional: string[] = [];
	let words = 0;
	let first = "";
	let last = "";
	const chunk = new CborWriter();
	const head = new CborWriter();
	const flush = async () => {
		if (words === 0) return;
		head.array(1);
		head.array(words);
		const path = `index/${pageName(chunks.length)}.pf_index`;
		chunks.push({ first, last });
		words = 0;
		await put(path, signed(head.take(), chunk.take()));
	};
	for (const [word, parts] of byWord(units)) {
		if (simplify(word) !== word) traditional.push(word);
		const size = parts.reduce((sum, { places }) => sum + places.length + 3, 0);
		if (chunk.length + size > chunkBytes) await flush();
		if (words === 0) first = word;
		last = word;
		words++;
		chunk.array(2);
		chunk.text(word);
		chunk.array(parts.length);
		let before = 0;
		for (const { page, places } of parts) {
			chunk.array(2);
			chunk.integer(page - before);
			chunk.append(places);
			before = page;
		}
	}
	await flush();
	const facts = units.map((unit) => unit.facts);
	const pages = facts.map(({ places }) => placesOfPage(places));
	const meta = metaOf(version, pages, chunks);
	const hash = `${recordLanguage}_${createHash("sha256").update(meta).digest("hex").slice(0, 11)}`;
	await put(`pagefind.${hash}.pf_meta`, signed(meta));
	await putFragments(facts, ids, put);
	return {
		hash,
		chunks: chunks.map((chunk) => chunk.first),
		traditional: traditional.join(""),
	};
}

/** A word's places on one page. */
interface PagePlaces {
	readonly page: number;
	readonly places: Uint8Array;
}

/** All words, ascending, each with the pages that hold it. */
function byWord(
	units: Parameters<typeof joinUnits>[0],
): [string, PagePlaces[]][] {
	const all = new Map<string, PagePlaces[]>();
	for (const [page, { words }] of units.entries())
		for (const { word, places } of words) {
			const parts = all.get(word);
			if (parts) parts.push({ page, places });
			else all.set(word, [{ page, places }]);
		}
	// Words hold nothing beyond the basic plane: order by unit is order by code point.
	return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * A page's fragment names its articles as Pagefind names the headings of a page: address, headline
 * and the place where each begins. The text is in the articles' own pages.
 */
async function putFragments(
	facts: readonly UnitFacts[],
	ids: readonly string[],
	put: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
	let document = 0;
	for (const [n, { places, headlines }] of facts.entries()) {
		let location = 0;
		const anchors = headlines.map((text, i) => {
			const begin = location;
			location += (places[i] as number) + 1;
			return { element: "h1", id: ids[document++], text, location: begin };
		});
		const fragment = {
			url: "articles/",
			content: "",
			word_count: placesOfPage(places),
			filters: {},
			meta: {},
			anchors,
		};
		await put(
			`fragment/${pageName(n)}.pf_fragment`,
			signed(Buffer.from(JSON.stringify({ [pageName(n)]: fragment }))),
		);
	}
}
