import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** One place of code that runs: its offset, and the file and line that it stands for. */
export interface Segment {
	/** In UTF-16 code units from the beginning of the code that runs. */
	readonly offset: number;
	/** Absolute path of the source. */
	readonly path: string;
	/** 1-based. */
	readonly line: number;
}

/** A source map, as far as it is used here. */
export interface SourceMap {
	readonly sources: readonly string[];
	readonly mappings: string;
}

const digits =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The segments of a source map (ECMA-426, base 64 VLQ), in the order of the code that runs.
 *
 * @param lineLengths of that code, without line ends of one character each.
 * @param root what relative sources are relative to.
 */
export function segmentsOf(
	{ sources, mappings }: SourceMap,
	lineLengths: readonly number[],
	root: string,
): Segment[] {
	const paths = sources.map((source) =>
		source.startsWith("file:") ? fileURLToPath(source) : resolve(root, source),
	);
	const segments: Segment[] = [];
	let offset = 0;
	let source = 0;
	let line = 0;
	for (const [row, text] of mappings.split(";").entries()) {
		let column = 0;
		for (const field of text === "" ? [] : text.split(",")) {
			const [columns = 0, sourcesOn, linesOn] = numbersOf(field);
			column += columns;
			if (sourcesOn === undefined || linesOn === undefined) continue;
			source += sourcesOn;
			line += linesOn;
			const path = paths[source];
			if (path !== undefined)
				segments.push({ offset: offset + column, path, line: line + 1 });
		}
		offset += (lineLengths[row] ?? 0) + 1;
	}
	return segments;
}

function numbersOf(field: string): number[] {
	const numbers: number[] = [];
	let value = 0;
	let shift = 0;
	for (const letter of field) {
		const digit = digits.indexOf(letter);
		value += (digit & 31) << shift;
		shift += 5;
		if (digit & 32) continue;
		numbers.push(value & 1 ? -(value >> 1) : value >> 1);
		value = 0;
		shift = 0;
	}
	return numbers;
}
