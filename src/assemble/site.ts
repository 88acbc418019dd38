/** Corpus → the files of the site, each made anew only when what it depends on has changed. */
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fingerprint } from "../base/order.ts";
import type { Progress } from "../base/progress.ts";
import { observed, settleAll } from "../base/promises.ts";
import type { Bundle } from "../compile/code.ts";
import type { HeldPicture } from "../corpus/assets.ts";
import { articleFile, type Corpus } from "../corpus/store.ts";
import {
	aboutOf,
	checksumLists,
	checksumsOf,
	type Listed,
	listOfLists,
} from "../output/checksums.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import {
	minPagesForAllCores,
	type Renderers,
	renderAll,
} from "../render/renderer.ts";
import type { BuildSummary } from "../report/print.ts";
import type { Indexers } from "../search/pool.ts";
import { buildIndex, type IndexSummary } from "../search/write/write-index.ts";
import { bundleAssets } from "../site/assets.ts";
import { planFiles } from "../site/files/index.ts";
import { planImages } from "../site/images.ts";
import { languagesOf } from "../site/index-corpus.ts";
import { ownOriginals, planLogo } from "../site/own-images.ts";
import { type PlannedPage, planPages } from "../site/plan.ts";
import { viewsOf } from "../site/views.ts";
import { recallFigures, rememberFigures } from "./build-key.ts";
import type { WorkerPools } from "./worker-pools.ts";

interface Options {
	readonly seeds: string;
	readonly cache: string;
	readonly baseUrl?: string;
	readonly portable: boolean;
	readonly quiet: boolean;
}

/** The versions of the code that pages, assets and index depend on. */
export interface Versions {
	/** By entry; each kind of page has an entry of its own. */
	readonly code: Readonly<
		Record<"render" | "views" | "index" | "files" | "images", Bundle> &
			Record<string, Bundle>
	>;
	readonly assets: string;
}

/** The corpus that a site is made of. */
export interface Made {
	readonly corpus: Corpus;
	/** Kept once its articles lie where it says; until then the folder knows where they are. */
	readonly linked: Promise<void>;
	/** The same of all its files. */
	readonly complete: Promise<void>;
	readonly folder: OutputFolder;
	/** Files that were read anew: about as many pages will be. */
	readonly reread: number;
	/** Pictures that seed files hold themselves. */
	readonly held: readonly HeldPicture[];
	/** What is still to do for it, when there is time. */
	readonly meanwhile: () => void;
}

/** Write pages, index, feeds and downloads of the corpus into `folder`. */
export async function writeSite(
	made: Made,
	options: Options,
	{ code, assets }: Versions,
	folder: OutputFolder,
	{ renderers, indexers }: WorkerPools,
	progress: Progress,
): Promise<Pick<BuildSummary, "pages" | "search">> {
	const { corpus } = made;
	progress.stage("plan");
	await folder.ready();
	const index = (onBegun?: () => void) =>
		writeSearch(
			made,
			{ ...options, indexers },
			code.index.version,
			folder,
			onBegun,
		);
	// Many pages take every core, and memory of their own: the index comes after them then. Else it is what takes
	// longest, and begins first.
	let early: Promise<IndexSummary> | undefined;
	if (made.reread < minPagesForAllCores)
		await new Promise<void>((resolve) => {
			early = observed(index(resolve).finally(resolve));
		});
	// Large ones are copied by a process beside, which may as well begin now; they are made of the corpus's files.
	const files = observed(
		made.linked.then(() => writeFiles(made, options, code, folder)),
	);
	const pages = async () => {
		await folder.group("assets/", assets, () => bundleAssets(folder.next));
		const render = (pages: readonly PlannedPage[], steps?: Progress) =>
			observed(
				made.linked.then(() =>
					renderStale(pages, corpus, options, folder, renderers, steps),
				),
			);
		/** Of pages that are planned before articles. */
		let first: readonly PlannedPage[] = [];
		let renderingFirst: Promise<void> | undefined;
		const { total, stale } = await takeOver(
			keyedPages(corpus, options, code),
			folder,
			(found) => {
				if (!early || found.length >= minPagesForAllCores) return;
				first = found;
				renderingFirst = render(first);
			},
		);
		const rest = stale.slice(first.length);
		// Most of what is kept is known by now: linking it goes on beside what follows.
		const kept = observed(folder.linkKept());
		progress.stage("render and index", rest.length);
		const rendering = render(rest, progress);
		// What else there is to do here, while other processes render.
		await made.complete;
		writeChecksums(folder, "corpus", made.folder);
		made.meanwhile();
		if (rest.length >= minPagesForAllCores) {
			await rendering;
			await renderers.rest();
		}
		const [search] = await settleAll([
			early ?? index(),
			renderingFirst,
			rendering,
			files,
		]);
		await kept;
		return { search, total, rendered: stale.length };
	};
	// Where pages fail early, the others end first: they write into a folder that is about to go.
	const [{ search, ...figures }] = await settleAll([pages(), early, files]);
	progress.stage("checksums");
	writeChecksums(folder, "site", folder);
	writeListOfLists(folder);
	return { pages: figures, search };
}

