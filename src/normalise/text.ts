import { maybeNonCharacters, nonCharacters } from "../base/plain-text.ts";

/**
 * Characters that a reader cannot see and that break search or turn lines around: soft hyphen,
 * zero-width space and no-break space, word joiner, direction marks, embeddings and overrides,
 * tag characters, controls, non-characters. Joiners (U+200C, U+200D) stay: emoji and several scripts need them.
 */
const inOneUnit =
	"\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
const invisible = new RegExp(
	`[${inOneUnit}\\u{e0000}-\\u{e007f}${nonCharacters}]`,
	"gu",
);

/** `text` without invisible characters, and how many there were. */
export function dropInvisible(text: string): { text: string; count: number } {
	if (!suspect.test(text)) return { text, count: 0 };
	const kept = text.replace(invisible, "");
	return { text: kept, count: text.length - kept.length };
}

const suspect = new RegExp(`[${inOneUnit}${maybeNonCharacters}]`);

/** One line: no invisible characters, runs of white space as one space, trimmed. */
export function oneLine(text: string): string {
	return dropInvisible(text).text.replace(/\s+/g, " ").trim();
}

/** What two texts must share to be the same to a reader: letters and digits, in NFKC. */
export function fold(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Han, kana, hangul and the punctuation set among them. */
const wide =
	/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60“”‘’…—·]/;

/**
 * Runs of white space as HTML shows them: one space; none at all where a line feed stands between
 * two wide characters, as CSS Text has it (segment break transformation), so that source code
 * broken into lines does not tear Chinese words apart.
 *
 * @param before the character that stands before `text`, or an empty text.
 */
export function collapse(text: string, before: string): string {
	if (!collapsible.test(text)) return text;
	return text.replace(spaces, (run, at: number) => {
		if (!run.includes("\n")) return " ";
		const left = at === 0 ? before : (text[at - 1] ?? "");
		const right = text[at + run.length] ?? "";
		return wide.test(left) && wide.test(right) ? "" : " ";
	});
}

const collapsible = /[\t\n\r\f\u00a0]| {2}/;
const spaces = /[ \t\n\r\f\u00a0]+/g;

/** Whether a run of white space between these two characters would vanish. */
export function joins(left: string, right: string): boolean {
	return wide.test(left) && wide.test(right);
}
