/** Web archives → a draft for each page that was captured. */
import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { archivesIn } from "../parse/wacz.ts";
import { type Capture, indexArchive, readCapture } from "../parse/warc.ts";
import type { SeedBytes } from "../read/seed-bytes.ts";
import { refusal } from "./compose.ts";
import type { DraftedPart, DraftTools } from "./draft-file.ts";
import { draftPage } from "./draft-page.ts";
import { storedPicture } from "./found-pictures.ts";

/** What came out of an archive. */
export interface ArchiveDrafts {
	/** Parts that were told, good and bad. */
	readonly count: number;
	readonly diagnostics: readonly Diagnostic[];
}

/** One WARC file, alone or in a zip. */
interface Source {
	readonly file: string;
	/** Before the offset in the names of its records: empty where the file is the archive. */
	readonly prefix: string;
	readonly variant: "warc" | "wacz";
	readonly bytes: SeedBytes;
}

/**
 * Draft the pages of a web archive. It is read twice: once from front to back, to learn where pages and pictures are, and then
 * page by page, with the pictures that the page shows; never more than one capture is in memory.
 *
 * @throws {BrokenZip}
 */
export async function draftArchive(
	bytes: SeedBytes,
	variant: "warc" | "wacz",
	tools: DraftTools,
): Promise<ArchiveDrafts> {
	if (variant === "warc")
		return draftCaptures(
			{ file: bytes.path, prefix: "", variant, bytes },
			tools,
		);
	let count = 0;
	const diagnostics: Diagnostic[] = [];
	const archives = await archivesIn(bytes, tools.settings.limits.dumpBytes);
	for (const { name, bytes: inner, fault } of archives) {
		if (!inner) {
			tools.onPart(
				faultPart(
					bytes.path,
					name,
					"parse/zip-entry",
					`${name} in the zip cannot be read. ${fault ?? ""}`,
				),
			);
			count++;
			continue;
		}
		const prefix = `${name}:`;
		const found = await draftCaptures(
			{ file: bytes.path, prefix, variant, bytes: inner },
			tools,
		);
		count += found.count;
		diagnostics.push(...found.diagnostics);
	}
	return { count, diagnostics };
}

function faultPart(
	file: string,
	name: string,
	ruleId: string,
	reason: string,
): DraftedPart {
	return {
		name,
		sha256: sha256(`${file}#${name}`),
		bytes: 0,
		diagnostics: [{ severity: "error", ruleId, file, reason }],
	};
}

async function draftCaptures(
	source: Source,
	tools: DraftTools,
): Promise<ArchiveDrafts> {
	const { file, prefix, bytes } = source;
	const [first, second] = bytes.read(0, 2);
	const packed = first === 0x1f && second === 0x8b;
	const { captures, faults, others } = await indexArchive(bytes, packed, () =>
		tools.onPart(),
	);
	const pictures = new Map<string, number>();
	for (const { kind, url, offset } of captures)
		if (kind === "picture" && !pictures.has(url)) pictures.set(url, offset);
	const names = new Set<string>();
	let count = 0;
	let without = 0;
	for (const capture of captures) {
		if (capture.kind !== "page") continue;
		const name = nameOf(`${prefix}${capture.offset}`, names);
		const part = await draftCapture(capture, name, source, pictures, tools);
		if (!part) without++;
		else {
			tools.onPart(part);
			count++;
		}
	}
	for (const { offset, ruleId, reason } of faults) {
		tools.onPart(
			faultPart(file, nameOf(`${prefix}${offset}`, names), ruleId, reason),
		);
		count++;
	}
	const left = others + pictures.size + without;
	return {
		count,
		diagnostics:
			left === 0
				? []
				: [
						{
							severity: "info",
							ruleId: "parse/archive-others",
							file,
							reason: `${left} records of the web archive are no pages with text: requests, redirects, errors, pictures, styles, scripts.`,
						},
					],
	};
}

/** Records of a file that is packed as a whole all begin at the same offset. */
function nameOf(offset: string, taken: Set<string>): string {
	let name = offset;
	for (let more = 2; taken.has(name); more++) name = `${offset}.${more}`;
	taken.add(name);
	return name;
}

/** @returns `undefined` for a page without text: a frame, a counter, a page that only scripts would have filled. */
async function draftCapture(
	{ offset, url, date }: Capture,
	name: string,
	{ file, variant, bytes }: Source,
	pictures: ReadonlyMap<string, number>,
	tools: DraftTools,
): Promise<DraftedPart | undefined> {
	const { fileBytes } = tools.settings.limits;
	const held = await readCapture(bytes, offset, fileBytes);
	if (held === "too-large")
		return faultPart(
			file,
			name,
			"read/too-large",
			`The page ${url} is larger than the limit of ${fileBytes} bytes.`,
		);
	if (!held)
		return faultPart(
			file,
			name,
			"parse/warc-broken",
			`The page ${url} cannot be unpacked.`,
		);
	if (held.bytes.length === 0) return undefined;
	const part = { name, sha256: sha256(held.bytes), bytes: held.bytes.length };
	try {
		const { value, diagnostics } = draftPage(
			{
				file,
				record: name,
				bytes: held.bytes,
				charset: held.charset,
				source: { variant, url, captured: date },
			},
			tools,
		);
		if (!value) return { ...part, diagnostics };
		if (isEmpty(value)) return undefined;
		const draft = await withPictures(value, bytes, pictures, tools);
		return { ...part, draft, diagnostics };
	} catch (cause) {
		return {
			...part,
			diagnostics: [{ severity: "error", file, ...refusal(cause) }],
		};
	}
}

/** Characters below which a captured page is no article. */
const shortest = 15;

function isEmpty({ paragraphs, figures }: Draft): boolean {
	const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
	return length < shortest && figures.length === 0;
}

/** The largest picture that is taken out of an archive. */
const pictureBytes = 20_000_000;

/** The draft with those of its pictures that the archive has. */
async function withPictures(
	draft: Draft,
	bytes: SeedBytes,
	pictures: ReadonlyMap<string, number>,
	{ keep }: DraftTools,
): Promise<Draft> {
	if (pictures.size === 0) return draft;
	const figures: Draft["figures"] = [];
	for (const figure of draft.figures) {
		const offset =
			pictures.get(figure.src) ?? pictures.get(figure.proxied ?? "");
		const held =
			offset === undefined
				? undefined
				: await readCapture(bytes, offset, pictureBytes);
		figures.push(
			held && held !== "too-large"
				? storedPicture(figure, held.bytes, keep)
				: figure,
		);
	}
	return { ...draft, figures };
}
