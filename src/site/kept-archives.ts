/** Web archives that lie in the site as they are (`--keep-archives`). */
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
		...(url === undefined ? {} : { url }),
		...(recorded === undefined
			? {}
			: { ts: isoUtc(recorded as EpochMs).replace(/\D/g, "") }),
	});
	return `https://replayweb.page/?source=${encodeURIComponent(archive)}#${place}`;
}
