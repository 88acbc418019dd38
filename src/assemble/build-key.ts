/** One hash over everything that goes into a build, and the figures it last gave. */
import { join } from "node:path";
import { sha256 } from "../base/order.ts";
import type { Code } from "../compile/code.ts";
import type { Config } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { correctionsText } from "../enrich/corrections.ts";
import type { FileRecord } from "../ingest/file-record.ts";
import { readTextBelow } from "../read/open.ts";
import { assetsFolder } from "../read/reserved.ts";
import { Store } from "../store/store.ts";

/** Everything a build depends on; the same key means the same bytes. */
export function buildKeyOf(inputs: {
	readonly records: readonly FileRecord[];
	readonly diagnostics: readonly Diagnostic[];
	readonly seeds: string;
	readonly config: Config;
	readonly code: Code;
	readonly baseUrl?: string;
	readonly portable: boolean;
	readonly keepArchives?: boolean;
}): string {
	const { records, diagnostics, seeds, config, code } = inputs;
	const { baseUrl, portable, keepArchives } = inputs;
	return sha256(
		JSON.stringify([
			// A key covers path and content.
			records.map(({ key }) => key).join(),
			records
				.filter(({ draft, records: held }) => !draft && !held)
				.map(({ path, findings = [] }) => [path, findings]),
			diagnostics,
			correctionsText(seeds),
			readTextBelow(
				seeds,
				`${assetsFolder}/index.json`,
				Number.MAX_SAFE_INTEGER,
			),
			config,
			code.sources,
			code.versions,
			code.templates,
			baseUrl,
			portable,
			keepArchives,
		]),
	);
}

/** The figures remembered under `key`: only for the terminal, so that losing them costs nothing else. */
export function recallFigures<Figures>(
	cache: string,
	key: string,
): Figures | undefined {
	return figuresIn(cache).get(key.slice(0, 16));
}

export function rememberFigures(
	cache: string,
	key: string,
	figures: unknown,
): void {
	figuresIn(cache).put(key.slice(0, 16), figures);
}

function figuresIn(cache: string): Store {
	return new Store(join(cache, "figures"));
}
