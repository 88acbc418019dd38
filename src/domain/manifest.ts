/** The table of contents of a corpus: a card for every article, enough for any list. */
import * as z from "zod";
import { civilDaySchema, epochMsSchema, sourceSchema } from "./article.ts";
import { schemaVersion } from "./article-id.ts";
import { timelineSchema } from "./encounter.ts";
import { interfaceLanguages } from "./gazetteer.ts";
import { lookSchema, ownPictureSchema } from "./look.ts";

const cardSchema = z.strictObject({
	id: z.string(),
	/** SHA-256 of the article's file: changes whenever anything of the article changes. */
	sha256: z.string(),
	headline: z.string(),
	/** The beginning of the text, at most 120 characters. */
	lede: z.string(),
	/** Source id. */
	source: z.string(),
	url: z.string().optional(),
	day: civilDaySchema.optional(),
	at: epochMsSchema.optional(),
	recorded: epochMsSchema.optional(),
	language: z.string(),
	bylines: z.array(z.string()),
	tags: z.array(z.string()),
	people: z.array(z.string()),
	places: z.array(z.string()),
	/** Characters of headline and paragraphs. */
	characters: z.number().int().nonnegative(),
	figures: z.number().int().nonnegative(),
	/** The first picture, where it is stored: file name of the original and its pixels. */
	picture: z
		.strictObject({
			file: z.string(),
			width: z.number().int().positive(),
			height: z.number().int().positive(),
		})
		.optional(),
	/** As on the article; absent when there are none. */
	related: z.array(z.string()).optional(),
	/** On an older revision only: the canonical article. Lists leave revisions out. */
	revisionOf: z.string().optional(),
});

/** A page of the owner's own. */
const ownPageSchema = z.strictObject({
	/** Several pages of one id are the same page in several languages. */
	id: z.string(),
	/** Of the interface that shows it; absent where it stands in for every one. */
	language: z.enum(interfaceLanguages).optional(),
	title: z.string(),
	/** Whether it stands in the navigation; else in the foot. */
	nav: z.boolean(),
	/** Sanitised as the text of an article is; the `data-src` of a picture is the path of one of `pictures`. */
	html: z.string(),
	/** Absent where it shows none. */
	pictures: z.array(ownPictureSchema).optional(),
});

/** Articles that the owner put together, in the owner's order. */
const collectionSchema = z.strictObject({
	id: z.string(),
	title: z.string(),
	text: z.string().optional(),
	articles: z.array(
		z.strictObject({ id: z.string(), note: z.string().optional() }),
	),
});

/** What the archive says of itself. */
const texts = {
	title: z.string(),
	/** For the header of pages, where `title` is long. */
	shortName: z.string().optional(),
	/** One sentence: what this archive is. */
	description: z.string(),
};
const languageTextsSchema = z.strictObject({
	/** Of the interface. */
	language: z.enum(interfaceLanguages),
	...texts,
});

export const manifestSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	/** What the archive says of itself, in the words of its owner. */
	archive: z.strictObject({
		...texts,
		/** Of the interface; the pages in this one lie at the root. */
		language: z.enum(interfaceLanguages),
		/** The same in further languages of the interface; absent where there is one. */
		otherLanguages: z.array(languageTextsSchema).optional(),
		noindex: z.boolean(),
		look: lookSchema.optional(),
		rights: z.record(z.string(), z.string()),
		timelines: z.array(timelineSchema),
		/** Pages of the owner's own; absent where there are none. */
		pages: z.array(ownPageSchema).optional(),
		/** Absent where there are none. */
		collections: z.array(collectionSchema).optional(),
	}),
	/** Every outlet that has an article here, by id. */
	sources: z.array(sourceSchema),
	/** The months of publication that have articles, oldest first; their cards are in `manifest/<name>.json`. */
	parts: z.array(
		z.strictObject({
			/** `2023-12`; the further parts of a very full month are `2023-12-2` …; `undated`. */
			name: z.string().regex(/^(?:\d{4}-\d{2}|undated)(?:-\d+)?$/),
			articles: z.number().int().positive(),
			/** Of the part's file. */
			sha256: z.string(),
		}),
	),
});

export const manifestPartSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	/** Its name in `manifest.json`. */
	part: z.string(),
	/** Oldest first (by `at`, else by day); ties by id. */
	articles: z.array(cardSchema),
});

export type LanguageTexts = Readonly<z.infer<typeof languageTextsSchema>>;
export type PublishedPage = z.infer<typeof ownPageSchema>;
export type Collection = z.infer<typeof collectionSchema>;
export type Card = z.infer<typeof cardSchema>;
/** `manifest.json`. */
export type ManifestFile = z.infer<typeof manifestSchema>;
export type ManifestPart = z.infer<typeof manifestPartSchema>;

/** Both, put together. */
export interface Manifest extends Omit<ManifestFile, "parts"> {
	/** Oldest first; undated last. */
	articles: Card[];
}
