/** What a list of results says of each hit, and each hit's text. */
import { articlePlace } from "../../../src/domain/article-place.ts";
import type { CitedFacts, DocumentText } from "../../../src/search/catalog.ts";
import { dayOf } from "../../../src/search/query/facets.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import { inParallel } from "../common/in-parallel.ts";
import { siteRoot } from "../search/dom.ts";
import type { Given } from "./given.ts";

export interface HitFacts {
	readonly id: string;
	readonly headline: string;
	/** `YYYY-MM-DD`; "" when undated. */
	readonly day: string;
	readonly sourceId: string;
	readonly source: string;
	readonly language: string;
	/** Its page: the whole address where the site's is known. */
	readonly address: string;
	readonly cited: CitedFacts | undefined;
	/** How often the terms stand in it. */
	readonly times: number;
}

export async function factsOf(
	{ reader, catalog }: Given,
	hit: Hit,
): Promise<HitFacts> {
	const { document } = hit;
	const [{ id, headline }, cited] = await Promise.all([
		reader.nameOf(document),
		reader.citedOf(document),
	]);
	const { columns, sources, languages } = catalog;
	const source = sources[columns.source[document] as number];
	return {
		id,
		headline,
		day: dayOf(document, catalog) ?? "",
		sourceId: source?.id ?? "",
		source: source?.name ?? "",
		language: languages[columns.language[document] as number] ?? "und",
		address: permanentAddress(id),
		cited,
		times: hit.counts.reduce((sum, count) => sum + count, 0),
	};
}

/**
 * The address that the archive cites, which is that in its first language. Where the site says that it lies, this page's own
 * address says only where it was opened.
 */
function permanentAddress(id: string): string {
	const path = `${articlePlace(id)}.html`;
	const own = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
	if (own)
		return new URL((document.body.dataset.root ?? "") + path, own.href).href;
	const root = siteRoot();
	return root.protocol === "file:" ? path : new URL(path, root).href;
}

/** The text of a hit. @throws when it cannot be had. */
export async function textOf(
	given: Given,
	hit: Hit,
	id: string,
): Promise<DocumentText> {
	const text = await given.textOf(hit.document, id);
	if (!text) throw new Error(id);
	return text;
}

/**
 * Something of every hit, in order.
 *
 * @param onProgress called with how many are done.
 */
export function ofEach<Value>(
	given: Given,
	act: (hit: Hit, facts: HitFacts) => Promise<Value>,
	onProgress: (done: number, all: number) => void,
): Promise<Value[]> {
	const hits = given.sorted();
	return inParallel(
		hits,
		async (hit) => act(hit, await factsOf(given, hit)),
		(done) => onProgress(done, hits.length),
		() => given.isWanted?.() !== false,
	);
}
