import type { Config } from "./domain/config.ts";

/** What holds where an archive's owner says nothing else in `_archive.yml`. */
export const defaults: Config = {
	title: "编年",
	description: "中文新闻存档：逐篇可查、可引、可离线全文检索。",
	language: "zh-Hans",
	noindex: false,
	timelines: [
		{
			id: "xi-lukashenko",
			title: "习近平与卢卡申科会晤编年",
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
};
