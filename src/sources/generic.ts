import type { Source } from "../domain/article.ts";
import type { SourceAdapter } from "./adapter.ts";
import { gmtStamp } from "./stamps.ts";

/**
 * Anybody else, by structure alone: `normalise/` finds headings, stamps, bylines and furniture by
 * what the markup says. Times without offset are read, and days named, in UTC, because nothing
 * tells where this outlet's clock hangs.
 *
 * @param host of the article's address; `undefined` when the file gives none.
 * @param name what the crawler calls the outlet, where it does.
 */
export function genericAdapter(
	host: string | undefined,
	name: string | undefined,
): SourceAdapter {
	const bare = host?.replace(/^(?:www|m|mobile|amp)\./, "");
	const source: Source = {
		id: slug(bare) ?? "unknown",
		name: name ?? bare ?? "来源不明",
		...(host === undefined ? {} : { homepage: `https://${host}/` }),
		zone: "UTC",
		language: "und",
	};
	return {
		source,
		hosts: bare === undefined ? [] : [bare],
		names: [],
		stamp: gmtStamp,
	};
}

/** `news.example.com` → `news-example-com`; an international name becomes punycode by `URL`. */
function slug(host: string | undefined): string | undefined {
	const text = host
		?.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 60);
	return text === "" ? undefined : text;
}
