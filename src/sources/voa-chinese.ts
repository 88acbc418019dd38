import type { SourceAdapter } from "./adapter.ts";
import { gmtStamp } from "./stamps.ts";

/**
 * Voice of America, Chinese service.
 *
 * The body opens with `<div><i>Mon, 04 Dec 2023 15:08:33 GMT</i></div>`. Pictures come through
 * `images.weserv.nl?url=`, their caption as `<small>` in the next `div`. Paragraphs are separated
 * by `<br /><br />` in most files and by spacer paragraphs in others. The last one often names the
 * agencies and reporters, in brackets and in `<em>`. Its clock is Washington's: the date in its
 * addresses (`…-20231204/7383290.html`) is the day there.
 */
export const voaChinese: SourceAdapter = {
	source: {
		id: "voa-chinese",
		name: "美国之音中文网",
		homepage: "https://www.voachinese.com/",
		zone: "America/New_York",
		language: "zh-Hans",
	},
	hosts: ["voachinese.com", "voacantonese.com"],
	names: ["美国之音", "美國之音", "VOA", "VOA Chinese"],
	stamp: gmtStamp,
	note({ text, after }) {
		if (after > 1 || !closing.test(text)) return undefined;
		return {
			credits: [{ role: "agency", text }],
			takes: "all",
			rule: "sources/credit",
		};
	},
};

/** `（本文依据了路透社的报道。）` and its many wordings, alone in its paragraph. */
const closing =
	/^[（(][^（()）]{0,12}(?:本文|此文|记者|記者)[\s\S]{0,160}(?:报道|報道|报导|報導|贡献|貢獻)[\s\S]{0,12}[)）]$/;
