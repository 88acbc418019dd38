/** Corpus → the files of the site, each made anew only when what it depends on has changed. */
import { setImmediate } from "node:timers/promises";
import { fingerprint } from "../base/order.ts";
import type { Progress } from "../base/progress.ts";
import { observed, settleAll } from "../base/promises.ts";
import type { Corpus } from "../corpus/store.ts";
import {
	aboutOf,
	checksumLists,
	checksumsOf,
	type Listed,
	listOfLists,
} from "../output/checksums.ts";
import type { OutputFolder } from "../output/output-folder.ts";
import { minPagesForAllCores, renderAll } from "../render/renderer.ts";
import type { BuildSummary } from "../report/print.ts";
import { bundleAssets } from "../site/assets.ts";
import { planFiles } from "../site/files/index.ts";
import { planImages } from "../site/images.ts";
import { ownOriginals, planLogo } from "../site/own-images.ts";
import { type PlannedPage, planPages } from "../site/plan.ts";
import { viewsOf } from "../site/views.ts";
import { keepArchives } from "./kept-archives.ts";
import { beginSearch, writeSearch } from "./search.ts";
import { completeSearchPages, ownAssets, withAssets } from "./search-page.ts";
import type { Made, SiteSession } from "./session.ts";

/** Write pages, index, feeds and downloads of the corpus into the session's site. */
export async function writeSite(
	session: SiteSession,
	made: Made,
): Promise<Pick<BuildSummary, "pages" | "search">> {
	const { site: folder, progress } = session;
	progress.stage("plan");
	await folder.ready();
	// Many pages take every core, and memory of their own: the index comes after them then. Else it is what takes
	// longest, and begins first.
	const early =
		made.reread < minPagesForAllCores
			? await beginSearch(session, made)
			: undefined;
	// Large ones are copied by a process beside, which may as well begin now; they are made of the corpus's files.
	const files = observed(made.linked.then(() => writeFiles(session, made)));
	const pages = writePages(session, made, early !== undefined);
	const search = early?.done ?? pages.then(() => writeSearch(session, made));
	const rendering = pages.then((begun) => begun.rendering);
	// Where one fails, the others end first: they write into a folder that is about to go.
	const [{ total, rendered, searchPages }, index] = await settleAll([
		pages,
		search,
		rendering,
		files,
	]);
	completeSearchPages(folder, searchPages);
	progress.stage("checksums");
	writeChecksums(folder, "site", folder);
	writeListOfLists(folder);
	return { pages: { total, rendered }, search: index };
}

/**
 * Keep the pages that are current and have the others rendered.
 *
 * @param isSearchBegun whether other processes make the index already.
 * @returns once the index may begin: many pages are rendered by then, few are left to be rendered beside it.
 */
async function writePages(
	session: SiteSession,
	made: Made,
	isSearchBegun: boolean,
): Promise<
	BuildSummary["pages"] & {
		readonly searchPages: readonly string[];
		readonly rendering: Promise<unknown>;
	}
> {
	const { site: folder, code, pools, progress } = session;
	const makeAssets = () => bundleAssets(folder.next);
	await folder.group("assets/", code.sources, makeAssets);
	const render = (pages: readonly PlannedPage[], steps?: Progress) =>
		observed(
			made.linked.then(() => renderStale(session, made.corpus, pages, steps)),
		);
	/** Of pages that are planned before articles. */
	let first: readonly PlannedPage[] = [];
	let renderingFirst: Promise<void> | undefined;
	const keyed = keyedPages(session, made.corpus);
	const { total, searchPages, stale } = await takeOver(
		keyed,
		folder,
		(found) => {
			if (!isSearchBegun || found.length >= minPagesForAllCores) return;
			first = found;
			renderingFirst = render(first);
		},
	);
	const rest = stale.slice(first.length);
	// Most of what is kept is known by now: linking it goes on beside what follows.
	const kept = observed(folder.linkKept());
	progress.stage("render and index", rest.length);
	// Few are not worth a process beside the one that is at the first.
	const before = rest.length < minPagesForAllCores ? renderingFirst : undefined;
	const renderingRest = observed(
		Promise.resolve(before).then(() => render(rest, progress)),
	);
	const rendering = observed(settleAll([renderingFirst, renderingRest, kept]));
	// What else there is to do here, while other processes render.
	await made.complete;
	writeChecksums(folder, "corpus", made.folder);
	made.remember();
	if (rest.length >= minPagesForAllCores) {
		await renderingRest;
		await pools.renderers.rest();
	}
	return { total, rendered: stale.length, searchPages, rendering };
}

