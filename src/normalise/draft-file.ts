/** One seed file → one draft or many, whatever the file is. */
import { createHash } from "node:crypto";
import { constants, gunzipSync } from "node:zlib";
import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import {
	type Item,
	type ItemFault,
	isFault,
	isPassedOver,
} from "../parse/item.ts";
import { isMhtml } from "../parse/mhtml.ts";
import { partsIn } from "../parse/shape.ts";
import { kindOf } from "../read/kind.ts";
import { chunksOf, type SeedBytes } from "../read/seed-bytes.ts";
import { readSeedText, type SeedText } from "../read/seed-file.ts";
import { compose, refusal } from "./compose.ts";
import { draftText } from "./draft.ts";
import { draftMhtml } from "./draft-page.ts";
import type { DraftedFile, DraftedPart, DraftTools } from "./drafted.ts";
import type { DraftSettings, KeepPicture } from "./settings.ts";

/** Bytes at each end of a file that tell what it is. */
const telling = 64 * 1024;

/** Draft everything that a file holds. Never throws for the file's sake: what cannot be read is an error of that file or part. */
export async function draftFile(
	bytes: SeedBytes,
	settings: DraftSettings,
	onPart: DraftTools["onPart"],
	keep: KeepPicture = () => undefined,
): Promise<DraftedFile> {
	const head = bytes.read(0, telling);
	const tail = bytes.read(Math.max(0, bytes.size - telling), telling);
	const kind = kindOf(head, tail, unpackedHead);
	const tools: DraftTools = { settings, onPart, keep };
	if (kind.kind === "refused")
		return refused(
			bytes,
			"read/not-read",
			`It is ${kind.what}, which is not read. ${kind.advice}`,
		);
	try {
		if (kind.kind !== "text") return await draftWeb(bytes, kind, tools);
		const { dumpBytes } = settings.limits;
		if (bytes.size > dumpBytes)
			return refused(
				bytes,
				"read/too-large",
				`Larger than the limit of ${dumpBytes} bytes.`,
			);
		const seed = { path: bytes.path, bytes: bytes.read(0, bytes.size) };
		return isMhtml(head)
			? one(seed, draftMhtml(seed, tools))
			: draftWhole(seed, tools);
	} catch (cause) {
		const { ruleId, reason } = refusal(cause);
		return refused(bytes, ruleId, reason);
	}
}

/** A web archive, whose parts are told one by one. */
async function draftWeb(
	bytes: SeedBytes,
	kind: { readonly kind: "warc" | "zip" },
	tools: DraftTools,
): Promise<DraftedFile> {
	// Loaded where there is such an archive: what reads them costs every process a good part of its start.
	const { draftArchive } = await import("./draft-archive.ts");
	const archive = kind.kind === "warc" ? "warc" : "wacz";
	const { count, diagnostics } = await draftArchive(bytes, archive, tools);
	if (count === 0)
		return refused(
			bytes,
			"parse/no-articles",
			"It is a web archive without a page that could be read.",
		);
	return { sha256: hashOf(bytes), bytes: bytes.size, archive, diagnostics };
}

/** A text: a feed or a dump of many articles, or one article. */
function draftWhole(seed: SeedFile, tools: DraftTools): DraftedFile {
	const { limits } = tools.settings;
	const read = readSeedText(seed, limits.dumpBytes);
	const text = read.value;
	if (!text)
		return one(seed, { value: undefined, diagnostics: read.diagnostics });
	const told = (drafted: Outcome<Draft | undefined>) =>
		one(seed, {
			value: drafted.value,
			diagnostics: [...read.diagnostics, ...drafted.diagnostics],
		});
	try {
		const parts = partsIn(text.text, seed.path);
		// The limit is that of an article; a larger file may only be larger because it holds many.
		if (!parts)
			return seed.bytes.length > limits.fileBytes
				? one(seed, {
						value: undefined,
						diagnostics: readSeedText(seed, limits.fileBytes).diagnostics,
					})
				: told(draftText(seed, text, tools.settings, tools.keep));
		let count = 0;
		const remarks: Diagnostic[] = [];
		for (const part of parts)
			if (isPassedOver(part))
				remarks.push({
					severity: "info",
					ruleId: part.ruleId,
					file: seed.path,
					reason: part.remark,
				});
			else {
				tools.onPart(draftPart(part, seed.path, text, tools));
				count++;
			}
		if (count > 0)
			return {
				sha256: sha256(seed.bytes),
				bytes: seed.bytes.length,
				diagnostics: [...read.diagnostics, ...remarks],
			};
		return told(
			quarantine(seed.path, {
				ruleId: "parse/no-articles",
				reason: "It is a feed or a dump of articles that holds none.",
			}),
		);
	} catch (cause) {
		return told(quarantine(seed.path, refusal(cause)));
	}
}

function quarantine(
	file: string,
	why: Pick<Diagnostic, "ruleId" | "reason" | "line">,
): Outcome<undefined> {
	return {
		value: undefined,
		diagnostics: [{ severity: "error", file, ...why }],
	};
}

function one(
	{ bytes }: SeedFile,
	{ value, diagnostics }: Outcome<Draft | undefined>,
): DraftedFile {
	const hash = value?.provenance.sha256 ?? sha256(bytes);
	return {
		sha256: hash,
		bytes: bytes.length,
		single: {
			sha256: hash,
			bytes: bytes.length,
			...(value === undefined ? {} : { draft: value }),
			diagnostics,
		},
		diagnostics: [],
	};
}

function refused(
	bytes: SeedBytes,
	ruleId: string,
	reason: string,
): DraftedFile {
	const hash = hashOf(bytes);
	return {
		sha256: hash,
		bytes: bytes.size,
		single: {
			sha256: hash,
			bytes: bytes.size,
			...quarantine(bytes.path, { ruleId, reason }),
		},
		diagnostics: [],
	};
}

function hashOf(bytes: SeedBytes): string {
	const sum = createHash("sha256");
	for (const chunk of chunksOf(bytes)) sum.update(chunk);
	return sum.digest("hex");
}

/** The first bytes of what is packed, from the first bytes of what it is packed into. */
function unpackedHead(packed: Uint8Array): Uint8Array | undefined {
	try {
		return gunzipSync(packed.subarray(0, 4_096), {
			finishFlush: constants.Z_SYNC_FLUSH,
			maxOutputLength: 16 * 1024 * 1024,
		});
	} catch {
		return undefined;
	}
}

function draftPart(
	part: Item | ItemFault,
	file: string,
	text: SeedText,
	tools: DraftTools,
): DraftedPart {
	if (!isFault(part)) return draftItem(part, file, text, tools);
	const { name, line, ruleId, reason, actual } = part;
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
	{ settings, keep }: DraftTools,
): DraftedPart {
	const { name, whole, fields, body, markup, variant, line } = item;
	const part = {
		name,
		sha256: sha256(whole),
		bytes: Buffer.byteLength(whole),
	};
	const { fileBytes } = settings.limits;
	if (part.bytes > fileBytes)
		return {
			...part,
			...quarantine(file, {
				ruleId: "read/too-large",
				line,
				reason: `Article ${name} is larger than the limit of ${fileBytes} bytes.`,
			}),
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
		return { ...part, ...quarantine(file, refusal(cause)) };
	}
}
