/** Where the table of character forms comes from; too big for a reader's browser. */
import * as OpenCC from "opencc-js/t2cn";

/** The blocks of Han characters, first and last code point. */
const blocks = [
	[0x3400, 0x4dbf],
	[0x4e00, 0x9fff],
	[0x20000, 0x323af],
] as const;

/** Every character that has a simplified form, each followed by that form. */
export function hanTable(): string {
	const convert = OpenCC.Converter({ from: "t", to: "cn" });
	let table = "";
	for (const [first, last] of blocks)
		for (let code = first; code <= last; code++) {
			const from = String.fromCodePoint(code);
			// A few simplified forms have a simpler one themselves.
			const to = convert(convert(from));
			const other = to !== from && [...to].length === 1;
			if (other && from.normalize("NFKC") === from) table += from + to;
		}
	return table;
}
