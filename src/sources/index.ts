/** All outlets with an adapter of their own; a new one is a new file and one line here. */
import type { SourceAdapter } from "./adapter.ts";
import { bbcChinese } from "./bbc-chinese.ts";
import { chinaFile, iYouPort, neiSt, paoPao, yanjingReview } from "./blogs.ts";
import { chinaDigitalTimes } from "./china-digital-times.ts";
import { cna } from "./cna.ts";
import { dwChinese } from "./dw-chinese.ts";
import { epochTimes } from "./epoch-times.ts";
import { genericAdapter } from "./generic.ts";
import { nikkeiChinese } from "./nikkei-chinese.ts";
import { nytChinese } from "./nyt-chinese.ts";
import { cctv, matters, medium, solidot, youtube } from "./plain.ts";
import { rfaChinese } from "./rfa-chinese.ts";
import { rfiChinese } from "./rfi-chinese.ts";
import { voaChinese } from "./voa-chinese.ts";
import { zaobao } from "./zaobao.ts";

export const adapters: readonly SourceAdapter[] = [
	bbcChinese,
	cctv,
	chinaDigitalTimes,
	chinaFile,
	cna,
	dwChinese,
	epochTimes,
	iYouPort,
	matters,
	medium,
	neiSt,
	nikkeiChinese,
	nytChinese,
	paoPao,
	rfaChinese,
	rfiChinese,
	solidot,
	voaChinese,
	yanjingReview,
	youtube,
	zaobao,
];

/**
 * The one adapter for an article: the outlet of its address, else the outlet that the crawler
 * names, else {@link genericAdapter}.
 *
 * @param url canonical address, where there is one.
 * @param category what the crawler calls the outlet, where it does.
 * @param names all names that may be an outlet's: categories, tags, author.
 * @param own adapters of the archive's owner, which come before the program's.
 */
export function adapterFor(
	url: string | undefined,
	category: string | undefined,
	names: readonly string[],
	own: readonly SourceAdapter[] = [],
): SourceAdapter {
	const known = [...own, ...adapters];
	const host = url === undefined ? undefined : hostOf(url);
	const byHost = host === undefined ? undefined : ofHost(known, host);
	if (byHost) return byHost;
	const byName = names
		.map((name) => known.find((adapter) => adapter.names.includes(name)))
		.find((adapter) => adapter !== undefined);
	// A name is only a claim: an address elsewhere speaks against it.
	if (byName && host === undefined) return byName;
	return genericAdapter(host, category);
}

/** Whose host this is: the longest name decides, and among equals the first. */
export function ofHost<Known extends Pick<SourceAdapter, "hosts">>(
	known: readonly Known[],
	host: string,
): Known | undefined {
	let best: { readonly entry: Known; readonly length: number } | undefined;
	for (const entry of known)
		for (const { length } of entry.hosts.filter((own) => belongsTo(host, own)))
			if (length > (best?.length ?? 0)) best = { entry, length };
	return best?.entry;
}

/** Whether `host` is `domain` or one of its subdomains. A substring would let `x.com` claim `netflix.com`. */
export function belongsTo(host: string, domain: string): boolean {
	return host === domain || host.endsWith(`.${domain}`);
}

export function hostOf(url: string): string | undefined {
	try {
		return new URL(url).hostname || undefined;
	} catch {
		return undefined;
	}
}
