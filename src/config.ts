import type { Config } from "./domain/config.ts";
import type { InterfaceLanguage } from "./domain/gazetteer.ts";

/** What an archive is called where its owner says its language alone. */
export const defaultTexts: Readonly<
	Record<InterfaceLanguage, Pick<Config, "title" | "description">>
> = {
	"zh-Hans": {
		title: "编年",
		description: "中文新闻存档：逐篇可查、可引、可离线全文检索。",
	},
	"zh-Hant": {
		title: "編年",
		description: "中文新聞存檔：逐篇可查、可引、可離線全文檢索。",
	},
	en: {
		title: "Chronicle",
		description:
			"An archive of Chinese news: every article traceable and citable, searched in full without a network.",
	},
};

/** What holds where an archive's owner says nothing else in `_archive.yml`. */
export const defaults: Config = {
	...defaultTexts["zh-Hans"],
	language: "zh-Hans",
	otherLanguages: [],
	noindex: false,
	timelines: [
		{
			id: "xi-lukashenko",
			people: ["xi-jinping", "alexander-lukashenko"],
		},
	],
	limits: {
		fileBytes: 5_000_000,
		dumpBytes: 100_000_000,
		depth: 256,
		headline: 300,
		images: 500,
		fileMs: 2_000,
	},
	rights: {},
	outlets: [],
	gazetteer: { people: [], countries: [], cities: [], venues: [] },
	// What a folder holds that is kept in Git or published from there.
	leaveOut: [
		"/README.md",
		"/LICENSE",
		"/package.json",
		"/package-lock.json",
		"/node_modules/",
	],
	withdrawn: [],
	pages: [],
	collections: [],
};
