/** An article's page as a web archive captured it: kept in the site (`--keep-archives`), or at the Internet Archive. */
import { sha256 } from "../base/order.ts";
import type { Article } from "../domain/article.ts";
import { type EpochMs, isoUtc } from "../domain/time.ts";

/**
 * Where a web archive of the seeds lies in the site: named by its path there, so that a page knows it from its article alone,
 * with the ending that its owner gave it.
 *
 * @returns `undefined` for a file that is no web archive.
 */
export function keptArchivePath({
	file,
	variant,
}: {
	readonly file: string;
	readonly variant: string;
}): string | undefined {
	if (variant !== "warc" && variant !== "wacz") return undefined;
	const packed = variant === "warc" && /\.gz$/i.test(file) ? ".gz" : "";
	return `data/archives/${sha256(file).slice(0, 16)}.${variant}${packed}`;
}

/**
 * The article's page as it was captured, in ReplayWeb.page, which reads an archive where it lies. A link only.
 *
 * @param archive address of the kept archive.
 */
export function replayAddress(
	archive: string,
	{ url, recorded }: Pick<Article, "url" | "recorded">,
): string {
	const place = new URLSearchParams({
		view: "pages",
		...(url !== undefined && { url }),
		...(recorded !== undefined && { ts: captureTime(recorded) }),
	});
	return `https://replayweb.page/?source=${encodeURIComponent(archive)}#${place}`;
}

/**
 * Where the Internet Archive keeps the copy of `url` nearest to the moment of recording. A link
 * only: nothing is asked of that service (https://archive.org/help/wayback_api.php).
 */
export function archivedCopy({
	url,
	recorded,
}: Pick<Article, "url" | "recorded">): string | undefined {
	if (!/^https?:\/\//.test(url ?? "")) return undefined;
	// Without a moment, `*` lists every copy.
	const moment = recorded === undefined ? "*" : captureTime(recorded);
	return `https://web.archive.org/web/${moment}/${url}`;
}

/** `YYYYMMDDhhmmss` in UTC, as web archives name a capture. */
function captureTime(at: EpochMs): string {
	return isoUtc(at).replace(/\D/g, "");
}
