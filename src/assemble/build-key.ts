/** One hash over everything that goes into a build, and the figures it last gave. */
import { join } from "node:path";
import { fingerprint, sha256 } from "../base/order.ts";
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

/** Figures that belong to one key, kept for the terminal: losing them costs nothing else. */
export class Figures<Kept> {
	readonly #store: Store;
	readonly #name: string;

	/** @param kind of the figures; of each output only the last ones are kept. */
	constructor(
		{ cache, out }: { readonly cache: string; readonly out: string },
		kind: "build" | "search",
	) {
		this.#store = new Store(join(cache, "figures"));
		this.#name = `${kind}-${fingerprint(out).slice(0, 16)}`;
	}

	recall(key: string): Kept | undefined {
		const last = this.#store.get<{ key: string; kept: Kept }>(this.#name);
		return last?.key === key ? last.kept : undefined;
	}

	remember(key: string, kept: Kept): void {
		this.#store.put(this.#name, { key, kept });
	}
}
