/** Pagefind's Node API: the only module that knows it. */
import childProcess, { type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { byCodePoint } from "../../base/order.ts";
import { scratchName } from "../../base/scratch-name.ts";
import { bytesOf } from "../../base/utf8.ts";
import { CborReader } from "./cbor.ts";
import { recordLanguage, signature } from "./format.ts";

/**
 * Before every record: weighs its words 25, which Pagefind's files take for granted, where its own
 * weight of 24 is written out for every word of every page.
 */
const weight = "___PAGEFIND_WEIGHT___1.05";
const pageAddress = "0";

/**
 * Have Pagefind index one page.
 *
 * @param content words between spaces.
 * @param places how many.
 * @returns its chunks, unpacked, one after another.
 * @throws when Pagefind's service dies, refuses the text, or answers with less than it was given.
 */
export function writeWithPagefind(
	content: string,
	places: number,
): Promise<Uint8Array> {
	return inFolder(async (index, folder) => {
		const { errors } = await index.addCustomRecord({
			url: pageAddress,
			content: `${weight} ${content}`,
			language: recordLanguage,
		});
		refuse(errors, "refuses a text");
		forgoFragment(folder, content, places);
		const written = await index.writeFiles({ outputPath: folder });
		refuse(written.errors, "cannot write");
		checkPage(folder, places);
		return readIndex(folder);
	});
}

/**
 * Pagefind packs a copy of the text for excerpts, which takes a third of its time and which ours are
 * not cut from. It does not write what is there already, and names it by the hash of what it says:
 * an empty file of that name spares the work. Should another version name it otherwise, it is written.
 */
function forgoFragment(folder: string, content: string, places: number): void {
	const fragment = JSON.stringify({
		url: pageAddress,
		content,
		word_count: places,
		filters: {},
		meta: {},
		anchors: [],
	});
	const digest = createHash("sha1").update(bytesOf(fragment)).digest();
	// Its hexadecimal has no leading zeros.
	const name = [...digest].map((byte) => byte.toString(16)).join("");
	mkdirSync(join(folder, "fragment"));
	writeFileSync(
		join(folder, `fragment/${recordLanguage}_${name.slice(0, 7)}.pf_fragment`),
		"",
	);
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
		const worked = started.then(async ({ index, errors }) => {
			refuse(errors, "does not start");
			const result = await work(index as PagefindIndex, folder);
			await index?.deleteIndex();
			return result;
		});
		return await Promise.race([death, worked.catch(causeOf)]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

let death: Promise<never> = new Promise(() => undefined);

/** Milliseconds in which a process that closed its pipes has surely been seen to end. */
const lastMoments = 5_000;

/**
 * Pagefind's API says that its service is closed when a write fails before the end of the process
 * is known here: how it ended is what a person wants to hear.
 *
 * @throws always.
 */
function causeOf(error: unknown): Promise<never> {
	if (!(error instanceof Error && /backend closed/i.test(error.message)))
		throw error;
	const tooLong = new Promise<never>((_, reject) => {
		setTimeout(() => reject(error), lastMoments).unref();
	});
	return Promise.race([death, tooLong]);
}

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

function refuse(errors: readonly string[], what: string): void {
	if (errors.length > 0)
		throw new Error(`Pagefind ${what}: ${errors.join("; ")}`);
}

/** The page must be there with as many words as it was given. */
function checkPage(folder: string, places: number): void {
	const name = readdirSync(folder).find((path) => path.endsWith(".pf_meta"));
	const bytes = gunzipSync(readFileSync(join(folder, name ?? ".pf_meta")));
	const reader = new CborReader(bytes.subarray(signature.length));
	reader.array();
	reader.text();
	const pages = reader.array();
	reader.array();
	reader.text();
	const indexed = reader.integer();
	if (pages !== 1 || indexed !== places)
		throw new Error(
			`Pagefind indexed ${indexed} words of ${places} on ${pages} pages.`,
		);
}

/** Chunks are named by hashes of what they hold: the same page gives the same bytes. */
function readIndex(folder: string): Uint8Array {
	const chunks = join(folder, "index");
	return Buffer.concat(
		readdirSync(chunks)
			.sort(byCodePoint)
			.map((name) => gunzipSync(readFileSync(join(chunks, name)))),
	);
}
