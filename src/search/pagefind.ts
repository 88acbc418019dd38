/** Pagefind's Node API: the only module that knows it. */
import childProcess, { type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { scratchName } from "../domain/scratch-name.ts";
import { CborReader } from "./cbor.ts";
import type { Document } from "./document.ts";
import { recordLanguage, signature } from "./index-words.ts";

/** What Pagefind wrote for some documents, unpacked. */
export interface Written {
	/** Index chunks in the order of their words. */
	readonly chunks: readonly Uint8Array[];
}

/** Pagefind's browser module and its WebAssembly, as it ships them. */
export interface Engine {
	readonly version: string;
	/** Source of an ES module. */
	readonly script: string;
	/** Packed. */
	readonly wasm: Uint8Array;
}

/**
 * Before every record: weighs its words 25, which Pagefind's files take for granted, where its own
 * weight of 24 is written out for every word of every page.
 */
const weight = "___PAGEFIND_WEIGHT___1.05";
/** Records under way to the service at once. */
const depth = 4;

/**
 * Index documents; document n is Pagefind's page n.
 *
 * @throws when Pagefind's service dies, refuses a text, or answers with less than it was given.
 */
export function writeWithPagefind(
	documents: readonly Document[],
): Promise<Written> {
	return inFolder(async (index, folder) => {
		const pending: Promise<void>[] = [];
		for (const [n, { content }] of documents.entries()) {
			const added = index
				.addCustomRecord({
					url: String(n),
					content: `${weight} ${content}`,
					language: recordLanguage,
				})
				.then(({ errors }) => refuse(errors, "refuses a text"));
			pending.push(added);
			if (pending.length >= depth) await pending.shift();
		}
		await Promise.all(pending);
		await write(index, folder);
		checkPages(folder, documents);
		return { chunks: readChunks(folder) };
	});
}

/** @throws when Pagefind does not run here. */
export function engineOfPagefind(): Promise<Engine> {
	return inFolder(async (index, folder) => {
		await write(index, folder);
		const script = readFileSync(join(folder, "pagefind.js"), "utf8");
		const entry = JSON.parse(
			readFileSync(join(folder, "pagefind-entry.json"), "utf8"),
		) as { version: string };
		return {
			version: entry.version,
			script,
			wasm: readFileSync(join(folder, "wasm.unknown.pagefind")),
		};
	});
}

/** End Pagefind's service, so that the process can end. */
export const closePagefind = close;

async function inFolder<Result>(
	work: (index: PagefindIndex, folder: string) => Promise<Result>,
): Promise<Result> {
	const folder = mkdtempSync(scratchName(join(tmpdir(), "biannian-pagefind")));
	try {
		const started = startedService(() =>
			createIndex({ forceLanguage: recordLanguage }),
		);
		return await Promise.race([
			death,
			started.then(async ({ index, errors }) => {
				refuse(errors, "does not start");
				const result = await work(index as PagefindIndex, folder);
				await index?.deleteIndex();
				return result;
			}),
		]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

let death: Promise<never> = new Promise(() => undefined);

/**
 * Pagefind's API never settles a promise whose service has died, and keeps the service to itself:
 * the process is noted as it is started.
 */
function startedService<Result>(start: () => Result): Result {
	const { spawn } = childProcess;
	childProcess.spawn = ((...given: Parameters<typeof spawn>) => {
		const service: ChildProcess = spawn(...given);
		death = new Promise((_, reject) => {
			service.once("exit", (code, signal) =>
				reject(
					new Error(
						`Pagefind's service ended before its work (${signal ?? `exit ${code}`}).`,
					),
				),
			);
		});
		// Ending it after the work is no failure.
		death.catch(() => undefined);
		return service;
	}) as typeof spawn;
	try {
		return start();
	} finally {
		childProcess.spawn = spawn;
	}
}

async function write(index: PagefindIndex, folder: string): Promise<void> {
	const { errors } = await index.writeFiles({ outputPath: folder });
	refuse(errors, "cannot write");
}

function refuse(errors: readonly string[], what: string): void {
	if (errors.length > 0)
		throw new Error(`Pagefind ${what}: ${errors.join("; ")}`);
}

/** Every page must be there, in the order given, with as many words as it was given. */
function checkPages(folder: string, documents: readonly Document[]): void {
	const name = readdirSync(folder).find((path) => path.endsWith(".pf_meta"));
	const reader = new CborReader(unpack(join(folder, name ?? ".pf_meta")));
	reader.array();
	reader.text();
	const pages = Array.from({ length: reader.array() }, () => {
		const fields = reader.array();
		reader.text();
		const places = reader.integer();
		for (let i = 2; i < fields; i++) reader.skip();
		return places;
	});
	const wrong = documents.findIndex(({ places }, n) => pages[n] !== places);
	if (wrong !== -1 || pages.length !== documents.length)
		throw new Error(
			`Pagefind indexed ${pages.length} of ${documents.length} texts; text ${wrong} differs.`,
		);
}

function readChunks(folder: string): Uint8Array[] {
	const first = (chunk: Uint8Array) => {
		const reader = new CborReader(chunk);
		reader.array();
		reader.array();
		reader.array();
		return reader.text();
	};
	return readdirSync(join(folder, "index"))
		.map((name) => unpack(join(folder, "index", name)))
		.map((chunk) => ({ chunk, word: Buffer.from(first(chunk)) }))
		.sort((a, b) => Buffer.compare(a.word, b.word))
		.map(({ chunk }) => chunk);
}

function unpack(path: string): Uint8Array {
	const bytes = gunzipSync(readFileSync(path));
	return bytes.subarray(signature.length);
}
