import { fingerprint } from "../base/order.ts";
import type { OutletEntry } from "../domain/outlet.ts";
import { hostOf, ofHost } from "../sources/index.ts";

/**
 * What a draft's key says of the owner's outlets: only those that had a say in it, so that a changed entry makes that
 * outlet's drafts anew and no others.
 *
 * @returns a function of the article's address. Where there is none, any outlet may be the article's by its name, and all count.
 */
export function outletKeys(
	entries: readonly OutletEntry[],
): (url: string | undefined) => string {
	if (entries.length === 0) return () => "";
	const keyed = entries.map((entry) => ({
		hosts: entry.hosts,
		key: shortHash(entry),
	}));
	const all = shortHash(entries);
	return (url) => {
		const host = url === undefined ? undefined : hostOf(url);
		if (host === undefined) return all;
		return ofHost(keyed, host)?.key ?? "";
	};
}

function shortHash(value: unknown): string {
	return fingerprint(JSON.stringify(value)).slice(0, 8);
}
