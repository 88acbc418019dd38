/**
 * A large file as a row of independent pieces: a build makes only those anew that changed, and copies
 * the rest from the file that was there before.
 */
export interface Pieces {
	/** For each piece, in order, what its bytes depend on: the same key means the same bytes. */
	readonly keys: readonly string[];
	/** What the bytes of all pieces depend on besides. */
	readonly common: string;
	/** The piece at `index`, counted from 0. */
	readonly at: (index: number) => Piece;
}

/** Its text; or, in place of a text that is long to read, the path of a JSON file, which makes one line. */
export type Piece = { readonly text: string } | { readonly line: string };

/** An array of JSON, as `JSON.stringify` writes it with an indent, a piece an item. */
export interface ArrayItems {
	readonly common: string;
	/** For each item, what its JSON depends on. */
	readonly keys: readonly string[];
	readonly itemAt: (index: number) => unknown;
	/** Spaces an item stands in from the array's brackets, as inside the items. */
	readonly indent: number;
}

/**
 * @param around what stands before the array's opening bracket and after its closing one; the file's last newline
 * without more.
 * @param depth how many levels the array itself stands in.
 */
export function jsonArray(
	{ common, keys, itemAt, indent }: ArrayItems,
	[before, after]: readonly [string, string] = ["", "\n"],
	depth = 0,
): Pieces {
	if (keys.length === 0)
		return {
			common,
			keys: [`${before}[]${after}`],
			at: () => ({ text: `${before}[]${after}` }),
		};
	const outer = `\n${" ".repeat(indent * depth)}`;
	const inner = outer + " ".repeat(indent);
	const closing = `${outer}]${after}`;
	return {
		common,
		// A comma belongs to the item behind it, so that another last item leaves the one before as it was.
		keys: [
			`${before}[`,
			...keys.map((key, index) => (index === 0 ? `first ${key}` : key)),
			closing,
		],
		at: (index) => {
			if (index === 0) return { text: `${before}[` };
			if (index > keys.length) return { text: closing };
			const json = JSON.stringify(itemAt(index - 1), undefined, indent);
			return {
				text: `${index === 1 ? "" : ","}${inner}${json.replaceAll("\n", inner)}`,
			};
		},
	};
}
