/**
 * The article as the corpus publishes it. These zod definitions are the one source of the types,
 * of the validation and of the JSON Schema in `data/schema/`.
 */
import * as z from "zod";
import type { CivilDay, EpochMs } from "./time.ts";

/** See `article-id.ts`. */
export const articleId = z
	.string()
	.regex(/^[0-9a-f]{16}(?:-[0-9a-f]{8}){0,2}$/)
	.describe(
		"16 hex digits of the SHA-256 over the canonical address, without one over the path below the seeds folder; of an older copy followed by - and 8 of its file's",
	);
export const civilDaySchema = z
	.custom<CivilDay>(
		(value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
	)
	.meta({ type: "string", format: "date" });
export const epochMsSchema = z
	.custom<EpochMs>((value) => Number.isSafeInteger(value))
	.meta({
		type: "integer",
		description: "milliseconds since 1970-01-01T00:00:00Z",
	});

/** What kind of publisher an outlet is, for citations. */
export const outletKinds = [
	"newspaper",
	"broadcaster",
	"agency",
	"magazine",
	"website",
	"blog",
	"video",
] as const;
export type OutletKind = (typeof outletKinds)[number];

export const sourceSchema = z.strictObject({
	/** Lower-case ASCII, part of addresses: `voa-chinese`. */
	id: z.string().regex(/^[a-z0-9-]+$/),
	name: z.string(),
	homepage: z.string().optional(),
	/** IANA zone of the outlet's own clock. */
	zone: z.string(),
	/** BCP 47 tag of the outlet's usual language. */
	language: z.string(),
	/** Absent where neither the program nor the owner says it. */
	kind: z.enum(outletKinds).optional(),
});

/** Where a date was found, in the order of trust (DESIGN: the outlet's own stamp first). */
const witnessKinds = [
	"body",
	"page",
	"front-matter",
	"header",
	"url",
	"file-name",
	"capture",
] as const;
const witnessSchema = z.strictObject({
	kind: z.enum(witnessKinds),
	/** The words as they stand in the file. */
	text: z.string(),
	/** 1-based line in the decoded file. */
	line: z.number().int().optional(),
	at: epochMsSchema.optional(),
	day: civilDaySchema.optional(),
	/**
	 * `chosen` settled the date; `agrees` names the same day or its eve; `recorded` is the crawler's own stamp;
	 * `conflicts` names another day; `unreadable` is no date; `implausible` is outside 1990 … the day after recording.
	 */
	verdict: z.enum([
		"chosen",
		"agrees",
		"recorded",
		"conflicts",
		"unreadable",
		"implausible",
	]),
});

const figureSchema = z.strictObject({
	/** `f1`, `f2` … in reading order; the anchor on the page. */
	id: z.string().regex(/^f\d+$/),
	/** Original address, without proxies. */
	src: z.string(),
	/** The proxy's address, where the file had one. */
	proxied: z.string().optional(),
	alt: z.string(),
	caption: z.string(),
	credit: z.string(),
	/** CSS pixels, as the file states them. */
	width: z.number().int().positive().optional(),
	height: z.number().int().positive().optional(),
	/** File name of the stored original under `_assets/`, where it was fetched. */
	asset: z.string().optional(),
});

const paragraphSchema = z.strictObject({
	/** `p1`, `p2` … in reading order; the anchor on the page. */
	id: z.string().regex(/^p\d+$/),
	text: z.string(),
	/** What the block is; absent for an ordinary paragraph. */
	kind: z
		.enum([
			"heading",
			"list-item",
			"quotation",
			"table-row",
			"code",
			"link-card",
		])
		.optional(),
});

const linkSchema = z.strictObject({
	href: z.string(),
	text: z.string(),
	/** The article of this archive that lies at `href`, where there is one. */
	articleId: z.string().optional(),
});

export const creditSchema = z.strictObject({
	role: z.enum([
		"translator",
		"contributor",
		"researcher",
		"editor",
		"agency",
		"biography",
		"original",
		"copyright",
		"other",
	]),
	text: z.string(),
	href: z.string().optional(),
});

const removalSchema = z.strictObject({
	/** `stage/kebab-case`. */
	rule: z.string(),
	count: z.number().int().positive(),
	/** The reader-visible text that went with it, where there was any. */
	text: z.string().optional(),
	/** Addresses of the pictures that went with it. */
	pictures: z.array(z.string()).optional(),
});

/** One file that told of this article: the canonical copy's own, or an older copy's. */
const copySchema = z.strictObject({
	/** Path relative to the seeds folder, with `/`. */
	file: z.string(),
	/** Which of its articles, where the file holds many: a position, in a web archive the offset of the record. */
	record: z.string().optional(),
	/** Of the file; of a record, of its own bytes. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	bytes: z.number().int().nonnegative(),
	recorded: epochMsSchema.optional(),
});

/** What a file is: the three shapes that news crawlers leave, and what people save, export and dump. */
export const variants = [
	"header",
	"jekyll+header",
	"jekyll",
	"plain",
	"page",
	"mhtml",
	"warc",
	"wacz",
	"wordpress",
	"rss",
	"atom",
	"evernote",
	"json-feed",
	"json",
	"json-lines",
	"csv",
	"documents",
] as const;

const provenanceSchema = copySchema.omit({ recorded: true }).extend({
	/** WHATWG label of the encoding that was decoded. */
	encoding: z.string(),
	variant: z.enum(variants),
	/** What the body is written in; absent for HTML. */
	markup: z.enum(["markdown", "text"]).optional(),
	/** Id of the source adapter that read the file. */
	adapter: z.string(),
	removed: z.array(removalSchema),
	/** What had to be mended to read the file: rule ids, sorted. */
	repaired: z.array(z.string()),
	/** Identical older copies of the same address, newest first. */
	copies: z.array(copySchema),
});

/** How the publication was settled. */
const publishedSchema = z.strictObject({
	precision: z.enum(["instant", "day"]),
	/** Present when `precision` is `instant`. */
	at: epochMsSchema.optional(),
	/** The day on the outlet's own clock. */
	day: civilDaySchema,
	zone: z.string(),
	basis: z.enum(witnessKinds),
});

export const articleSchema = z.strictObject({
	id: articleId,
	headline: z.string().min(1),
	source: sourceSchema,
	/** Canonical original address, without trackers; absent when the file names none. */
	url: z.string().optional(),
	bylines: z.array(z.string()),
	/** Absent when no witness is readable: the article is kept, undated. */
	published: publishedSchema.optional(),
	/** The header's stamp: when the crawler saw the article. */
	recorded: epochMsSchema.optional(),
	witnesses: z.array(witnessSchema),
	/** BCP 47, detected from the text: `zh-Hans`, `zh-Hant`, `en` …; `und` when it cannot be told. */
	language: z.string(),
	figures: z.array(figureSchema),
	paragraphs: z.array(paragraphSchema),
	/** Safe HTML of the body; blocks carry their paragraph ids, figures their figure ids. */
	html: z.string(),
	links: z.array(linkSchema),
	tags: z.array(z.string()),
	credits: z.array(creditSchema),
	/** Gazetteer ids of the people and places that headline, text or captions name, sorted. */
	people: z.array(z.string()),
	places: z.array(z.string()),
	/** Ids of identical copies, whose addresses lead here; their files are in `provenance.copies`. */
	duplicates: z.array(z.string()),
	/** Ids of older copies with another text, newest first; each has its own file and page. */
	revisions: z.array(z.string()),
	/** On an older revision only: the id of the canonical article. */
	revisionOf: z.string().optional(),
	/** Ids of articles that tell the same story elsewhere, most alike first. */
	related: z.array(z.string()),
	provenance: provenanceSchema,
});

export type Source = z.infer<typeof sourceSchema>;
export type Witness = z.infer<typeof witnessSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Credit = z.infer<typeof creditSchema>;
export type Removal = z.infer<typeof removalSchema>;
export type Copy = z.infer<typeof copySchema>;
export type Published = z.infer<typeof publishedSchema>;
export type Article = z.infer<typeof articleSchema>;

/**
 * An article as one file alone tells it: everything but what only the whole archive can know.
 * Drafts are cached by file; `enrich/` turns them into articles.
 */
export type Draft = Omit<
	Article,
	"people" | "places" | "duplicates" | "revisions" | "revisionOf" | "related"
>;
