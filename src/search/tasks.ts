/** The work of index processes: make a unit, join units into a volume, pack texts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readArticle } from "../corpus/store.ts";
import { sha256 } from "../domain/order.ts";
import { soundEntry, storeEntry } from "./cache.ts";
import { textsPerFile } from "./catalog.ts";
import { documentOf } from "./document.ts";
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

/** Find out what of these articles is searched: `name.txt` in the result is its hash. */
export interface NameTask extends Common {
	readonly kind: "name";
	readonly corpusRoot: string;
	readonly ids: readonly string[];
}

/** Have Pagefind index these articles. */
export interface UnitTask extends Common {
	readonly kind: "unit";
	readonly corpusRoot: string;
	readonly ids: readonly string[];
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

/** Pack the texts of these articles for excerpts on pages opened from a disk. */
export interface TextsTask extends Common {
	readonly kind: "texts";
	readonly corpusRoot: string;
	readonly ids: readonly string[];
}

/** Get Pagefind's browser engine. */
export interface EngineTask extends Common {
	readonly kind: "engine";
	readonly portable: boolean;
}

export type Task = NameTask | UnitTask | VolumeTask | TextsTask | EngineTask;

/** What the parent must know of a result that it did not see. */
export interface VolumeNotes {
	readonly hash: string;
	readonly chunks: readonly string[];
	readonly traditional: string;
}

/** @throws when an article cannot be read, Pagefind fails or the disk refuses. */
export async function runTask(task: Task): Promise<void> {
	await storeEntry(join(task.cacheDir, task.key), (put) => run(task, put));
}

type Put = (path: string, bytes: Uint8Array | string) => void;

function run(task: Task, put: Put): Promise<void> | void {
	switch (task.kind) {
		case "name":
			return runName(task, put);
		case "unit":
			return runUnit(task, put);
		case "volume":
			return runVolume(task, put);
		case "texts":
			return runTexts(task, put);
		case "engine":
			return runEngine(task, put);
	}
}

/** Relations, links and dates of an article change more often than its text. */
function runName(task: NameTask, put: Put): void {
	const texts = task.ids.map((id) => {
		const article = readArticle(task.corpusRoot, id);
		return [article.headline, textOf(article)];
	});
	put("name.txt", sha256(JSON.stringify(texts)));
}

async function runUnit(task: UnitTask, put: Put): Promise<void> {
	const articles = task.ids.map((id) => readArticle(task.corpusRoot, id));
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

function runVolume(task: VolumeTask, put: Put): void {
	const units = task.units.map((unit) => {
		const folder = join(task.cacheDir, unit);
		return { words: readUnit(folder), facts: readFacts(folder) };
	});
	const publish = publisher(put, task.key, task.portable);
	const notes = joinUnits(units, task.ids, task.version, (path, bytes) =>
		publish(path, gzipSync(bytes)),
	);
	const entry = entryOf(notes.hash, task.ids.length, task.version);
	put("files/pagefind-entry.json", JSON.stringify(entry));
	put("notes.json", JSON.stringify(notes satisfies VolumeNotes));
}

function runTexts(task: TextsTask, put: Put): void {
	for (let at = 0; at < task.ids.length; at += textsPerFile) {
		const texts = task.ids
			.slice(at, at + textsPerFile)
			.map((id) => textOf(readArticle(task.corpusRoot, id)));
		const path = `t${at / textsPerFile}.bin`;
		put(
			`twins/${twinPath(path)}`,
			twinOf(`${task.key}/${path}`, gzipSync(JSON.stringify(texts))),
		);
	}
}

async function runEngine(task: EngineTask, put: Put): Promise<void> {
	const engine = await engineOfPagefind();
	put("version.txt", engine.version);
	put("files/engine.js", await engineScript(engine.script));
	publisher(put, "", task.portable)("engine.wasm", engine.wasm);
}

/** Puts a packed file where it is published, and its twin beside it. */
function publisher(put: Put, folder: string, portable: boolean) {
	return (path: string, packed: Uint8Array) => {
		put(`files/${path}`, packed);
		const place = folder === "" ? path : `${folder}/${path}`;
		if (portable) put(`twins/${twinPath(path)}`, twinOf(place, packed));
	};
}

/** Whether the cache has the result of a task, undamaged. */
export function isDone({ cacheDir, key }: Task): boolean {
	return soundEntry(join(cacheDir, key)) !== undefined;
}

/** @throws when the hash of the texts is not in the cache. */
export function readName(cacheDir: string, key: string): string {
	return readFileSync(join(cacheDir, key, "name.txt"), "utf8");
}

/** @throws when the volume is not in the cache. */
export function readNotes(cacheDir: string, key: string): VolumeNotes {
	return JSON.parse(readFileSync(join(cacheDir, key, "notes.json"), "utf8"));
}
