import { hasClass } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * Radio Free Asia, Mandarin service.
 *
 * A literal `null` stands before many bodies; spans surround every number; zoom icons and repeated
 * ids lie about the pictures. The address holds the day as `MMDDYYYYhhmmss`, on Washington's clock.
 */
export const rfaChinese: SourceAdapter = {
	source: {
		id: "rfa-chinese",
		name: "自由亚洲电台普通话",
		homepage: "https://www.rfa.org/mandarin/",
		zone: "America/New_York",
		language: "zh-Hans",
	},
	hosts: ["rfa.org"],
	names: ["自由亚洲电台", "自由亞洲電台", "自由亞洲電臺", "RFA"],
	boilerplate: (element) =>
		hasClass(element, /^(?:zoom|zoomicon|zoom-icon|image_zoom)$/)
			? "sources/player"
			: undefined,
	note: ({ text, before }) =>
		before === 0 && text === "null"
			? { takes: "all", rule: "sources/crawler-null" }
			: undefined,
};
