/** What a file is, told from its first and last bytes: text, an archive that is read, or something that is not. */

export type Kind =
	| { readonly kind: "text" }
	| { readonly kind: "warc"; readonly packed: boolean }
	| { readonly kind: "zip" }
	/** `what` is a noun phrase for people, `advice` a sentence. */
	| {
			readonly kind: "refused";
			readonly what: string;
			readonly advice: string;
	  };

const convert =
	"Save or export it as HTML, Markdown or plain text to have it read.";
const notText =
	"Only what is written in it could be read, and nobody wrote anything here.";

/** First bytes in hex, at an offset. */
const signatures: readonly (readonly [
	hex: string,
	at: number,
	what: string,
	advice: string,
])[] = [
	["25504446", 0, "a PDF", convert],
	[
		"d0cf11e0a1b11ae1",
		0,
		"an old Office document (Word, Excel or PowerPoint)",
		convert,
	],
	["7b5c727466", 0, "a document in Rich Text Format (RTF)", convert],
	["ffd8ff", 0, "a picture (JPEG)", notText],
	["89504e470d0a1a0a", 0, "a picture (PNG)", notText],
	["474946383761", 0, "a picture (GIF)", notText],
	["474946383961", 0, "a picture (GIF)", notText],
	["57454250", 8, "a picture (WebP)", notText],
	["6674797061766966", 4, "a picture (AVIF)", notText],
	["6674797068656963", 4, "a picture (HEIC)", notText],
	["49492a00", 0, "a picture (TIFF)", notText],
	["4d4d002a", 0, "a picture (TIFF)", notText],
	["00000100", 0, "a picture (icon)", notText],
	["66747970", 4, "a film or a recording (MP4)", notText],
	["1a45dfa3", 0, "a film (Matroska or WebM)", notText],
	["494433", 0, "a recording (MP3)", notText],
	["4f676753", 0, "a recording (Ogg)", notText],
	["664c6143", 0, "a recording (FLAC)", notText],
	["57415645", 8, "a recording (WAV)", notText],
	["526172211a07", 0, "a RAR archive", "Unpack it to have its files read."],
	["377abcaf271c", 0, "a 7-Zip archive", "Unpack it to have its files read."],
	["fd377a585a00", 0, "a file packed by xz", "Unpack it to have it read."],
	["425a68", 0, "a file packed by bzip2", "Unpack it to have it read."],
	["28b52ffd", 0, "a file packed by zstd", "Unpack it to have it read."],
	["53514c69746520666f726d6174203300", 0, "a database (SQLite)", convert],
	["774f4646", 0, "a font", notText],
	["774f4632", 0, "a font", notText],
	["7f454c46", 0, "a program", notText],
	["4d5a9000", 0, "a program", notText],
	[
		"62706c697374",
		0,
		"a property list or a Safari web archive",
		"Save the page as HTML, MHTML or WARC to have it read.",
	],
];

/**
 * @param head the first 64 KB of the file.
 * @param tail the last 64 KB.
 * @param unpackedHead the beginning of what a gzip file holds, where it is one.
 */
export function kindOf(
	head: Uint8Array,
	tail: Uint8Array,
	unpackedHead: (packed: Uint8Array) => Uint8Array | undefined,
): Kind {
	const start = Buffer.from(head.subarray(0, 32));
	if (isWarc(start)) return { kind: "warc", packed: false };
	const hex = start.toString("hex");
	if (hex.startsWith("1f8b")) return packedKind(head, unpackedHead);
	if (/^504b(?:0304|0506|0708)/.test(hex)) return zipKind(head, tail);
	const known = signatures.find(([sign, at]) => hex.startsWith(sign, at * 2));
	if (known) return { kind: "refused", what: known[2], advice: known[3] };
	if (Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar")
		return {
			kind: "refused",
			what: "a tar archive",
			advice: "Unpack it to have its files read.",
		};
	return { kind: "text" };
}

function isWarc(start: Uint8Array): boolean {
	return /^WARC\/\d/.test(Buffer.from(start).toString("latin1"));
}

function packedKind(
	head: Uint8Array,
	unpackedHead: (packed: Uint8Array) => Uint8Array | undefined,
): Kind {
	const inside = unpackedHead(head);
	if (inside && isWarc(inside.subarray(0, 16)))
		return { kind: "warc", packed: true };
	return {
		kind: "refused",
		what: "a file packed by gzip that holds no web archive (WARC)",
		advice: "Unpack it to have it read.",
	};
}

/** What zips of known programs hold, by names that stand in clear in the zip. */
const zips: readonly (readonly [name: RegExp, what: string])[] = [
	[
		/mimetypeapplication\/epub\+zip|META-INF\/container\.xml/,
		"an e-book (EPUB)",
	],
	[/word\/document\.xml/, "a Word document (docx)"],
	[/xl\/workbook\.xml/, "an Excel workbook (xlsx)"],
	[/ppt\/presentation\.xml/, "a PowerPoint presentation (pptx)"],
	[/mimetypeapplication\/vnd\.oasis\.opendocument/, "an OpenDocument file"],
	[/META-INF\/MANIFEST\.MF/, "a Java archive"],
];

function zipKind(head: Uint8Array, tail: Uint8Array): Kind {
	const names = `${Buffer.from(head).toString("latin1")}${Buffer.from(tail).toString("latin1")}`;
	if (/datapackage\.json|archive\/[^\0]{0,200}\.warc/.test(names))
		return { kind: "zip" };
	const known = zips.find(([name]) => name.test(names));
	return known
		? { kind: "refused", what: known[1], advice: convert }
		: {
				kind: "refused",
				what: "a zip archive that is no web archive (WACZ)",
				advice: "Unpack it to have its files read.",
			};
}
