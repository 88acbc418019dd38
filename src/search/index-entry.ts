import { recordLanguage } from "./index-words.ts";

/** What `pagefind-entry.json` of a volume says. */
export function entryOf(hash: string, count: number, version: string): unknown {
	return {
		version,
		languages: { [recordLanguage]: { hash, wasm: null, page_count: count } },
		include_characters: [],
	};
}
