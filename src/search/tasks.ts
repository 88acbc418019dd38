/** The two kinds of work that index processes do: make a unit, join units into a volume. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { readArticle } from "../corpus/store.ts";
import { sha256 } from "../domain/order.ts";
import { headlinesPerFile, textsPerFile } from "./catalog.ts";
import { documentOf } from "./document.ts";
import { invertWithPagefind } from "./pagefind.ts";
import { textOf } from "./text.ts";
import { twinOf } from "./twins.ts";
import { makeUnit, readFacts, readUnit } from "./unit.ts";
import { joinUnits } from "./volume.ts";

/** Make the unit of these articles, unless the cache has it. */
export interface UnitTask {
	readonly kind: "unit";
	readonly corpusRoot: string;
	readonly cacheDir: string;
	/** Version of the code that decides the bytes. */
	readonly version: string;
	readonly ids: readonly string[];
	/** File of the cache that remembers the answer, under the hash of the articles' own hashes. */
	readonly memo: string;
	readonly inverter: "own" | "pagefind";
}

/** Join units that are in the cache. */
export interface VolumeTask {
	readonly kind: "volume";
	readonly cacheDir: string;
	readonly key: string;
	readonly units: readonly string[];
}

export type Task = UnitTask | VolumeTask;

export interface TaskAnswer {
	/** Folder of the result, below the cache folder. */
	readonly key: string;
	/** Whether anything had to be made. */
	readonly made: boolean;
}

/** @throws when an article cannot be read or the disk refuses. */
export function runTask(task: Task): Promise<TaskAnswer> | TaskAnswer {
	return task.kind === "unit" ? runUnit(task) : runVolume(task);
}

async function runUnit(task: UnitTask): Promise<TaskAnswer> {
	const articles = task.ids.map((id) => readArticle(task.corpusRoot, id));
	const texts = articles.map(textOf);
	// What else an article's file says (related articles, dates) does not touch the index.
	const key = `u-${sha256(
		JSON.stringify([
			task.version,
			articles.map(({ headline }, i) => [headline, texts[i]]),
		]),
	).slice(0, 16)}`;
	const folder = join(task.cacheDir, key);
	const made = !existsSync(folder);
	if (made) {
		const documents = articles.map(documentOf);
		const { bytes, facts } = await makeUnit(
			documents,
			task.inverter === "pagefind" ? invertWithPagefind : undefined,
		);
		publish(folder, (scratch) => {
			writeFileSync(join(scratch, "unit.bin"), bytes);
			writeFileSync(
				join(scratch, "unit.json"),
				JSON.stringify({
					...facts,
					headlines: articles.map(({ headline }) => headline),
				}),
			);
			mkdirSync(join(scratch, "texts"));
			for (let at = 0; at < texts.length; at += textsPerFile) {
				const name = `t${at / textsPerFile}`;
				writeFileSync(
					join(scratch, "texts", `${name}.js`),
					twinOf(
						`${key}/${name}.bin`,
						gzipSync(JSON.stringify(texts.slice(at, at + textsPerFile))),
					),
				);
			}
		});
	}
	mkdirSync(dirname(task.memo), { recursive: true });
	writeFileSync(task.memo, key);
	return { key, made };
}

function runVolume(task: VolumeTask): TaskAnswer {
	const folder = join(task.cacheDir, task.key);
	if (existsSync(folder)) return { key: task.key, made: false };
	const folders = task.units.map((unit) => join(task.cacheDir, unit));
	const facts = folders.map(readFacts);
	const headlines = facts.flatMap((unit) => unit.headlines);
	publish(folder, (scratch) => {
		mkdirSync(join(scratch, "files"));
		mkdirSync(join(scratch, "twins"));
		const write = (name: string, bytes: Uint8Array) => {
			const packed = gzipSync(bytes);
			writeFileSync(join(scratch, "files", `${name}.bin`), packed);
			writeFileSync(
				join(scratch, "twins", `${name}.js`),
				twinOf(`${task.key}/${name}.bin`, packed),
			);
		};
		const chunks: string[] = [];
		const places = facts.map((unit) =>
			unit.places.reduce((sum, count) => sum + count, 0),
		);
		for (const chunk of joinUnits(folders.map(readUnit), places)) {
			write(`c${chunks.length}`, chunk.bytes);
			chunks.push(chunk.token);
		}
		for (let at = 0; at < headlines.length; at += headlinesPerFile)
			write(
				`h${at / headlinesPerFile}`,
				Buffer.from(JSON.stringify(headlines.slice(at, at + headlinesPerFile))),
			);
		writeFileSync(join(scratch, "chunks.json"), JSON.stringify(chunks));
	});
	return { key: task.key, made: true };
}

/** The chunk table of a volume that is in the cache. */
export function readChunkTable(cacheDir: string, key: string): string[] {
	return JSON.parse(readFileSync(join(cacheDir, key, "chunks.json"), "utf8"));
}

/** Fill a folder aside and move it to its place whole, so that the cache never holds half of one. */
function publish(folder: string, fill: (scratch: string) => void): void {
	mkdirSync(dirname(folder), { recursive: true });
	const scratch = mkdtempSync(join(dirname(folder), "new-"));
	try {
		fill(scratch);
		renameSync(scratch, folder);
	} catch (error) {
		rmSync(scratch, { recursive: true, force: true });
		// Another build may have put the same folder there meanwhile.
		if (!existsSync(folder)) throw error;
	}
}
