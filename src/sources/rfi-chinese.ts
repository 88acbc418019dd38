import { attribute, type Element, hasClass, plainText } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * Radio France Internationale, Chinese service.
 *
 * `<div>16/09/2022 - 11:36</div>` on the clock of Paris opens the body; the lede is `<strong>`; the
 * site's own boxes carry `data-selfpromo-…`, `data-readmore-…` and `data-tms-ad-…`.
 */
export const rfiChinese: SourceAdapter = {
	source: {
		id: "rfi-chinese",
		name: "法国国际广播电台中文网",
		homepage: "https://www.rfi.fr/cn/",
		zone: "Europe/Paris",
		language: "zh-Hans",
	},
	hosts: ["rfi.fr"],
	names: ["法广", "法廣", "RFI", "法国国际广播电台"],
	boilerplate(element) {
		for (const { name } of element.attrs) {
			if (name.startsWith("data-selfpromo")) return "sources/promotion";
			if (name.startsWith("data-tms-ad")) return "sources/advertisement";
			if (name === "data-readmore-unlocker") return "sources/read-more";
		}
		// How long a film runs, over its picture.
		if (
			element.tagName === "time" &&
			/^\d{1,2}:\d{2}$/.test(plainText(element))
		)
			return "sources/player";
		return hasClass(element, "m-interstitial")
			? "sources/promotion"
			: undefined;
	},
	stamp: (element) => stampOf(element),
};

function stampOf(element: Element) {
	if (element.tagName !== "div" || attribute(element, "class"))
		return undefined;
	if (element.childNodes.length > 3) return undefined;
	const text = plainText(element);
	const found = /^(\d{2})\/(\d{2})\/(\d{4}) - (\d{2}:\d{2})/.exec(text);
	if (!found || text.length > 60) return undefined;
	const [, day, month, year, time] = found;
	return { text: found[0], read: `${year}-${month}-${day} ${time}` };
}
