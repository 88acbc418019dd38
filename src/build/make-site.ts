/** Corpus → the files of the site, each made anew only when what it depends on has changed. */
import { join } from "node:path";
import type { Corpus } from "../corpus/store.ts";
import { fingerprint } from "../domain/order.ts";
import type { BuildSummary } from "../report/print.ts";
import type { Progress } from "../report/progress.ts";
import { corpusChecksums, siteChecksums } from "../report/verify.ts";
import { buildIndex, type IndexSummary } from "../search/write-index.ts";
import { bundleAssets } from "../site/assets.ts";
import { planFiles } from "../site/files.ts";
import { planImages } from "../site/images.ts";
import { type PlannedPage, planPages } from "../site/plan.ts";
import type { Bundle } from "./code.ts";
import type { OutputFolder } from "./output-folder.ts";
import type { Renderer } from "./renderer.ts";
import { recallFigures, rememberFigures } from "./stamp.ts";

interface Options {
	readonly seeds: string;
	readonly cache: string;
	readonly baseUrl?: string;
	readonly portable: boolean;
	readonly workers?: number;
	readonly quiet: boolean;
}

/** The versions of the code that pages, assets and index depend on. */
interface Versions {
	/** By entry; each kind of page has an entry of its own. */
	readonly code: Readonly<
		Record<"render" | "index" | "files" | "images", Bundle> &
			Record<string, Bundle>
	>;
	readonly assets: string;
}

export async function writeSite(
	corpus: Corpus,
	options: Options,
	{ code, assets }: Versions,
	folder: OutputFolder,
	corpusFolder: OutputFolder,
	renderer: Renderer,
	progress: Progress,
): Promise<Pick<BuildSummary, "pages" | "search">> {
	const look = fingerprint(`${code.render.version} ${options.baseUrl ?? ""}`);
	progress.stage("plan");
	await folder.group("assets/", assets, () => bundleAssets(folder.next));
	const pages = planPages(corpus, options);
	const stale: PlannedPage[] = [];
	for (const page of pages) {
		const key = fingerprint(`${look} ${code[page.kind]?.version} ${page.key}`);
		if (folder.isFresh(page.path, key)) folder.keep(page.path);
		else stale.push({ ...page, key });
	}
	progress.stage("render and index", stale.length);
	let done = 0;
	const [search] = await Promise.all([
		writeSearch(corpus, options, code.index.version, folder),
		stale.length === 0
			? undefined
			: renderer.render(
					{
						...options,
						corpusRoot: corpus.root,
						outDir: folder.next,
						pages: stale,
					},
					options.cache,
					(pages) => {
						for (const { path, key } of pages) folder.adopt(path, key);
						done += pages.length;
						progress.step(done);
					},
				),
	]);
	progress.stage("files");
	for (const file of planFiles(corpus, options)) {
		const key = fingerprint(`${code.files.version} ${file.key}`);
		if (folder.isFresh(file.path, key)) folder.keep(file.path);
		else folder.write(file.path, key, file.write());
	}
	for (const image of planImages(options.seeds)) {
		const key = fingerprint(`${code.images.version} ${image.key}`);
		if (folder.isFresh(image.path, key)) folder.keep(image.path);
		else folder.write(image.path, key, await image.write());
	}
	writeChecksums(folder, corpusChecksums, corpusFolder);
	writeChecksums(folder, siteChecksums, folder);
	return { pages: { total: pages.length, rendered: stale.length }, search };
}

async function writeSearch(
	corpus: Corpus,
	options: Options,
	version: string,
	folder: OutputFolder,
): Promise<IndexSummary> {
	const key = fingerprint(
		JSON.stringify([
			version,
			options.portable,
			corpus.manifest.archive.language,
			corpus.manifest.articles.map(({ id, sha256 }) => [id, sha256]),
			corpus.encounters.encounters.map(({ id, mentions }) => [
				id,
				mentions.map((m) => m.articleId),
			]),
		]),
	);
	const made = await folder.group("search/", key, async () => {
		const summary = await buildIndex({
			corpusRoot: corpus.root,
			outDir: folder.next,
			owner: folder.target,
			cacheDir: join(options.cache, "shards"),
			portable: options.portable,
			...(options.workers === undefined ? {} : { processes: options.workers }),
		});
		rememberFigures(options.cache, key, summary);
	});
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

/** BagIt's way: one line a file, hash and path; checked by `npm run verify` and by `sha256sum -c`. */
function writeChecksums(
	folder: OutputFolder,
	path: string,
	of: OutputFolder,
): void {
	const text = of
		.contents()
		.filter((file) => of !== folder || file.path !== path)
		.map((file) => `${file.sha256}  ${file.path}\n`)
		.join("");
	const key = fingerprint(text);
	if (folder.isFresh(path, key)) folder.keep(path);
	else folder.write(path, key, text);
}
