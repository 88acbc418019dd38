import type { Withdrawn } from "./addresses.ts";

/** What an owner may set for an archive; the values are in `src/config.ts`. */
export interface Config {
	readonly title: string;
	/** One sentence: what this archive is. */
	readonly description: string;
	/** Language of the interface. */
	readonly language: "zh-Hans" | "zh-Hant" | "en";
	/** `true` asks search engines not to index the site. */
	readonly noindex: boolean;
	/** The pairs whose meetings are followed; gazetteer ids. */
	readonly timelines: readonly TimelineConfig[];
	readonly limits: Limits;
	/** Rights notes by source id, shown on that source's articles. */
	readonly rights: Readonly<Record<string, string>>;
	/** Articles that are published no more, whether or not their files are still there. */
	readonly withdrawn: readonly Withdrawn[];
}

export interface TimelineConfig {
	readonly id: string;
	readonly title: string;
	/** Gazetteer ids of the two people. */
	readonly people: readonly [string, string];
}

/** A file beyond one of these is quarantined with that reason. */
export interface Limits {
	/** Of a file that is one article, and of each article in a file of many. */
	readonly fileBytes: number;
	/** Of a feed, a dump or a page with its pictures (MHTML); web archives are read piece by piece and have no limit. */
	readonly dumpBytes: number;
	/** Levels of nested elements. */
	readonly depth: number;
	/** UTF-16 code units. */
	readonly headline: number;
	readonly images: number;
	/** Milliseconds of work on one file. */
	readonly fileMs: number;
}
