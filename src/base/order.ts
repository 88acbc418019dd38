import { hash } from "node:crypto";

/** Order of two strings by Unicode code point, the same on every machine and locale. */
export function byCodePoint(a: string, b: string): number {
	if (a === b) return 0;
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x === y) continue;
		// Surrogates stand for code points above U+FFFF, yet their units are below U+E000…U+FFFF.
		const xHigh = x >= 0xd800 && x <= 0xdfff;
		const yHigh = y >= 0xd800 && y <= 0xdfff;
		return xHigh === yHigh ? x - y : xHigh ? 1 : -1;
	}
	return a.length - b.length;
}

/** Lower-case hex SHA-256. */
export function sha256(data: string | Uint8Array): string {
	return hash("sha256", data);
}

/**
 * A hash for our own keys and checks, 32 hex digits. What is published is SHA-256; on processors without instructions for
 * that, BLAKE2b takes half as long, once it has begun, and twice as long to begin.
 */
export function fingerprint(data: string | Uint8Array): string {
	const algorithm = data.length < worthBeginning ? "sha256" : "blake2b512";
	return hash(algorithm, data).slice(0, 32);
}

/** Bytes, or code units. */
const worthBeginning = 1_000;

/**
 * JSON whose bytes depend on the value alone: keys sorted by code point, two-space indent, one
 * newline at the end, `undefined` members left out.
 */
export function stableJson(value: unknown): string {
	return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
}

/**
 * The same value with the keys of every object in code point order; what is in order already is
 * not copied.
 */
export function sortKeys<Value>(value: Value): Value {
	return sorted(value) as Value;
}

function sorted(value: unknown): unknown {
	if (typeof value !== "object" || value === null) return value;
	return Array.isArray(value)
		? sortItems(value)
		: sortMembers(value as Record<string, unknown>);
}

function sortItems(items: readonly unknown[]): readonly unknown[] {
	let copy: unknown[] | undefined;
	for (let i = 0; i < items.length; i++) {
		const item = sorted(items[i]);
		if (item !== items[i]) copy ??= items.slice(0, i);
		copy?.push(item);
	}
	return copy ?? items;
}

function sortMembers(from: Record<string, unknown>): unknown {
	const keys = Object.keys(from);
	let same = true;
	for (let i = 1; i < keys.length && same; i++)
		same = byCodePoint(keys[i - 1] as string, keys[i] as string) < 0;
	if (!same) keys.sort(byCodePoint);
	const to: Record<string, unknown> = {};
	for (const key of keys) {
		to[key] = sorted(from[key]);
		same &&= to[key] === from[key];
	}
	return same ? from : to;
}
