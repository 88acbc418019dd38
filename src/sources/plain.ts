/** Outlets with nothing peculiar but their name, clock and hosts. */
import type { SourceAdapter } from "./adapter.ts";
import { gmtStamp } from "./stamps.ts";

/** CCTV's evening news: `央视网消息（新闻联播）：` opens the text, the hour is 19:30 in Beijing. */
export const cctv: SourceAdapter = {
	source: {
		id: "cctv",
		name: "央视网",
		homepage: "https://www.cctv.com/",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	hosts: ["cctv.com", "cctv.cn", "cntv.cn"],
	names: ["央视新闻联播", "央视网", "央视新闻", "CCTV"],
	stamp: gmtStamp,
};

/** Solidot: a bare text node and an empty paragraph are a whole body. */
export const solidot: SourceAdapter = {
	source: {
		id: "solidot",
		name: "Solidot",
		homepage: "https://www.solidot.org/",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	hosts: ["solidot.org"],
	names: ["Solidot", "奇客Solidot"],
};

/** Matters: writers publish under their own names; feeds know no zone but UTC. */
export const matters: SourceAdapter = {
	source: {
		id: "matters",
		name: "Matters",
		homepage: "https://matters.town/",
		zone: "Asia/Hong_Kong",
		language: "zh-Hant",
	},
	hosts: ["matters.news", "matters.town"],
	names: ["Matters"],
};

/** Medium: the feed appends `?source=rss-…` to addresses and a counting pixel to texts. */
export const medium: SourceAdapter = {
	source: {
		id: "medium",
		name: "Medium",
		homepage: "https://medium.com/",
		zone: "UTC",
		language: "und",
	},
	hosts: ["medium.com"],
	names: ["medium", "Medium"],
};

/** YouTube: the body is the description below a film; the channel is the byline. */
export const youtube: SourceAdapter = {
	source: {
		id: "youtube",
		name: "YouTube",
		homepage: "https://www.youtube.com/",
		zone: "UTC",
		language: "und",
	},
	hosts: ["youtube.com", "youtu.be"],
	names: ["YouTube"],
};
