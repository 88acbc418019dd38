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
 * JSON whose bytes depend on the value alone: keys sorted by code point, two-space indent, one
 * newline at the end, `undefined` members left out.
 */
export function stableJson(value: unknown): string {
	return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== "object" || value === null) return value;
	const from = value as Record<string, unknown>;
	const to: Record<string, unknown> = {};
	for (const key of Object.keys(from).sort(byCodePoint))
		to[key] = sortKeys(from[key]);
	return to;
}
