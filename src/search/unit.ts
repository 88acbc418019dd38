/** One unit of the index on disk: the places of its tokens, ready to be joined to others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "./document.ts";
import { type Inverted, invert } from "./invert.ts";
import { ByteReader, ByteWriter, writeSteps } from "./postings.ts";

/** What the catalogue needs to know of a unit. */
export interface UnitFacts {
	/** Places of each document and of its headline. */
	readonly places: readonly number[];
	readonly headline: readonly number[];
}

/** A token's places in a unit: the steps stay bytes, so that joining units copies them. */
export interface UnitToken {
	readonly token: string;
	readonly first: number;
	readonly last: number;
	readonly steps: Uint8Array;
}

/** How documents become places: our own code, or Pagefind's. Both give the same. */
export type Inverter = (
	documents: readonly (readonly string[])[],
	bases: readonly number[],
) => Inverted | Promise<Inverted>;

/** @returns the bytes of `unit.bin` and what goes into `unit.json`. */
export async function makeUnit(
	documents: readonly Document[],
	inverter: Inverter = invert,
): Promise<{ bytes: Uint8Array; facts: UnitFacts }> {
	const places = documents.map(({ tokens }) => tokens.length);
	const bases: number[] = [];
	let base = 0;
	for (const count of places) {
		bases.push(base);
		base += count;
	}
	const inverted = await inverter(
		documents.map(({ tokens }) => tokens),
		bases,
	);
	const writer = new ByteWriter();
	const encoder = new TextEncoder();
	writer.number(inverted.length);
	for (const { token, places } of inverted) {
		const steps = new ByteWriter();
		writeSteps(steps, places);
		const name = encoder.encode(token);
		writer.number(name.length);
		writer.append(name);
		writer.number(places[0] as number);
		writer.number(places[places.length - 1] as number);
		writer.number(steps.length);
		writer.append(steps.take());
	}
	return {
		bytes: writer.take(),
		facts: { places, headline: documents.map(({ headline }) => headline) },
	};
}

export function readUnit(folder: string): UnitToken[] {
	const reader = new ByteReader(readFileSync(join(folder, "unit.bin")));
	const decoder = new TextDecoder();
	return Array.from({ length: reader.number() }, () => ({
		token: decoder.decode(reader.slice(reader.number())),
		first: reader.number(),
		last: reader.number(),
		steps: reader.slice(reader.number()),
	}));
}

/** The facts of a unit in the cache, with the headlines that were stored beside them. */
export function readFacts(
	folder: string,
): UnitFacts & { readonly headlines: readonly string[] } {
	return JSON.parse(readFileSync(join(folder, "unit.json"), "utf8"));
}
