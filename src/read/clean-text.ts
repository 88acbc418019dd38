/** Everything below U+0020 but tab and line feed, DEL, and the C1 range. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text as the rest of ingest wants it: `\n` line ends, no control characters, no byte order mark, no half characters. */
export function cleanText(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, "\uFFFD")
		.replace(/\r\n?/g, "\n")
		.replace(/^\uFEFF+/, "")
		.replace(controls, "");
}

/** What {@link cleanText} would take out. */
export const controlCharacters = controls;
