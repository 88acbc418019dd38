import type { Corpus } from "../../corpus/store.ts";
import { archiveProps } from "../archive-props.ts";
import { indexCorpus, type Site, type SiteOptions } from "../index-corpus.ts";
import type { PageKind } from "../pages/index.ts";
import { listPages } from "../plan.ts";
import { dataFiles } from "./data-files.ts";
import { atomFeed, feedCards, jsonFeed } from "./feeds.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

export type { PlannedFile };

/** Addresses in one sitemap; the protocol allows 50,000 (https://www.sitemaps.org/protocol.html). */
const addressesPerSitemap = 40_000;

/** Feeds, sitemap, `robots.txt` and everything under `data/` but the checksums. Reads no article. */
export function planFiles(
	corpus: Corpus,
	options: SiteOptions = {},
): PlannedFile[] {
	const site = indexCorpus(corpus, options);
	return [
		...feedFiles(site),
		...robotFiles(site),
		...dataFiles(site),
		// A worker is in charge of what lies beside or below it: it must lie here.
		plainFile("sw.js", 'importScripts("assets/sw.js");\n'),
	];
}

function feedFiles(site: Site): PlannedFile[] {
	const { title } = archiveProps(site);
	const whole = feedCards(site, site.cards);
	return [
		plainFile("feed.xml", atomFeed(site, whole, "feed.xml", title)),
		plainFile("feed.json", jsonFeed(site, whole, "feed.json", title)),
		...[...site.facets.source.values()].flatMap(({ id, name, cards }) => {
			const own = feedCards(site, cards);
			const ownTitle = `${name} · ${title}`;
			return [
				plainFile(
					`feeds/${id}.xml`,
					atomFeed(site, own, `feeds/${id}.xml`, ownTitle),
				),
				plainFile(
					`feeds/${id}.json`,
					jsonFeed(site, own, `feeds/${id}.json`, ownTitle),
				),
			];
		}),
	];
}

/** Pages that no search engine need know. */
const unlisted: ReadonlySet<PageKind> = new Set([
	"not-found",
	"search",
	"moved",
	"withdrawal",
]);

function robotFiles(site: Site): PlannedFile[] {
	const { noindex, baseUrl } = archiveProps(site);
	const robots = [
		"User-agent: *",
		noindex ? "Disallow: /" : "Allow: /",
		...(baseUrl === undefined || noindex
			? []
			: [`Sitemap: ${baseUrl}sitemap.xml`]),
	];
	return [
		plainFile("robots.txt", `${robots.join("\n")}\n`),
		...(baseUrl === undefined || noindex ? [] : sitemaps(site, baseUrl)),
	];
}

function sitemaps(site: Site, baseUrl: string): PlannedFile[] {
	const addresses = listPages(site)
		.filter(({ kind }) => !unlisted.has(kind))
		.map(({ path }) => baseUrl + path);
	const groups: string[][] = [];
	for (let from = 0; from < addresses.length; from += addressesPerSitemap)
		groups.push(addresses.slice(from, from + addressesPerSitemap));
	const set = (group: readonly string[]) =>
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${group
			.map((address) => `<url><loc>${xmlText(address)}</loc></url>\n`)
			.join("")}</urlset>\n`;
	const [first = [], ...more] = groups;
	if (more.length === 0) return [plainFile("sitemap.xml", set(first))];
	const index = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${groups
		.map(
			(_, part) =>
				`<sitemap><loc>${xmlText(`${baseUrl}sitemap-${part + 1}.xml`)}</loc></sitemap>\n`,
		)
		.join("")}</sitemapindex>\n`;
	return [
		plainFile("sitemap.xml", index),
		...groups.map((group, part) =>
			plainFile(`sitemap-${part + 1}.xml`, set(group)),
		),
	];
}

function xmlText(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
