/** What became of every file, as the corpus publishes it. */
import * as z from "zod";
import { schemaVersion } from "./article-id.ts";

export const findingSchema = z.strictObject({
	severity: z.enum(["error", "warning", "info"]),
	ruleId: z.string(),
	file: z.string(),
	line: z.number().int().optional(),
	reason: z.string(),
	actual: z.string().optional(),
	expected: z.string().optional(),
});

export const fileStatus = z.enum([
	"accepted",
	"repaired",
	"duplicate",
	"revision",
	"withdrawn",
	"quarantined",
]);

export const fileReportSchema = z.strictObject({
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
	bySource: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			articles: z.number().int(),
		}),
	),
	/** Outlets of whose clock nothing is known, with the articles whose day is therefore that of UTC; most articles first. */
	withoutZone: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			articles: z.number().int(),
		}),
	),
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
