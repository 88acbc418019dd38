/** The work of index processes: make a segment and pack its texts, join segments into one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fingerprint } from "../../base/order.ts";
import { bytesOf } from "../../base/utf8.ts";
import { readArticleAt } from "../../corpus/store.ts";
import type { Article } from "../../domain/article.ts";
import { entryKey, soundEntry, storeEntry } from "../cache.ts";
import { type TextFolder, textsFile, textsPerFile } from "../catalog.ts";
import { twinOf, twinPath } from "../twins.ts";
import { citedOf, documentOf, searchedOf, textOf } from "./document.ts";
import { type MergedFacts, mergeSegments } from "./merge.ts";
import { makeSegment, readFacts, readSegment } from "./segment.ts";

/** What every task needs; its result goes to the folder `key` of the cache. */
interface Common {
	readonly cacheDir: string;
	readonly key: string;
}

/**
 * Find out what of these articles is searched, and see to it that the cache holds their segment and,
 * for pages opened from a disk, their texts. All at once, because reading articles is a good part
 * of it. The result itself says under which keys they lie: relations, links and dates of an article
 * change more often than its text.
 */
export interface SegmentTask extends Common {
	readonly kind: "segment";
	/** Of the code: the keys depend on it. */
	readonly code: string;
	/** Of each article, its file. */
	readonly files: readonly string[];
	readonly ids: readonly string[];
	readonly portable: boolean;
}

/** Join segments that are in the cache into one, with its twins where asked for. */
export interface MergeTask extends Common {
	readonly kind: "merge";
	readonly segments: readonly SegmentNotes[];
	readonly ids: readonly string[];
	readonly portable: boolean;
}

export type Task = SegmentTask | MergeTask;

/** Keys of what was made of the texts that lie in the same articles. */
export interface SegmentNotes {
	readonly segment: string;
	readonly texts: string;
}

/**
 * @returns whether Pagefind had to index.
 * @throws when an article cannot be read, Pagefind fails or the disk refuses.
 */
export async function runTask(task: Task): Promise<boolean> {
	const folder = join(task.cacheDir, task.key);
	if (task.kind === "segment") return runSegment(task, folder);
	await storeEntry(folder, (put) => putMerged(task, put));
	return false;
}

type Put = (path: string, bytes: Uint8Array | string) => void;

const notesName = "notes.json";

async function runSegment(task: SegmentTask, folder: string): Promise<boolean> {
	const { cacheDir, code, ids } = task;
	const articles = task.files.map(readArticleAt);
	const searched = fingerprint(
		bytesOf(
			JSON.stringify(articles.map((one) => [searchedOf(one), citedOf(one)])),
		),
	);
	const notes: SegmentNotes = {
		segment: entryKey("u", code, searched, ids),
		texts: entryKey("t", code, searched, ids),
	};
	const isMissing = (key: string) => !soundEntry(join(cacheDir, key));
	const rebuilds = isMissing(notes.segment);
	if (rebuilds)
		await storeEntry(join(cacheDir, notes.segment), (put) =>
			putSegment(articles, put),
		);
	if (task.portable && isMissing(notes.texts))
		await storeEntry(join(cacheDir, notes.texts), (put) =>
			putTexts(articles, notes.texts, put),
		);
	await storeEntry(folder, (put) => put(notesName, JSON.stringify(notes)));
	return rebuilds;
}

async function putSegment(
	articles: readonly Article[],
	put: Put,
): Promise<void> {
	const documents = articles.map(documentOf);
	put("segment.bin", await makeSegment(documents));
	put(
		"segment.json",
		JSON.stringify({
			places: documents.map(({ places }) => places),
			headline: documents.map(({ headline }) => headline),
			headlines: articles.map(({ headline }) => headline),
			cited: articles.map(citedOf),
		}),
	);
}

function putTexts(articles: readonly Article[], key: string, put: Put): void {
	for (let at = 0; at < articles.length; at += textsPerFile) {
		const texts = articles.slice(at, at + textsPerFile).map(textOf);
		const path = `t${at / textsPerFile}.bin`;
		// Files on a disk: a ratio better by a twentieth would take half as much time again.
		const packed = gzipSync(bytesOf(JSON.stringify(texts)), { level: 1 });
		put(`twins/${twinPath(path)}`, twinOf(`${key}/${path}`, packed));
	}
}

function putMerged(task: MergeTask, put: Put): void {
	const segments = task.segments.map(({ segment }) => {
		const folder = join(task.cacheDir, segment);
		return { bytes: readSegment(folder), facts: readFacts(folder) };
	});
	const publish = publisher(put, task.key, task.portable);
	const facts = mergeSegments(segments, task.ids, (path, bytes) =>
		// Lists of places hold few repetitions: to search long makes them a hundredth smaller. To have threads pack costs more than packing.
		publish(path, gzipSync(bytes, { level: 1, memLevel: 9 })),
	);
	const texts = task.segments.map(
		({ texts }, n): TextFolder => [
			texts,
			segments[n]?.facts.places.length ?? 0,
		],
	);
	const list = JSON.stringify(task.portable ? texts : []);
	publish(textsFile, gzipSync(list, { level: 9 }));
	put(notesName, JSON.stringify(facts satisfies MergedFacts));
}

/** Puts a packed file where it is published, and its twin beside it. */
export function publisher(put: Put, folder: string, portable: boolean) {
	return (path: string, packed: Uint8Array) => {
		put(`files/${path}`, packed);
		const place = folder === "" ? path : `${folder}/${path}`;
		if (portable) put(`twins/${twinPath(path)}`, twinOf(place, packed));
	};
}

/** @throws when the result of a task is not in the cache. */
export function readNotes<Notes extends SegmentNotes | MergedFacts>(
	cacheDir: string,
	key: string,
): Notes {
	return JSON.parse(readFileSync(join(cacheDir, key, notesName), "utf8"));
}
