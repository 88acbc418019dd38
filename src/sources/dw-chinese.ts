import type { SourceAdapter } from "./adapter.ts";

/**
 * Deutsche Welle, Chinese service.
 *
 * Captions are `<small>` behind the picture; the last paragraphs name the
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
