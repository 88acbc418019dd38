import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";
import { stableJson } from "../../src/base/order.ts";

/**
 * Compare `actual` with the golden file at `path`, as stable JSON.
 *
 * `UPDATE=1` rewrites the file for a person to review; without it a missing file is a failure, so
 * that a new fixture can never bless its own first output.
 */
export function matchesGolden(path: string, actual: unknown): void {
	const text = stableJson(actual);
	if (process.env.UPDATE === "1") {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	expect(
		existsSync(path),
		`${path} is missing; run with UPDATE=1 and review it`,
	).toBe(true);
	expect(text).toBe(readFileSync(path, "utf8"));
}
