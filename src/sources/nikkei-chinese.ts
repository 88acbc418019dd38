import { attribute, shownStart } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * Nikkei, Chinese edition.
 *
 * Pictures and captions stand in tables; indents are made of spaces and U+3000; the copyright line
 * stands outside of any paragraph. The address ends in the minute of publication on Tokyo's clock
 * (`…-2023-12-04-11-10-25.html`).
 */
export const nikkeiChinese: SourceAdapter = {
	source: {
		id: "nikkei-chinese",
		name: "日经中文网",
		homepage: "https://cn.nikkei.com/",
		zone: "Asia/Tokyo",
		language: "zh-Hans",
	},
	hosts: ["cn.nikkei.com", "zh.cn.nikkei.com"],
	names: ["日本経済新聞", "日经中文网", "日经", "Nikkei"],
	boilerplate: (element) =>
		element.tagName === "p" &&
		/^(?:news_)?recommend/.test(attribute(element, "class") ?? "")
			? "sources/read-more"
			: element.tagName === "p" &&
					/^\s*(?:点击|點擊).{0,10}(?:APP|App)/.test(shownStart(element, 30))
				? "sources/promotion"
				: undefined,
	note({ text, after }) {
		if (after > 3) return undefined;
		if (/^(?:版权声明|版權聲明)[：:]/.test(text))
			return {
				credits: [{ role: "copyright", text }],
				takes: "all",
				rule: "sources/credit",
			};
		// `日本经济新闻（中文版：日经中文网）某某 法兰克福`, alone in its paragraph.
		const found =
			/^日本经济新闻[（(]中文版[：:]日经中文网[)）]\s*(.{0,40})$/.exec(text);
		return found
			? {
					credits: [{ role: "contributor", text }],
					takes: "all",
					rule: "sources/credit",
				}
			: undefined;
	},
};
