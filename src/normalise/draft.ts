import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import { readEnvelope } from "../parse/envelope.ts";
import { markupOf } from "../parse/markup.ts";
import { isPage, readPage } from "../parse/page.ts";
import {
	isPlainText,
	isSentenceLines,
	plainEnvelope,
} from "../parse/plain-text.ts";
import { readSeedText, type SeedText } from "../read/seed-file.ts";
import { compose, type Material, refusal } from "./compose.ts";
import {
	type DraftSettings,
	type KeepPicture,
	ownersPart,
} from "./settings.ts";

/**
 * Everything that a seed file which is one article tells of it. A function of the file and the settings: no clock, no file
 * system, no memory of other files.
 *
 * @returns `undefined` as value when the file cannot be an article (it is quarantined); the first
 *   `error` among the diagnostics says why. Never throws: a bug of ours or of a library is an error
 *   of that file.
 */
export function draftArticle(
	seed: SeedFile,
	settings: DraftSettings,
	keep: KeepPicture = () => undefined,
): Outcome<Draft | undefined> {
	const read = readSeedText(seed, settings.limits.fileBytes);
	if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
	const { value, diagnostics } = draftText(seed, read.value, settings, keep);
	return { value, diagnostics: [...read.diagnostics, ...diagnostics] };
}

/** {@link draftArticle} of a file that is decoded already. */
export function draftText(
	seed: SeedFile,
	seedText: SeedText,
	settings: DraftSettings,
	keep: KeepPicture,
): Outcome<Draft | undefined> {
	const file = seed.path;
	try {
		const { envelope, parsed, diagnostics } = opened(
			seedText.text,
			file,
			settings,
		);
		const { encoding, repaired } = seedText;
		const drafted = compose(
			{
				file,
				sha256: sha256(seed.bytes),
				bytes: seed.bytes.length,
				encoding,
				repaired,
				envelope,
				...(parsed && { parsed }),
			},
			settings,
			keep,
		);
		return {
			value: drafted.value,
			diagnostics: [...diagnostics, ...drafted.diagnostics],
		};
	} catch (cause) {
		return {
			value: undefined,
			diagnostics: [{ severity: "error", file, ...refusal(cause) }],
		};
	}
}

/** The envelope of a text, and what its body is written in, with what decided that. */
function opened(
	text: string,
	file: string,
	settings: DraftSettings,
): Pick<Material, "envelope" | "parsed"> & {
	readonly diagnostics: readonly Diagnostic[];
} {
	if (isPage(text)) {
		const page = readPage(
			text,
			settings.limits.depth,
			{ variant: "page" },
			ownersPart(settings),
		);
		return { envelope: page.envelope, parsed: page, diagnostics: [] };
	}
	const envelope = readEnvelope(text);
	const isBare = envelope.mended.some(
		({ ruleId }) => ruleId === "parse/no-envelope",
	);
	if (isBare && isPlainText(text, file))
		return { envelope: plainEnvelope(envelope), diagnostics: [] };
	const { markup, reason } = markupOf(envelope.body.text, file);
	if (markup === "html")
		return {
			envelope: isSentenceLines(envelope.body.text)
				? { ...envelope, markup: "text" }
				: envelope,
			diagnostics: [],
		};
	return {
		envelope: { ...envelope, markup },
		diagnostics: [
			{
				severity: "info",
				ruleId: "parse/markdown",
				file,
				line: envelope.body.line,
				reason: "The body was read as Markdown.",
				actual: reason,
			},
		],
	};
}
