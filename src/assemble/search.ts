/** Corpus → the search index of the site. */
import { join } from "node:path";
import { fingerprint } from "../base/order.ts";
import { observed } from "../base/promises.ts";
import { articleFile, type Corpus } from "../corpus/store.ts";
import type { GroupFiles } from "../output/file-group.ts";
import { buildIndex, type IndexSummary } from "../search/write/write-index.ts";
import { languagesOf } from "../site/index-corpus.ts";
import { Figures } from "./build-key.ts";
import type { Made, Session, SiteSession } from "./session.ts";

/** Begin the index. Resolves once its processes know what to do, though not with what they did. */
export async function beginSearch(
	session: SiteSession,
	made: Made,
): Promise<{ readonly done: Promise<IndexSummary> }> {
	let onBegun = () => {};
	const begun = new Promise<void>((resolve) => {
		onBegun = resolve;
	});
	const done = observed(writeSearch(session, made, onBegun));
	await Promise.race([begun, done.catch(() => undefined)]);
	return { done };
}

/** Make the index, unless the one that is there is of this corpus. */
export async function writeSearch(
	{ options, code, site: folder, pools }: SiteSession,
	{ corpus, folder: corpusFolder }: Made,
	onBegun: () => void = () => undefined,
): Promise<IndexSummary> {
	const { cache, portable } = options;
	const key = searchKey(corpus, code.versions, portable);
	const figures = new Figures<IndexSummary>(options, "search");
	const make = async (published: GroupFiles) => {
		const summary = await buildIndex({
			corpus,
			articlePlace: (id) => corpusFolder.placeOf(articleFile(id)),
			outDir: folder.next,
			owner: folder.target,
			cacheDir: join(cache, "shards"),
			portable,
			indexers: pools.indexers,
			code,
			onBegun,
			published,
		});
		figures.remember(key, summary);
	};
	const isMade = await folder.group("search/", key, make, true);
	const known = figures.recall(key) ?? nothingKnown;
	return isMade ? known : { ...known, rebuilt: 0, ms: 0 };
}

function searchKey(
	corpus: Corpus,
	{ index, indexer }: Session["code"]["versions"],
	portable: boolean,
): string {
	const { manifest, encounters } = corpus;
	return fingerprint(
		JSON.stringify([
			index,
			indexer,
			portable,
			languagesOf(corpus),
			manifest.archive.collections,
			// An article's hash covers its id.
			manifest.articles.map(({ sha256 }) => sha256).join(""),
			encounters.encounters.map(({ id, mentions }) => [
				id,
				mentions.map((m) => m.articleId),
			]),
		]),
	);
}

const nothingKnown: IndexSummary = {
	shards: 0,
	rebuilt: 0,
	files: 0,
	bytes: 0,
	portableBytes: 0,
	ms: 0,
};
