/** Meetings and their evidence, as the corpus publishes them. */
import * as z from "zod";
import { civilDaySchema } from "./article.ts";
import { schemaVersion } from "./article-id.ts";
import { interfaceLanguages } from "./gazetteer.ts";

const personSchema = z.strictObject({
	/** Gazetteer id: `xi-jinping`. */
	id: z.string(),
	/** Simplified Chinese. */
	name: z.string(),
});

const placeSchema = z.strictObject({
	/** City in simplified Chinese, for example 撒马尔罕. */
	city: z.string().optional(),
	country: z.string().optional(),
	venue: z.string().optional(),
	/** Degrees, WGS 84, of the city (or venue where known). */
	lat: z.number().optional(),
	lon: z.number().optional(),
});

/** `range` is a claim that gives a stretch of days without saying which. */
const precisionSchema = z.enum(["day", "range", "month", "year"]);

/** One claim in one article. */
const mentionSchema = z.strictObject({
	articleId: z.string(),
	/** Seed file, relative to the seeds folder. */
	file: z.string(),
	/** Anchor on the article page: `p7`, `f1`, or `headline`. */
	paragraph: z.string(),
	/** The sentence, verbatim. */
	quote: z.string(),
	/** First and last day as this mention states them; absent when it states none. */
	start: civilDaySchema.optional(),
	end: civilDaySchema.optional(),
	precision: precisionSchema.optional(),
	/** The words of the date, verbatim. */
	expression: z.string().optional(),
	role: z.enum(["main", "recall", "caption"]),
	/** Id of the rule that read it. */
	rule: z.string(),
	/** 0–1. */
	confidence: z.number().min(0).max(1),
});

/** A sentence that said a meeting was to come. */
const announcementSchema = mentionSchema.omit({
	role: true,
	confidence: true,
});

const encounterKind = z.enum([
	"state-visit",
	"official-visit",
	"working-visit",
	"multilateral-sideline",
	"bilateral-talks",
]);

const checkSchema = z.strictObject({
	rule: z.string(),
	result: z.enum(["passed", "failed", "unknown"]),
	detail: z.string(),
});

const conflictSchema = z.strictObject({
	/** What the articles disagree on: `day`, `place`, `kind` … */
	field: z.string(),
	detail: z.string(),
	/** The competing values, each with the articles that state it. */
	values: z.array(
		z.strictObject({ value: z.string(), articleIds: z.array(z.string()) }),
	),
});

/** A line of `_corrections.yml` that touched this meeting. */
const correctionSchema = z.strictObject({
	action: z.enum(["confirm", "reject", "merge", "date", "place", "note"]),
	note: z.string().optional(),
	/** Where the corrector has it from: an address or a reference. */
	source: z.string().optional(),
	/** 1-based line in the corrections file. */
	line: z.number().int(),
});

const encounterSchema = z.strictObject({
	/** `<start>-<city in ASCII>`, stable as long as day and city are. */
	id: z.string(),
	/** Id of the timeline (pair) it belongs to. */
	timeline: z.string(),
	people: z.array(personSchema).min(2),
	/** Days of the meeting itself, where it took place. */
	start: civilDaySchema,
	end: civilDaySchema,
	precision: precisionSchema,
	place: placeSchema,
	kind: encounterKind,
	/** The visit around it, where an article states it: of one of the two to the country of the other. */
	visit: z
		.strictObject({
			start: civilDaySchema,
			end: civilDaySchema,
			visitor: personSchema.optional(),
			/** The country that is visited, in simplified Chinese. */
			host: z.string().optional(),
			kind: encounterKind.optional(),
		})
		.optional(),
	/** Which meeting of the two it is, as the articles that report it count: 第15次会晤. Absent where they differ. */
	ordinal: z.number().int().optional(),
	/** A lead has one weak mention: it is listed apart and never counted. */
	status: z.enum(["confirmed", "unconfirmed", "lead"]),
	/** Why it is not confirmed, a whole sentence. */
	reason: z.string().optional(),
	/** What says that it took place at all, apart from the day: 1 is one report that names both. */
	happened: z.strictObject({
		weight: z.number(),
		articles: z.number().int(),
		outlets: z.number().int(),
	}),
	title: z.string(),
	/** Documents signed, status raised: sentences or names, verbatim. */
	outcomes: z.array(z.string()),
	mentions: z.array(mentionSchema).min(1),
	/** Sentences that announced it beforehand: no evidence that it took place, yet part of its story. */
	announcements: z.array(announcementSchema).optional(),
	conflicts: z.array(conflictSchema),
	checks: z.array(checkSchema),
	corrections: z.array(correctionSchema),
});

const rejectedSchema = announcementSchema.extend({
	timeline: z.string(),
	/** Stable code: `planned`, `by-telephone`, `another-pair`, `arrival` … */
	reason: z.string(),
	/** A whole sentence for a reader. */
	detail: z.string(),
});

/** A contact of the two that was not in person, with the sentences that tell of it. */
const contactSchema = z.strictObject({
	timeline: z.string(),
	means: z.enum(["telephone", "video", "letter"]),
	day: civilDaySchema,
	mentions: z.array(announcementSchema).min(1),
});

export const timelineSchema = z.strictObject({
	id: z.string(),
	title: z.string(),
	/** Titles that the owner gave it in single languages of the interface. */
	titles: z.partialRecord(z.enum(interfaceLanguages), z.string()).optional(),
	people: z.array(personSchema).min(2),
});

export const encountersSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	/** The first (usually only) timeline. */
	timeline: timelineSchema,
	/** All of them, where the configuration follows several pairs. */
	timelines: z.array(timelineSchema),
	encounters: z.array(encounterSchema),
	/** Calls, video meetings, letters and telegrams. */
	contacts: z.array(contactSchema),
	rejected: z.array(rejectedSchema),
});

export type Place = z.infer<typeof placeSchema>;
export type Precision = z.infer<typeof precisionSchema>;
export type Mention = z.infer<typeof mentionSchema>;
export type Announcement = z.infer<typeof announcementSchema>;
export type EncounterKind = z.infer<typeof encounterKind>;
export type Check = z.infer<typeof checkSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Encounter = z.infer<typeof encounterSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type Rejected = z.infer<typeof rejectedSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type Encounters = z.infer<typeof encountersSchema>;

/** The title of a chronicle to which its owner gave none, in simplified Chinese. */
export function titleOfPair(
	people: readonly { readonly name: string }[],
): string {
	return `${people.map(({ name }) => name).join("与")}会晤编年`;
}
