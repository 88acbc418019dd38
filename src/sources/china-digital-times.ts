import { hasClass } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * China Digital Times, Chinese edition: posts of a picture without text, and boxes that describe
 * the article (`CDT 档案卡`) in front of it.
 */
export const chinaDigitalTimes: SourceAdapter = {
	source: {
		id: "china-digital-times",
		name: "中国数字时代",
		homepage: "https://chinadigitaltimes.net/chinese/",
		zone: "America/Los_Angeles",
		language: "zh-Hans",
	},
	hosts: ["chinadigitaltimes.net"],
	names: ["中国数字时代", "中國數字時代", "CDT"],
	boilerplate: (element) =>
		hasClass(
			element,
			/^(?:cdt-?(?:card|infobox|meta)|easy-footnote-margin-adjust)$/,
		)
			? "sources/metadata"
			: undefined,
};
