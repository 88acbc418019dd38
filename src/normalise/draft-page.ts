/** Whole pages that come with something beside them: their pictures (MHTML), or an archive's word on address and time. */
import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import { readMhtml } from "../parse/mhtml.ts";
import { type PageSource, readPage } from "../parse/page.ts";
import { readSeedText } from "../read/seed-file.ts";
import { compose } from "./compose.ts";
import type { DraftTools } from "./drafted.ts";
import { withStoredPictures } from "./found-pictures.ts";
import { ownersPart } from "./settings.ts";

/** A page and where it comes from. */
export interface PageMaterial {
	readonly file: string;
	readonly record?: string;
	readonly bytes: Uint8Array;
	/** SHA-256 and size of what provenance names, where that is more than the page. */
	readonly of?: SeedFile;
	/** Of the encoding, where somebody beside the page tells it. */
	readonly charset?: string | undefined;
	readonly source: PageSource;
	/** What lies beside the page, by address. */
	readonly inside?: (address: string) => Uint8Array | undefined;
}

/**
 * Draft a page.
 *
 * @throws {MarkupLimit} and what libraries throw.
 */
export function draftPage(
	material: PageMaterial,
	{ settings, keep }: Pick<DraftTools, "settings" | "keep">,
): Outcome<Draft | undefined> {
	const { file, record, bytes, of, charset, source, inside } = material;
	const { limits } = settings;
	const read = readSeedText({ path: file, bytes }, limits.fileBytes, charset);
	if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
	const { text, encoding, repaired } = read.value;
	const page = readPage(text, limits.depth, source, ownersPart(settings));
	const told = of?.bytes ?? bytes;
	const { value, diagnostics } = compose(
		{
			file,
			...(record === undefined ? {} : { record }),
			sha256: sha256(told),
			bytes: told.length,
			encoding,
			repaired,
			envelope: page.envelope,
			parsed: page,
			...(inside && { inside }),
		},
		settings,
		keep,
	);
	return { value, diagnostics: [...read.diagnostics, ...diagnostics] };
}

/**
 * A page with its pictures in one file.
 *
 * @throws {BrokenMhtml} and what {@link draftPage} throws.
 */
export function draftMhtml(
	seed: SeedFile,
	tools: DraftTools,
): Outcome<Draft | undefined> {
	const { page, parts, url, saved, mail, isCut } = readMhtml(seed.bytes);
	const byAddress = new Map<string, Uint8Array>();
	for (const { location, contentId, bytes } of parts) {
		if (location !== undefined) byAddress.set(location, bytes);
		if (contentId !== undefined) byAddress.set(`cid:${contentId}`, bytes);
	}
	const inside = (address: string) => byAddress.get(address);
	const { value, diagnostics } = draftPage(
		{
			file: seed.path,
			bytes: page.bytes,
			of: seed,
			charset: page.charset,
			source: {
				variant: "mhtml",
				...(url === undefined ? {} : { url }),
				// A mail is published when it is sent, and a page was before it was saved.
				...(saved === undefined
					? {}
					: mail
						? { mail: { ...mail, sent: saved } }
						: { captured: saved }),
			},
			inside,
		},
		tools,
	);
	const cut: readonly Diagnostic[] = isCut
		? [
				{
					severity: "warning",
					ruleId: "parse/mhtml-cut",
					file: seed.path,
					reason: "The file ends before its last part does.",
				},
			]
		: [];
	return {
		value: value && {
			...value,
			figures: withStoredPictures(value.figures, inside, tools.keep),
		},
		diagnostics: [...diagnostics, ...cut],
	};
}
