import type { Withdrawn } from "./addresses.ts";
import type { GazetteerEntries, InterfaceLanguage } from "./gazetteer.ts";
import type { Look, OwnPicture } from "./look.ts";
import type { LanguageTexts } from "./manifest.ts";
import type { OutletEntry } from "./outlet.ts";

/**
 * What the owner of an archive decides: the defaults of `src/config.ts`, and over them the `_*.yml` files of the seeds folder.
 * Its own texts are those of the first language of the interface, whose pages lie at the root.
 */
export interface Config extends LanguageTexts {
	/** The further languages of the interface, each with what the archive is called in it. */
	readonly otherLanguages: readonly LanguageTexts[];
	/** Where the site will live, with a `/` at its end; the command line has the last word. */
	readonly baseUrl?: string | undefined;
	/** `true` asks search engines not to index the site. */
	readonly noindex: boolean;
	readonly look?: Look | undefined;
	/** The pairs whose meetings are followed; gazetteer ids. */
	readonly timelines: readonly TimelineConfig[];
	readonly limits: Limits;
	/** Rights notes by source id, shown on that source's articles. */
	readonly rights: Readonly<Record<string, string>>;
	/**
	 * Patterns of paths below the seeds folder that are no articles: `*` stands for any part of a name, `**` for any number
	 * of folders.
	 */
	readonly leaveOut: readonly string[];
	/** Outlets that the owner describes. */
	readonly outlets: readonly OutletEntry[];
	/** People and places that the owner adds to the built-in ones. */
	readonly gazetteer: GazetteerEntries;
	/** Articles that are published no more, whether or not their files are still there. */
	readonly withdrawn: readonly Withdrawn[];
	/** Pages of the owner's own, in the order in which they are named to readers. */
	readonly pages: readonly OwnPage[];
	/** Articles that the owner put together by hand. */
	readonly collections: readonly OwnCollection[];
}

/** A collection as it is written; whether its articles are there is only known when all are. */
export interface OwnCollection {
	readonly id: string;
	readonly title: string;
	readonly text?: string | undefined;
	readonly articles: readonly {
		/** Of an article that is here, or was before it moved. */
		readonly id: string;
		/** How the owner names it: an id or an address. */
		readonly written: string;
		readonly note?: string | undefined;
		/** 1-based line of `_collections.yml`. */
		readonly line: number;
	}[];
}

/** A page of the owner's own, as it is written. */
export interface OwnPage {
	/** Name of its file without the endings. */
	readonly id: string;
	/** Of the interface that shows it: `about.en.md`; absent where its file names none, and it stands in for every one. */
	readonly language?: InterfaceLanguage | undefined;
	/** Path of its file below the seeds folder. */
	readonly file: string;
	readonly title: string;
	/** Whether it stands in the navigation; else in the foot. */
	readonly nav: boolean;
	/** Markdown. */
	readonly text: string;
	/** 1-based line of the file on which `text` begins. */
	readonly line: number;
	/** Those below `_assets/` that it shows. */
	readonly pictures: readonly OwnPicture[];
}

export interface TimelineConfig {
	readonly id: string;
	/** Absent where the names of the two make it. */
	readonly title?: string | undefined;
	/** Titles in single languages of the interface. */
	readonly titles?:
		| Readonly<Partial<Record<InterfaceLanguage, string>>>
		| undefined;
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