/**
 * Take over the pages that are there already.
 *
 * @param onArticles called before the first article's page with the others found so far.
 * @returns the others, and how many there are in all.
 */
async function takeOver(
	pages: Iterable<PlannedPage>,
	folder: OutputFolder,
	onArticles: (stale: readonly PlannedPage[]) => void,
): Promise<{ total: number; stale: readonly PlannedPage[] }> {
	const stale: PlannedPage[] = [];
	let total = 0;
	let isAtArticles = false;
	for (const page of pages) {
		const { path, key } = page;
		if (page.kind === "article" && !isAtArticles) {
			isAtArticles = true;
			onArticles([...stale]);
		}
		// The processes of the index are not to wait for the next piece of their work.
		if (++total % pagesAtOnce === 0) await setImmediate();
		if (folder.keepFresh(path, key) === undefined) stale.push(page);
	}
	return { total, stale };
}

/** Pages that are planned at once: some ten milliseconds. */
const pagesAtOnce = 1_000;

/** Every page of the site; its key covers the code that makes it, too. */
function keyedPages(
	corpus: Corpus,
	options: Pick<Options, "baseUrl">,
	code: Versions["code"],
): Iterable<PlannedPage> {
	const look = fingerprint(
		`${code.render.version} ${code.views.version} ${options.baseUrl ?? ""}`,
	);
	return planPages(corpus, options, (kind) => `${look} ${code[kind]?.version}`);
}

async function renderStale(
	pages: readonly PlannedPage[],
	corpus: Corpus,
	options: Options,
	folder: OutputFolder,
	renderers: Renderers,
	progress?: Progress,
): Promise<void> {
	if (pages.length === 0) return;
	const viewOf = viewsOf(corpus, options);
	const job = { corpusRoot: corpus.root, outDir: folder.next, pages, viewOf };
	let done = 0;
	await renderAll(job, renderers, (rendered) => {
		for (const { path, key, sha256 } of rendered)
			folder.adopt(path, key, sha256);
		done += rendered.length;
		progress?.step(done);
	});
}

/** Feeds, downloads and images; between two files the processes of the index are attended to. */
async function writeFiles(
	{ corpus, held }: Pick<Made, "corpus" | "held">,
	options: Options,
	code: Versions["code"],
	folder: OutputFolder,
): Promise<void> {
	const { version } = code.files;
	for (const file of planFiles(corpus, options)) {
		const { path } = file;
		const key = fingerprint(`${version} ${file.key}`);
		if (folder.keepFresh(path, key) !== undefined) continue;
		folder.write(path, key, file.write());
		await setImmediate();
	}
	const { seeds, cache } = options;
	for (const image of [
		...planImages(seeds, held, cache, ownOriginals(seeds, corpus)),
		...planLogo(seeds, corpus),
	]) {
		const key = fingerprint(`${code.images.version} ${image.key}`);
		if (folder.keepFresh(image.path, key) === undefined)
			folder.write(image.path, key, await image.write());
	}
}

async function writeSearch(
	{ corpus, folder: corpusFolder }: Made,
	options: Options & { readonly indexers: Indexers },
	version: string,
	folder: OutputFolder,
	onBegun: () => void = () => undefined,
): Promise<IndexSummary> {
	const key = fingerprint(
		JSON.stringify([
			version,
			options.portable,
			languagesOf(corpus),
			corpus.manifest.archive.collections,
			// An article's hash covers its id.
			corpus.manifest.articles.map(({ sha256 }) => sha256).join(""),
			corpus.encounters.encounters.map(({ id, mentions }) => [
				id,
				mentions.map((m) => m.articleId),
			]),
		]),
	);
	const made = await folder.group(
		"search/",
		key,
		async (files) => {
			const summary = await buildIndex({
				corpus,
				articlePlace: (id) => corpusFolder.placeOf(articleFile(id)),
				outDir: folder.next,
				owner: folder.target,
				cacheDir: join(options.cache, "shards"),
				portable: options.portable,
				indexers: options.indexers,
				onBegun,
				published: files,
			});
			rememberFigures(options.cache, key, summary);
		},
		true,
	);
	const known = recallFigures<IndexSummary>(options.cache, key) ?? nothingKnown;
	return made ? known : { ...known, rebuilt: 0, ms: 0 };
}

const nothingKnown: IndexSummary = {
	shards: 0,
	rebuilt: 0,
	files: 0,
	bytes: 0,
	portableBytes: 0,
	ms: 0,
};

/** Write the lists of the files of `of` into `folder`; checked by `npm run verify` and by `sha256sum -c`. */
function writeChecksums(
	folder: OutputFolder,
	about: Listed,
	of: OutputFolder,
): void {
	for (const [path, text] of checksumLists(of.contents(), about))
		writeList(folder, path, text);
}

/** Write the list of all lists, once each is there. */
function writeListOfLists(folder: OutputFolder): void {
	const lists = folder
		.contents()
		.filter(({ path }) => aboutOf(path) !== undefined);
	writeList(folder, listOfLists, checksumsOf(lists));
}

function writeList(folder: OutputFolder, path: string, text: string): void {
	const key = fingerprint(text);
	if (folder.keepFresh(path, key) === undefined) folder.write(path, key, text);
}
