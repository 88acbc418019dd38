/**
 * Addresses: canonical, absolute, without proxies and trackers; nothing but http(s) and mailto.
 *
 * Articles are named by their canonical address (`domain/article-id.ts`), so what {@link canonicalUrl} gives belongs to the
 * schema: another answer for any address moves pages that people have cited, and needs another schema version. That is why
 * trackers stand here and not with the source adapters, which come and go.
 */
import { originalOf } from "../parse/wayback.ts";

/** Query parameters that count visits and change nothing else, wherever they occur. */
const trackers =
	/^(?:utm_\w+|at_(?:medium|campaign|custom\d|format|link\w*|ptr\w*|bbc\w*)|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|mkt_tok|wt_?mc\w*|ns_\w+|cmpid|icid|xtor|maca|smid|smtyp|ref_src|ref_url|spm|rss_id)$/i;

/** The same at certain hosts and their subdomains, where elsewhere such a name may say which article is meant. */
const trackersOfHosts: readonly {
	readonly hosts: readonly string[];
	readonly names: readonly string[];
}[] = [
	{
		hosts: ["youtube.com", "youtu.be"],
		names: ["feature", "si", "pp", "ab_channel"],
	},
];

function ownTrackers({ hostname }: URL): readonly string[] {
	return trackersOfHosts.flatMap(({ hosts, names }) =>
		hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
			? names
			: [],
	);
}

/**
 * The canonical form of an article's address: host in lower case, no default port, no fragment, no
 * trackers; every other part of the query stays, because archives hold different articles under
 * one path.
 *
 * @returns `undefined` when the text is no http(s) address.
 */
export function canonicalUrl(text: string): string | undefined {
	const url = parse(text.startsWith("//") ? `https:${text}` : text);
	if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "")
		return undefined;
	withoutUser(url);
	if (url.href.includes("#")) url.hash = "";
	if (!url.href.includes("?")) return url.href;
	const own = ownTrackers(url);
	// Not by way of `searchParams`: deleting there spells the rest of the query anew.
	url.search = url.search
		.slice(1)
		.split("&")
		.filter((part) => !isTracker(part, own))
		.join("&");
	return url.href;
}

/** @param part of a query, `name=value`. */
function isTracker(part: string, own: readonly string[]): boolean {
	const [[name, value] = ["", ""]] = new URLSearchParams(part);
	return (
		trackers.test(name) ||
		own.includes(name) ||
		(name === "source" && value.startsWith("rss"))
	);
}

/**
 * Where a link leads, made absolute against `base`. Where that is the address of a copy in a web archive, so are those of its
 * links: they lead to the originals again. A picture's stays, for {@link unproxied}.
 *
 * @returns `undefined` for any scheme but http, https and mailto, however it is disguised: what
 *   counts is what the URL parser of the browsers makes of it.
 */
export function absoluteUrl(
	href: string,
	base: string | undefined,
): string | undefined {
	const copied = base === undefined ? undefined : originalOf(base);
	const inArchive = parse(href, base);
	const url = behindRedirect(
		copied && inArchive ? leaving(inArchive, href, copied.url) : inArchive,
	);
	if (!url || !/^(?:https?|mailto):$/.test(url.protocol)) return undefined;
	// The URL parser lets quotation marks pass in a host.
	if (url.protocol !== "mailto:" && !/^[\w.:[\]-]+$/.test(url.hostname))
		return undefined;
	withoutUser(url);
	return url.href;
}

/** Only where there is one: to set any part writes the whole address anew. */
function withoutUser(url: URL): void {
	if (url.username !== "") url.username = "";
	if (url.password !== "") url.password = "";
}

/** Where sites send a click through a page of their own first, by the parameter that tells where it goes. */
const redirects: ReadonlyMap<string, string> = new Map([
	["link.zhihu.com", "target"],
	["link.juejin.cn", "target"],
	["link.csdn.net", "target"],
	["sspai.com/link", "target"],
	["gitee.com/link", "target"],
	["link.jianshu.com", "t"],
	["douban.com/link2", "url"],
	["weibo.cn/sinaurl", "u"],
	["c.pc.qq.com/middlem.html", "pfurl"],
	["l.facebook.com/l.php", "u"],
	["google.com/url", "q"],
	["t.umblr.com/redirect", "z"],
]);

function behindRedirect(url: URL | undefined): URL | undefined {
	if (!url) return undefined;
	const place = `${url.hostname}${url.pathname}`
		.replace(/^www\./, "")
		.replace(/\/$/, "");
	const name = redirects.get(place);
	const target = name && url.searchParams.get(name);
	return (target && /^https?:\/\//i.test(target) && parse(target)) || url;
}

/** @param href as written in a copy of `original`. */
function leaving(url: URL, href: string, original: string): URL | undefined {
	if (/\/\d{4,14}im_\//.test(url.pathname)) return url;
	const copied = originalOf(url.href);
	return parse(copied?.url ?? href, original);
}

/** A picture's own address, and the proxy's where it came through one. */
export interface PictureAddress {
	readonly src: string;
	readonly proxied?: string;
}

/** Unwrap image proxies: `images.weserv.nl?url=…`, `wsrv.nl/?url=…`, `i0.wp.com/host/path`, and copies in web archives. */
export function unproxied(address: string): PictureAddress {
	const original = originalOf(address);
	const copied = original && parse(original.url);
	if (copied) return { src: copied.href, proxied: address };
	const url = /weserv|wsrv|wp\.com/.test(address) && parse(address);
	if (!url) return { src: address };
	const wrapped = /^(?:images\.weserv\.nl|(?:www\.)?wsrv\.nl)$/.test(
		url.hostname,
	)
		? url.searchParams.get("url")
		: /^i\d\.wp\.com$/.test(url.hostname)
			? url.pathname.replace(/^\/+/, "")
			: undefined;
	if (!wrapped) return { src: address };
	const ssl = /^ssl:/.test(wrapped);
	const target = parse(
		/^https?:\/\//i.test(wrapped)
			? wrapped
			: `https://${wrapped.replace(/^(?:ssl:)?(?:\/\/)?/, "")}`,
	);
	if (!target || !/^https?:$/.test(target.protocol) || target.hostname === "")
		return { src: address };
	if (ssl) target.protocol = "https:";
	return { src: target.href, proxied: address };
}

/** The page behind a player: what a reader can open. */
export function pageOfPlayer(address: string): string {
	const url = parse(address);
	if (!url) return address;
	const host = url.hostname.replace(/^www\./, "");
	const [, first, second] = url.pathname.split("/");
	if (/^youtube(?:-nocookie)?\.com$/.test(host) && first === "embed" && second)
		return `https://www.youtube.com/watch?v=${encodeURIComponent(second)}`;
	if (host === "player.vimeo.com" && first === "video" && second)
		return `https://vimeo.com/${encodeURIComponent(second)}`;
	const bilibili = url.searchParams.get("bvid");
	if (host === "player.bilibili.com" && bilibili)
		return `https://www.bilibili.com/video/${encodeURIComponent(bilibili)}`;
	const told = url.searchParams.get("href");
	if (/^facebook\.com$/.test(host) && first === "plugins" && told)
		return absoluteUrl(told, undefined) ?? address;
	const wrapped = url.searchParams.get("url");
	if (/(?:^|\.)embedly\.com$/.test(host) && wrapped)
		return absoluteUrl(wrapped, undefined) ?? address;
	return address;
}

function parse(text: string, base?: string): URL | undefined {
	try {
		return base === undefined ? new URL(text) : new URL(text, base);
	} catch {
		return undefined;
	}
}
