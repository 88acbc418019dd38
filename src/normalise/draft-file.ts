/** One seed file → one draft or many, whatever the file is. */
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { type Item, type ItemFault, isFault } from "../parse/item.ts";
import { type Parts, partsIn } from "../parse/shape.ts";
import { kindOf } from "../read/kind.ts";
import { chunksOf, type SeedBytes } from "../read/seed-bytes.ts";
import { readSeedText, type SeedText } from "../read/seed-file.ts";
import { compose, refusal } from "./compose.ts";
import { draftText } from "./draft.ts";
import type { DraftSettings, KeepPicture } from "./settings.ts";

/** One article of a file, or a part of it that is none and should be. */
export interface DraftedPart {
	/** Which of the file's articles; absent for that of a file that is one article. */
	readonly name?: string;
	/** Of the file, or of the part. */
	readonly sha256: string;
	readonly bytes: number;
	/** Absent when it is quarantined: the first error among the findings says why. */
	readonly draft?: Draft;
	readonly diagnostics: readonly Diagnostic[];
}

/** What a file turned out to be. */
export interface DraftedFile {
	readonly sha256: string;
	readonly bytes: number;
	/** The file's own article, or why it has none; absent when it holds many. */
	readonly single?: DraftedPart;
	/** About a file of many as a whole. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Bytes at each end of a file that tell what it is. */
const telling = 64 * 1024;

/**
 * Draft everything that a file holds. Never throws for the file's sake: what cannot be read is an error of that file or part.
 *
 * @param onPart called for each article of a file of many as it is read, in order, so that they need not all be in memory.
 * @param keep called for each picture inside the file.
 */
export async function draftFile(
	bytes: SeedBytes,
	settings: DraftSettings,
	onPart: (part: DraftedPart) => void,
	keep: KeepPicture = () => undefined,
): Promise<DraftedFile> {
	const head = bytes.read(0, telling);
	const tail = bytes.read(Math.max(0, bytes.size - telling), telling);
	const kind = kindOf(head, tail, unpackedHead);
	if (kind.kind === "refused")
		return refused(
			bytes,
			"read/not-read",
			`It is ${kind.what}, which is not read. ${kind.advice}`,
		);
	const { fileBytes, dumpBytes } = settings.limits;
	if (bytes.size > dumpBytes)
		return refused(
			bytes,
			"read/too-large",
			`Larger than the limit of ${dumpBytes} bytes.`,
		);
	const whole = bytes.read(0, bytes.size);
	const hash = sha256(whole);
	const seed = { path: bytes.path, bytes: whole };
	const single = (
		draft: Draft | undefined,
		diagnostics: readonly Diagnostic[],
	): DraftedFile => ({
		sha256: hash,
		bytes: whole.length,
		single: {
			sha256: hash,
			bytes: whole.length,
			...(draft === undefined ? {} : { draft }),
			diagnostics,
		},
		diagnostics: [],
	});
	try {
		const read = readSeedText(seed, dumpBytes);
		if (!read.value) return single(undefined, read.diagnostics);
		const parts = partsIn(read.value.text, seed.path);
		if (!parts) {
			// The limit is that of an article; a larger file may only be larger because it holds many.
			const drafted =
				whole.length > fileBytes
					? readSeedText(seed, fileBytes)
					: draftText(seed, read.value, settings, keep);
			return single(drafted.value as Draft | undefined, [
				...read.diagnostics,
				...drafted.diagnostics,
			]);
		}
		const count = draftParts(
			parts,
			bytes.path,
			read.value,
			settings,
			onPart,
			keep,
		);
		if (count === 0)
			return single(undefined, [
				{
					severity: "error",
					ruleId: "parse/no-articles",
					file: bytes.path,
					reason: "It is a feed or a dump of articles that holds none.",
				},
			]);
		return { sha256: hash, bytes: whole.length, diagnostics: read.diagnostics };
	} catch (cause) {
		return single(undefined, [
			{ severity: "error", file: bytes.path, ...refusal(cause) },
		]);
	}
}

function refused(
	bytes: SeedBytes,
	ruleId: string,
	reason: string,
): DraftedFile {
	const sum = createHash("sha256");
	for (const chunk of chunksOf(bytes)) sum.update(chunk);
	const hash = sum.digest("hex");
	const diagnostics: readonly Diagnostic[] = [
		{ severity: "error", ruleId, file: bytes.path, reason },
	];
	return {
		sha256: hash,
		bytes: bytes.size,
		single: { sha256: hash, bytes: bytes.size, diagnostics },
		diagnostics: [],
	};
}

/** The first bytes of what is packed, from the first bytes of what it is packed into. */
function unpackedHead(packed: Uint8Array): Uint8Array | undefined {
	try {
		return gunzipSync(packed, { finishFlush: 2, maxOutputLength: 1024 * 1024 });
	} catch (cause) {
		// More than was asked for came out: then it is no small record, and what it begins with is not looked at.
		void cause;
		return undefined;
	}
}

/** @returns how many parts there are, good and bad. */
function draftParts(
	parts: Parts,
	file: string,
	text: SeedText,
	settings: DraftSettings,
	onPart: (part: DraftedPart) => void,
	keep: KeepPicture,
): number {
	let count = 0;
	for (const part of parts) {
		onPart(
			isFault(part)
				? faultPart(part, file)
				: draftItem(part, file, text, settings, keep),
		);
		count++;
	}
	return count;
}

function faultPart(
	{ name, line, ruleId, reason, actual }: ItemFault,
	file: string,
): DraftedPart {
	return {
		name,
		sha256: sha256(`${file}#${name}`),
		bytes: 0,
		diagnostics: [
			{
				severity: "error",
				ruleId,
				file,
				line,
				reason,
				...(actual === undefined ? {} : { actual }),
			},
		],
	};
}

function draftItem(
	item: Item,
	file: string,
	{ encoding, repaired }: SeedText,
	settings: DraftSettings,
	keep: KeepPicture,
): DraftedPart {
	const { name, whole, fields, body, markup, variant, line } = item;
	const hash = sha256(whole);
	const bytes = Buffer.byteLength(whole);
	const part = { name, sha256: hash, bytes };
	if (bytes > settings.limits.fileBytes)
		return {
			...part,
			diagnostics: [
				{
					severity: "error",
					ruleId: "read/too-large",
					file,
					line,
					reason: `Article ${name} is larger than the limit of ${settings.limits.fileBytes} bytes.`,
				},
			],
		};
	try {
		const { value, diagnostics } = compose(
			{
				...part,
				file,
				record: name,
				encoding,
				repaired,
				envelope: {
					variant,
					markup,
					matter: fields,
					stamp: undefined,
					title: undefined,
					url: undefined,
					body: { text: body, line },
					mended: [],
					repeated: [],
				},
			},
			settings,
			keep,
		);
		return { ...part, draft: value, diagnostics };
	} catch (cause) {
		return {
			...part,
			diagnostics: [{ severity: "error", file, ...refusal(cause) }],
		};
	}
}
