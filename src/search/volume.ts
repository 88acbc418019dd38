/** Units joined into what a browser reads: chunks of tokens with their places. */
import { compare, orderKey } from "./catalog.ts";
import { ByteWriter } from "./postings.ts";
import type { UnitToken } from "./unit.ts";

/** A chunk ends once it holds so many bytes before compression; a frequent token may be longer. */
const chunkBytes = 40_000;

export interface Chunk {
	/** The first token in it. */
	readonly token: string;
	/** Before compression. */
	readonly bytes: Uint8Array;
}

/**
 * Join units, oldest first, into the chunks of one volume.
 *
 * @param units their tokens; read one after another.
 * @param places how many places each unit takes up.
 */
export function* joinUnits(
	units: readonly (readonly UnitToken[])[],
	places: readonly number[],
): Generator<Chunk> {
	const byToken = new Map<string, [unit: number, token: UnitToken][]>();
	for (const [n, unit] of units.entries())
		for (const token of unit) {
			const parts = byToken.get(token.token);
			if (parts) parts.push([n, token]);
			else byToken.set(token.token, [[n, token]]);
		}
	const bases: number[] = [];
	let base = 0;
	for (const count of places) {
		bases.push(base);
		base += count;
	}
	const encoder = new TextEncoder();
	const sorted = [...byToken.keys()]
		.map((token) => [orderKey(token), token] as const)
		.sort(([a], [b]) => compare(a, b));
	let chunk = new ByteWriter();
	let first: string | undefined;
	for (const [, token] of sorted) {
		first ??= token;
		const all = new ByteWriter();
		let previous = 0;
		for (const [n, part] of byToken.get(token) ?? []) {
			const start = bases[n] as number;
			all.number(start + part.first - previous);
			all.append(part.steps);
			previous = start + part.last;
		}
		const name = encoder.encode(token);
		chunk.number(name.length);
		chunk.append(name);
		chunk.number(all.length);
		chunk.append(all.take());
		if (chunk.length < chunkBytes) continue;
		yield { token: first, bytes: chunk.take() };
		chunk = new ByteWriter();
		first = undefined;
	}
	if (first !== undefined) yield { token: first, bytes: chunk.take() };
}
