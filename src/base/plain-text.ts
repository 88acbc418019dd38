/**
 * The one policy for characters in everything that is published: no control character but tab and line feed, no
 * non-character (Unicode 23.7), no half of a surrogate pair. A carriage return, alone or before a line feed, is a line
 * feed. HTML, XML, JSON, CSV, iCalendar, RIS and BibTeX all bear what is left.
 */
export function plainText(text: string): string {
	return suspect.test(text)
		? text.replace(/\r\n?/g, "\n").replace(forbidden, "")
		: text;
}

/** On one line, with single spaces: for formats that have no way to write a line break in a value. */
export function oneLine(text: string): string {
	return plainText(text).replace(/\s+/g, " ").trim();
}

/** Text as the content of an HTML or XML element. */
export function escapeText(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}

/** Text as the content of an element or as an attribute's value between double quotes. */
export function escapeMarkup(text: string): string {
	return escapeText(text).replaceAll('"', "&quot;");
}

const named: Readonly<Record<string, string>> = {
	...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" },
	nbsp: "\u00a0",
};

/** The other way: the characters behind `&lt;`, `&#39;` and what else programs write for signs of markup; others stay. */
export function unescapeMarkup(text: string): string {
	return text.replace(
		/&(?:#x([\da-f]{1,5})|#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
		(_whole, hex?: string, decimal?: string, name = "") =>
			named[name.toLowerCase()] ??
			String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
	);
}

/** A link that may stand in a published file: absolute, http or https, written as a URL parser writes it. */
export function webAddress(address: string | undefined): string | undefined {
	if (address === undefined || !URL.canParse(address)) return undefined;
	const { protocol, href } = new URL(address);
	return protocol === "http:" || protocol === "https:" ? href : undefined;
}

const controls = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
/** In a class of a regular expression with the flag `u`. */
export const nonCharacters = `\\ufdd0-\\ufdef${Array.from(
	{ length: 17 },
	(_, plane) =>
		[0xfffe, 0xffff]
			.map((last) => `\\u{${(plane * 0x10000 + last).toString(16)}}`)
			.join(""),
).join("")}`;
/**
 * What may be one of them, in a class without the flag for whole characters, which takes five times as long: every half of a
 * surrogate pair is to be looked at closely.
 */
export const maybeNonCharacters =
	"\\ufdd0-\\ufdef\\ufffe\\uffff\\ud800-\\udfff";
const forbidden = new RegExp(`[${controls}${nonCharacters}\\p{Cs}]`, "gu");
const suspect = new RegExp(`[\\r${controls}${maybeNonCharacters}]`);
