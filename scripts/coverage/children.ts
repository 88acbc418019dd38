import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Segment, type SourceMap, segmentsOf } from "./segments.ts";

/** What Node writes of a process when it ends (`NODE_V8_COVERAGE`). */
interface Written {
	readonly result: readonly {
		readonly url: string;
		readonly functions: readonly {
			readonly ranges: readonly Range[];
		}[];
	}[];
	readonly "source-map-cache"?: Readonly<
		Record<
			string,
			{
				readonly lineLengths: readonly number[];
				readonly data: SourceMap | null;
			}
		>
	>;
}

interface Range {
	readonly startOffset: number;
	readonly endOffset: number;
	readonly count: number;
}

/** What processes ran. */
export interface Ran {
	/** Path of a source → its lines, 1-based. */
	readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
	/** How many processes told of themselves. */
	readonly processes: number;
}

/** Lines that the processes of which `folder` tells have run. */
export function linesOfChildren(folder: string): Ran {
	const lines = new Map<string, Set<number>>();
	const known = new Map<string, readonly Segment[]>();
	const names = existsSync(folder) ? readdirSync(folder) : [];
	for (const name of names) {
		const written = JSON.parse(
			readFileSync(join(folder, name), "utf8"),
		) as Written;
		for (const { url, functions } of written.result) {
			if (!url.startsWith("file:") || url.includes("/node_modules/")) continue;
			const path = fileURLToPath(url.split("?", 1)[0] ?? url);
			const map = written["source-map-cache"]?.[url];
			const segments =
				known.get(path) ??
				(map?.data && segmentsOf(map.data, map.lineLengths, dirname(path)));
			if (!segments) continue;
			known.set(path, segments);
			const ran = ranAt(functions.flatMap(({ ranges }) => ranges));
			for (const { offset, path: source, line } of segments) {
				if (!ran[offset]) continue;
				const own = lines.get(source) ?? new Set();
				lines.set(source, own.add(line));
			}
		}
	}
	return { lines, processes: names.length };
}

/** Offset → 1 where the code ran. */
function ranAt(ranges: readonly Range[]): Uint8Array {
	const ran = new Uint8Array(
		Math.max(0, ...ranges.map(({ endOffset }) => endOffset)),
	);
	// Outer ranges first: the inner ones have the last word.
	for (const { startOffset, endOffset, count } of ranges.toSorted(
		(a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset,
	))
		ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
	return ran;
}
