/** Addresses of articles that hold none any more: `corpus/addresses.json`. */
import * as z from "zod";
import { civilDaySchema } from "./article.ts";
import { schemaVersion } from "./article-id.ts";

/** An id of this schema, or one that an earlier version of the program gave: `20231204-voa-chinese-d70fb76d`. */
export const publishedId = z
	.string()
	.regex(
		/^(?:[0-9a-f]{16}(?:-[0-9a-f]{8}){0,2}|(?:\d{8}|undated)-[a-z0-9]+(?:-[a-z0-9]+)*)$/,
		"must be the id of an article, such as 76cbd0b7a4d8a1e2.",
	);

const withdrawnSchema = z.strictObject({
	id: publishedId,
	headline: z.string().min(1),
	/** Name of the outlet. */
	outlet: z.string(),
	/** Of publication; absent where it was not known. */
	day: civilDaySchema.optional(),
	/** Why it was withdrawn, in the owner's words. */
	reason: z.string().min(1),
	/** Day of the withdrawal. */
	withdrawn: civilDaySchema,
});

export const addressesSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	/** Ids that lead to an article, or to the page of a withdrawn one; sorted. */
	moved: z.array(z.strictObject({ id: publishedId, to: publishedId })),
	/** Articles that were published and are not any more; sorted by id. */
	withdrawn: z.array(withdrawnSchema),
});

export type Withdrawn = z.infer<typeof withdrawnSchema>;
export type Addresses = z.infer<typeof addressesSchema>;
