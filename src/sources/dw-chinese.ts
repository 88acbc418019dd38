import { attribute, elementChildren, plainText } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * Deutsche Welle, Chinese service.
 *
 * The body opens with `<div><i><br>2023-03-01T14:32:43.682Z</i></div>`, sometimes with the agency
 * before the stamp; captions are `<small>` behind the picture; the last paragraphs name the
 * agencies in brackets and carry the copyright notice. Internal links lead to `api.dw.com`.
 */
export const dwChinese: SourceAdapter = {
	source: {
		id: "dw-chinese",
		name: "德国之声中文网",
		homepage: "https://www.dw.com/zh/",
		zone: "Europe/Berlin",
		language: "zh-Hans",
	},
	hosts: ["dw.com"],
	names: ["德国之声", "德國之聲", "DW"],
	stamp(element) {
		if (element.tagName !== "div" || attribute(element, "class"))
			return undefined;
		const [only, ...others] = elementChildren(element);
		if (only?.tagName !== "i" || others.length > 0) return undefined;
		const text = plainText(element);
		const read = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})/.exec(text);
		if (!read || text.length >= 80) return undefined;
		const agency = text.replace(read[0], "").trim();
		return { text: read[0], ...(agency === "" ? {} : { agency }) };
	},
	note({ text, after }) {
		if (after > 5) return undefined;
		if (/^©\s*\d{4}\s*年德国之声|^©.{0,20}(?:版权声明|版權聲明)/.test(text))
			return note("copyright", text);
		if (/^摘编自其他媒体的内容/.test(text)) return note("other", text);
		// `(路透社、德新社等)` or `（综合报道）`, alone in its paragraph.
		if (
			/^[（(][^（()）]{2,60}[)）]$/.test(text) &&
			/(?:社|报|报道|報導|网|電|台)等?[)）]$/.test(text)
		)
			return note("agency", text);
		return undefined;
	},
};

function note(role: "copyright" | "other" | "agency", text: string) {
	return {
		credits: [{ role, text }],
		takes: "all" as const,
		rule: "sources/credit",
	};
}
