/** The work of index processes: make a unit and pack its texts, join units into a volume. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip, gzipSync, type ZlibOptions } from "node:zlib";
import { fingerprint } from "../base/order.ts";
import { bytesOf } from "../base/utf8.ts";
import { readArticleAt } from "../corpus/store.ts";
import type { Article } from "../domain/article.ts";
import { entryKey, soundEntry, storeEntry } from "./cache.ts";
import { textsPerFile } from "./catalog.ts";
import { documentOf, searchedOf } from "./document.ts";
import { engineScript } from "./engine-script.ts";
import { entryOf } from "./index-entry.ts";
import { engineOfPagefind } from "./pagefind.ts";
import { textOf } from "./text.ts";
import { twinPath } from "./twin-names.ts";
import { twinOf } from "./twins.ts";
import { makeUnit, readFacts, readUnit } from "./unit.ts";
import { joinUnits } from "./volume.ts";

/** What every task needs; its result goes to the folder `key` of the cache. */
interface Common {
	readonly cacheDir: string;
	readonly key: string;
}

/**
 * Find out what of these articles is searched, and see to it that the cache holds their unit and,
 * for pages opened from a disk, their texts. All at once, because reading articles is a good part
 * of it. The result itself says under which keys they lie: relations, links and dates of an article
 * change more often than its text.
 */
export interface UnitTask extends Common {
	readonly kind: "unit";
	/** Of the code: the keys depend on it. */
	readonly code: string;
	/** Of each article, its file. */
	readonly files: readonly string[];
	readonly ids: readonly string[];
	readonly portable: boolean;
}

/** Join units that are in the cache into one index, with its twins where asked for. */
export interface VolumeTask extends Common {
	readonly kind: "volume";
	readonly units: readonly string[];
	readonly ids: readonly string[];
	/** Of Pagefind. */
	readonly version: string;
	readonly portable: boolean;
}

/** Get Pagefind's browser engine. */
export interface EngineTask extends Common {
	readonly kind: "engine";
	readonly portable: boolean;
}

export type Task = UnitTask | VolumeTask | EngineTask;

/** Keys of what was made of the texts that lie in the same articles. */
export interface UnitNotes {
	readonly unit: string;
	readonly texts: string;
}

/** What the parent must know of a volume that it did not see. */
export interface VolumeNotes {
	readonly hash: string;
	readonly chunks: readonly string[];
	readonly traditional: string;
}

/**
 * @returns whether Pagefind had to index.
 * @throws when an article cannot be read, Pagefind fails or the disk refuses.
 */
export async function runTask(task: Task): Promise<boolean> {
	const folder = join(task.cacheDir, task.key);
	if (task.kind === "unit") return runUnit(task, folder);
	await storeEntry(folder, (put) =>
		task.kind === "volume" ? runVolume(task, put) : runEngine(task, put),
	);
	return false;
}

type Put = (path: string, bytes: Uint8Array | string) => void;

const notesName = "notes.json";

async function runUnit(task: UnitTask, folder: string): Promise<boolean> {
	const { cacheDir, code, ids } = task;
	const articles = task.files.map(readArticleAt);
	const searched = fingerprint(
		bytesOf(JSON.stringify(articles.map(searchedOf))),
	);
	const notes: UnitNotes = {
		unit: entryKey("u", code, searched, ids),
		texts: entryKey("t", code, searched, ids),
	};
	const isMissing = (key: string) => !soundEntry(join(cacheDir, key));
	const rebuilds = isMissing(notes.unit);
	if (rebuilds)
		await storeEntry(join(cacheDir, notes.unit), (put) =>
			putUnit(articles, put),
		);
	if (task.portable && isMissing(notes.texts))
		await storeEntry(join(cacheDir, notes.texts), (put) =>
			putTexts(articles, notes.texts, put),
		);
	await storeEntry(folder, (put) => put(notesName, JSON.stringify(notes)));
	return rebuilds;
}

async function putUnit(articles: readonly Article[], put: Put): Promise<void> {
	const documents = articles.map(documentOf);
	put("unit.bin", await makeUnit(documents));
	put(
		"unit.json",
		JSON.stringify({
			places: documents.map(({ places }) => places),
			headline: documents.map(({ headline }) => headline),
			headlines: articles.map(({ headline }) => headline),
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

const packedAtOnce = 8;

async function runVolume(task: VolumeTask, put: Put): Promise<void> {
	const units = task.units.map((unit) => {
		const folder = join(task.cacheDir, unit);
		return { words: readUnit(folder), facts: readFacts(folder) };
	});
	const publish = publisher(put, task.key, task.portable);
	// Packing is most of it; a few threads of this process share it.
	const packing: Promise<void>[] = [];
	const notes = await joinUnits(
		units,
		task.ids,
		task.version,
		async (path, bytes) => {
			const file = pack(bytes, ratio).then((packed) => publish(path, packed));
			// What fails is heard of when its turn comes.
			file.catch(() => undefined);
			packing.push(file);
			if (packing.length > packedAtOnce) await packing.shift();
		},
	);
	await Promise.all(packing);
	const entry = entryOf(notes.hash, task.units.length, task.version);
	put("files/pagefind-entry.json", JSON.stringify(entry));
	put(notesName, JSON.stringify(notes satisfies VolumeNotes));
}

const pack = promisify<Uint8Array, ZlibOptions, Uint8Array>(gzip);
/** Lists of places hold few repetitions: with more memory they get smaller than by a longer search, in three quarters of the time. */
const ratio: ZlibOptions = { level: 3, memLevel: 9 };

async function runEngine(task: EngineTask, put: Put): Promise<void> {
	const engine = await engineOfPagefind();
	put("version.txt", engine.version);
	put("files/engine.js", await engineScript(engine.script));
	publisher(put, "", task.portable)("engine.wasm", engine.wasm);
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
export function readNotes<Notes extends UnitNotes | VolumeNotes>(
	cacheDir: string,
	key: string,
): Notes {
	return JSON.parse(readFileSync(join(cacheDir, key, notesName), "utf8"));
}
