import { type EpochMs, isoUtc } from "../domain/time.ts";

/**
 * Where the Internet Archive keeps the copy of `url` nearest to the moment of recording. A link
 * only: nothing is asked of that service (https://archive.org/help/wayback_api.php).
 */
export function archivedCopy(
	url: string,
	recorded: number | undefined,
): string | undefined {
	if (!/^https?:\/\//.test(url)) return undefined;
	// Without a moment, `*` lists every copy.
	const moment =
		recorded === undefined
			? "*"
			: isoUtc(recorded as EpochMs).replace(/\D/g, "");
	return `https://web.archive.org/web/${moment}/${url}`;
}
