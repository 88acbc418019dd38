/** What became of every file, as the corpus publishes it. */
import * as z from "zod";
import { schemaVersion } from "./article-id.ts";

/** One thing that a stage noticed: plain data, in vfile's words. */
const findingSchema = z.strictObject({
	/** An `error` costs the file its place, a `warning` asks for a look. */
	severity: z.enum(["error", "warning", "info"]),
	/** `stage/kebab-case`, stable: reports count by it and tests name it. */
	ruleId: z.string(),
	/** Path relative to the seeds folder, with `/`. */
	file: z.string(),
	/** 1-based line in the decoded file; absent when the finding is about the whole file. */
	line: z.number().int().optional(),
	/** A whole sentence for a person, without the file and line. */
	reason: z.string(),
	actual: z.string().optional(),
	expected: z.string().optional(),
});

const fileStatus = z.enum([
	"accepted",
	"repaired",
	"duplicate",
	"revision",
	"withdrawn",
	"quarantined",
]);

const fileReportSchema = z.strictObject({
	file: z.string(),
	status: fileStatus,
	/** The article it became or belongs to; absent when quarantined. */
	articleId: z.string().optional(),
	/** For a quarantined file: stable code (a rule id), line, reason and the words there. */
	code: z.string().optional(),
	line: z.number().int().optional(),
	reason: z.string().optional(),
	excerpt: z.string().optional(),
	findings: z.array(findingSchema),
});

const articlesByOutlet = z.array(
	z.strictObject({
		id: z.string(),
		name: z.string(),
		articles: z.number().int(),
	}),
);

export const reportSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	totals: z.strictObject({
		files: z.number().int(),
		accepted: z.number().int(),
		repaired: z.number().int(),
		duplicates: z.number().int(),
		revisions: z.number().int(),
		/** Of articles that their owner withdrew. */
		withdrawn: z.number().int(),
		quarantined: z.number().int(),
	}),
	bySource: articlesByOutlet,
	/** Outlets of whose clock nothing is known, with the articles whose day is therefore that of UTC; most articles first. */
	withoutZone: articlesByOutlet,
	/** How often each rule spoke or removed something, by rule id. */
	byRule: z.array(
		z.strictObject({ rule: z.string(), count: z.number().int() }),
	),
	/** Only files that were not simply accepted, or that have findings. */
	files: z.array(fileReportSchema),
});

export type Finding = z.infer<typeof findingSchema>;
export type FileStatus = z.infer<typeof fileStatus>;
export type FileReport = z.infer<typeof fileReportSchema>;
export type Report = z.infer<typeof reportSchema>;