/**
 * Take over the pages that are there already.
 *
 * @param onArticles called before the first article's page with the others found so far.
 * @returns the others, how many there are in all, and which of them are search pages.
 */
async function takeOver(
	pages: Iterable<PlannedPage>,
	folder: OutputFolder,
	onArticles: (stale: readonly PlannedPage[]) => void,
): Promise<{
	total: number;
	searchPages: readonly string[];
	stale: readonly PlannedPage[];
}> {
	const stale: PlannedPage[] = [];
	const searchPages: string[] = [];
	let total = 0;
	let isAtArticles = false;
	for (const page of pages) {
		const { path, key } = page;
		if (page.kind === "article" && !isAtArticles) {
			isAtArticles = true;
			onArticles([...stale]);
		}
		if (page.kind === "search") searchPages.push(path);
		// The processes of the index are not to wait for the next piece of their work.
		if (++total % pagesAtOnce === 0) await setImmediate();
		if (folder.reuseIfCurrent(path, key) === undefined) stale.push(page);
	}
	return { total, searchPages, stale };
}

/** Pages that are planned at once: some ten milliseconds. */
const pagesAtOnce = 1_000;

/** Every page of the site; its key covers the code that makes it, too. */
function keyedPages(
	{ code, options }: SiteSession,
	corpus: Corpus,
): Iterable<PlannedPage> {
	const look = fingerprint(
		`${code.versions.render} ${code.versions.views} ${options.baseUrl ?? ""}`,
	);
	return planPages(
		corpus,
		options,
		(kind) =>
			// The search page holds what is compiled for browsers.
			`${look} ${code.templates[kind]} ${kind === "search" ? code.sources : ""}`,
	);
}

async function renderStale(
	{ options, site: folder, pools }: SiteSession,
	corpus: Corpus,
	pages: readonly PlannedPage[],
	progress?: Progress,
): Promise<void> {
	if (pages.length === 0) return;
	const own = ownAssets((path) => folder.placeOf(path));
	const plainViewOf = viewsOf(corpus, options);
	const viewOf = (page: PlannedPage) => withAssets(plainViewOf(page), own);
	const job = { corpusRoot: corpus.root, outDir: folder.next, pages, viewOf };
	let done = 0;
	await renderAll(job, pools.renderers, (rendered) => {
		for (const { path, key, sha256 } of rendered)
			folder.register(path, key, sha256);
		done += rendered.length;
		progress?.step(done);
	});
}

/** Feeds, downloads, images and web archives; between two files the processes of the index are attended to. */
async function writeFiles(
	{ options, code, site: folder }: SiteSession,
	{ corpus, held, archives }: Made,
): Promise<void> {
	for (const file of planFiles(corpus, options)) {
		const { path } = file;
		const key = fingerprint(`${code.versions.files} ${file.key}`);
		if (folder.reuseIfCurrent(path, key) !== undefined) continue;
		folder.write(path, key, file.write());
		await setImmediate();
	}
	const { seeds, cache } = options;
	for (const image of [
		...planImages(seeds, held, cache, ownOriginals(seeds, corpus)),
		...planLogo(seeds, corpus),
	]) {
		const key = fingerprint(`${code.versions.images} ${image.key}`);
		if (folder.reuseIfCurrent(image.path, key) === undefined)
			folder.write(image.path, key, await image.write());
	}
	await keepArchives(archives, seeds, folder);
}

/** Write the lists of the files of `of` into `folder`; checked by `npm run verify` and by `sha256sum -c`. */
function writeChecksums(
	folder: OutputFolder,
	about: Listed,
	of: OutputFolder,
): void {
	for (const [path, text] of checksumLists(of.contents(), about))
		folder.makeText(path, text);
}

/** Write the list of all lists, once each is there. */
function writeListOfLists(folder: OutputFolder): void {
	const lists = folder.contents((path) => aboutOf(path) !== undefined);
	folder.makeText(listOfLists, checksumsOf(lists));
}
