import {
	attribute,
	type Element,
	isElement,
	plainText,
} from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * BBC News, Chinese service.
 *
 * The headline is repeated in the body; `<time datetime="2022-09-16">` shows a relative time (3 小时前),
 * so only the attribute counts; labels such as 图像来源 stand before credits and captions; a list of
 * related stories closes the text. Feeds put `[Chinese]` before headlines.
 */
export const bbcChinese: SourceAdapter = {
	source: {
		id: "bbc-chinese",
		name: "BBC中文",
		homepage: "https://www.bbc.com/zhongwen/simp",
		zone: "Europe/London",
		language: "zh-Hans",
	},
	hosts: ["bbc.com", "bbc.co.uk"],
	names: ["BBC", "BBC中文", "BBC中文网", "英国广播公司"],
	headline: (title) => title.replace(/^\[(?:Chinese|中文)\]\s*/i, ""),
	boilerplate(element) {
		const text = plainText(element);
		if (
			/^(?:span|strong)$/.test(element.tagName) &&
			/^(?:图像来源|圖像來源|图像加注文字|圖像加註文字|視頻加註文字|视频加注文字)[，,：:]?$/.test(
				text,
			)
		)
			return "sources/label";
		if (
			element.tagName === "strong" &&
			/^(?:你|您)的器材不支持播放多媒体材料$/.test(text)
		)
			return "sources/player";
		return isRelated(element) ? "sources/read-more" : undefined;
	},
	stamp(element) {
		if (element.tagName !== "time") return undefined;
		const stated = attribute(element, "datetime");
		return stated && /^\d{4}-\d{2}-\d{2}/.test(stated)
			? { text: stated }
			: undefined;
	},
};

/** A heading 相关报道 and the list behind it, each in a wrapper of its own. */
function isRelated(element: Element): boolean {
	const heading =
		/^(?:相关报道|相關報導|更多相关报道|更多相關內容|延伸阅读|延伸閱讀|更多内容)[：:]?$/;
	if (element.tagName === "h2") return heading.test(plainText(element));
	if (element.tagName !== "ul") return false;
	const wrapper = element.parentNode;
	if (!isElement(wrapper)) return false;
	const siblings = wrapper.parentNode?.childNodes ?? [];
	const before = siblings[siblings.indexOf(wrapper) - 1];
	return before !== undefined && heading.test(plainText(before));
}
