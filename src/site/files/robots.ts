/** What search engines read: `robots.txt` and the sitemap (https://www.sitemaps.org/protocol.html). */
import type { Card } from "../../domain/manifest.ts";
import { isoUtc } from "../../domain/time.ts";
import { splitAddress } from "../addresses.ts";
import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";
import type { PageKind } from "../pages/index.ts";
import { listPages, type UnkeyedPage } from "../plan.ts";
import { xml } from "./feeds.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

/** Addresses in one sitemap; the protocol allows 50,000. */
const addressesPerSitemap = 40_000;

export function robotFiles(site: Site): PlannedFile[] {
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

/** Pages that no search engine need know. */
const unlisted: ReadonlySet<PageKind> = new Set([
	"not-found",
	"search",
	"moved",
	"withdrawal",
	"compare",
	"shelf",
]);

function sitemaps(site: Site, baseUrl: string): PlannedFile[] {
	const pages = listPages(site.original, site.options).filter(
		({ kind }) => !unlisted.has(kind),
	);
	const { languages = [] } = archiveProps(site);
	const namespaces = [
		'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
		...(languages.length > 0
			? ['xmlns:xhtml="http://www.w3.org/1999/xhtml"']
			: []),
	].join(" ");
	const groups: UnkeyedPage[][] = [];
	for (let from = 0; from < pages.length; from += addressesPerSitemap)
		groups.push(pages.slice(from, from + addressesPerSitemap));
	const set = (group: readonly UnkeyedPage[]) =>
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${group
			.map((page) => {
				const changed = lastChange(site, page);
				const { shared } = splitAddress(page.path);
				const alternates = languages.map(
					({ language, folder }) =>
						`<xhtml:link rel="alternate" hreflang="${language}" href="${xml(baseUrl + folder + shared)}"/>`,
				);
				return `<url><loc>${xml(baseUrl + page.path)}</loc>${changed === undefined ? "" : `<lastmod>${changed}</lastmod>`}${alternates.join("")}</url>\n`;
			})
			.join("")}</urlset>\n`;
	const [first = [], ...more] = groups;
	if (more.length === 0) return [plainFile("sitemap.xml", set(first))];
	const index = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${groups
		.map(
			(_, part) =>
				`<sitemap><loc>${xml(`${baseUrl}sitemap-${part + 1}.xml`)}</loc></sitemap>\n`,
		)
		.join("")}</sitemapindex>\n`;
	return [
		plainFile("sitemap.xml", index),
		...groups.map((group, part) =>
			plainFile(`sitemap-${part + 1}.xml`, set(group)),
		),
	];
}

/**
 * When what a page tells last changed, as far as the articles say: an article's page when it was recorded, the home
 * page with the newest of them. Of other pages nothing is known, as no build reads the clock.
 */
function lastChange(
	site: Site,
	{ kind, params }: UnkeyedPage,
): string | undefined {
	if (kind === "article") {
		const card = site.byId.get(params.id ?? "");
		return card && seen(card);
	}
	if (kind !== "home") return undefined;
	let newest: string | undefined;
	for (const card of site.cards) {
		const moment = seen(card);
		if (moment !== undefined && (newest === undefined || moment > newest))
			newest = moment;
	}
	return newest;
}

/** W3C date and time: a moment, or a day alone. */
function seen({ recorded, at, day }: Card): string | undefined {
	const moment = recorded ?? at;
	return moment === undefined ? day : isoUtc(moment);
}
