import type { SourceAdapter } from "./adapter.ts";

/**
 * The Epoch Times, Chinese edition.
 *
 * The text opens with `【大纪元2022年05月25日讯】（大纪元记者某某采访报导）` and closes with
 * `责任编辑：某某`. The opening day is the day in Taipei, where the address (`/gb/22/5/25/n….htm`) and
 * the crawler's stamps agree with it.
 */
export const epochTimes: SourceAdapter = {
	source: {
		id: "epoch-times",
		name: "大纪元",
		homepage: "https://www.epochtimes.com/",
		zone: "Asia/Taipei",
		language: "zh-Hans",
	},
	hosts: ["epochtimes.com"],
	names: ["大纪元", "大紀元", "Epoch Times"],
	note({ text, before, after }) {
		if (
			after < 3 &&
			/^责任编辑[：:]|^責任編輯[：:]/.test(text) &&
			text.length < 30
		)
			return {
				credits: [{ role: "editor", text }],
				takes: "all",
				rule: "sources/credit",
			};
		if (before > 2) return undefined;
		const opening =
			/【(?:大纪元|大紀元)\s*(\d{4})年(\d{1,2})月(\d{1,2})日[讯訊]】\s*(?:[（(](?:大纪元|大紀元)?[^（()）]{0,12}?记者(.{2,12}?)(?:综合|采访|採訪|編譯|编译)?(?:报导|报道|報導)[)）])?/.exec(
				text,
			);
		if (!opening) return undefined;
		const [all, year, month, day, names] = opening;
		return {
			stamp: {
				text: /【[^】]*】/.exec(all)?.[0] ?? all,
				read: `${year}-${month}-${day}`,
			},
			...(names ? { bylines: names.split(/[、，,\s]+/) } : {}),
		};
	},
};
