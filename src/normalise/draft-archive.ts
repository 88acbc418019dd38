/** Web archives → a draft for each page that was captured. */
import { sha256 } from "../base/order.ts";
import type { Draft, Figure } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { archivesIn } from "../parse/wacz.ts";
import { type ArchiveIndex, indexArchive } from "../parse/warc.ts";
import { readCapture, readCaptures } from "../parse/warc-capture.ts";
import type { Capture } from "../parse/warc-record.ts";
import type { SeedBytes } from "../read/seed-bytes.ts";
import { refusal } from "./compose.ts";
import { draftPage } from "./draft-page.ts";
import type { DraftedPart, DraftTools } from "./drafted.ts";
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
	const alive = () => tools.onPart();
	const index = await indexArchive(bytes, packed, alive);
	const pictures = index.isSolid
		? await storedPictures(bytes, tools)
		: picturesAt(index.captures, bytes, tools);
	const names = new Set<string>();
	let count = 0;
	let without = 0;
	for await (const { capture, held } of pagesOf(source, index, tools)) {
		const name = nameOf(`${prefix}${capture.offset}`, names);
		const part = await draftCapture(
			capture,
			held,
			name,
			source,
			pictures,
			tools,
		);
		if (!part) without++;
		else {
			tools.onPart(part);
			count++;
		}
	}
	for (const { offset, ruleId, reason } of index.faults) {
		tools.onPart(
			faultPart(file, nameOf(`${prefix}${offset}`, names), ruleId, reason),
		);
		count++;
	}
	const shown = index.captures.filter(({ kind }) => kind === "picture").length;
	const left = index.others + shown + without;
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

type Held = Awaited<ReturnType<typeof readCapture>>;

/** The pages of an archive, each with what it holds. */
async function* pagesOf(
	{ bytes }: Source,
	{ captures, isSolid }: ArchiveIndex,
	tools: DraftTools,
): AsyncGenerator<{ readonly capture: Capture; readonly held: Held }> {
	const { fileBytes } = tools.settings.limits;
	if (isSolid)
		yield* readCaptures(bytes, "page", fileBytes, () => tools.onPart());
	else
		for (const capture of captures)
			if (capture.kind === "page")
				yield {
					capture,
					held: await readCapture(bytes, capture.offset, fileBytes),
				};
}

/** A figure with its picture, where the archive has it. */
type WithPicture = (figure: Figure) => Promise<Figure>;

/** Pictures are read when a page shows them. */
function picturesAt(
	captures: readonly Capture[],
	bytes: SeedBytes,
	{ keep }: DraftTools,
): WithPicture {
	const offsets = new Map<string, number>();
	for (const { kind, url, offset } of captures)
		if (kind === "picture" && !offsets.has(url)) offsets.set(url, offset);
	return async (figure) => {
		const offset = offsets.get(figure.src) ?? offsets.get(figure.proxied ?? "");
		if (offset === undefined) return figure;
		const held = await readCapture(bytes, offset, pictureBytes);
		return held && held !== "too-large"
			? storedPicture(figure, held.bytes, keep)
			: figure;
	};
}

/** Where no record can be read by itself, all pictures are stored before the first page is read. */
async function storedPictures(
	bytes: SeedBytes,
	{ keep, onPart }: DraftTools,
): Promise<WithPicture> {
	const stored = new Map<string, Partial<Figure>>();
	const none = { id: "f1", src: "", alt: "", caption: "", credit: "" };
	for await (const { capture, held } of readCaptures(
		bytes,
		"picture",
		pictureBytes,
		() => onPart(),
	)) {
		if (!held || held === "too-large" || stored.has(capture.url)) continue;
		const { asset, width, height } = storedPicture(none, held.bytes, keep);
		if (asset !== undefined && width !== undefined && height !== undefined)
			stored.set(capture.url, { asset, width, height });
	}
	return async (figure) => ({
		...figure,
		...(stored.get(figure.src) ?? stored.get(figure.proxied ?? "")),
	});
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
	{ url, date }: Capture,
	held: Held,
	name: string,
	{ file, variant }: Source,
	withPicture: WithPicture,
	tools: DraftTools,
): Promise<DraftedPart | undefined> {
	const { fileBytes } = tools.settings.limits;
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
		const figures: Figure[] = [];
		for (const figure of value.figures) figures.push(await withPicture(figure));
		return { ...part, draft: { ...value, figures }, diagnostics };
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
