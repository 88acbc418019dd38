/** `_archive.yml`: what an archive is called, in which language it speaks, which pairs it follows. */
import { z } from "zod";
import { defaultTexts } from "../config.ts";
import type { Config } from "../domain/config.ts";
import { interfaceLanguages } from "../domain/gazetteer.ts";
import { flag, id, text, texts, webAddress, wholeNumber } from "./values.ts";

export const archiveFileName = "_archive.yml";

const timeline = z.strictObject({
	id: id.describe("Part of addresses; do not change it once it is published."),
	title: text(200)
		.optional()
		.describe("Else the names of the two make it, in the archive's language."),
	people: z
		.tuple([id, id])
		.describe("Ids of the two people, built-in or of _people.yml."),
});

const limits = z.strictObject({
	fileBytes: wholeNumber(1_000, 500_000_000).describe("Bytes of a file."),
	dumpBytes: wholeNumber(1_000, 2_000_000_000).describe(
		"Bytes of a feed, an export or a page with its pictures.",
	),
	depth: wholeNumber(16, 1_000).describe("Levels of nested elements."),
	headline: wholeNumber(20, 5_000).describe("Characters of a headline."),
	images: wholeNumber(1, 10_000).describe("Pictures of an article."),
	fileMs: wholeNumber(100, 600_000).describe("Milliseconds of work on a file."),
});

/** All of it may be left out: defaults hold where it says nothing. */
export const archiveFile = z
	.strictObject({
		title: text(200).describe("Name of the archive."),
		shortName: text(40).describe("For the header, where the title is long."),
		description: text(500).describe("One sentence: what this archive is."),
		language: z.enum(interfaceLanguages).describe("Language of the interface."),
		baseUrl: webAddress.describe("Where the site will live."),
		noindex: flag.describe("true keeps search engines away."),
		timelines: z
			.array(timeline)
			.max(50)
			.describe("Pairs of people whose meetings are followed."),
		rights: z
			.record(id, text(2_000))
			.describe("Rights notes by outlet id, shown on its articles."),
		limits: limits
			.partial()
			.describe("A file beyond one of these is set aside, and reported."),
		leaveOut: texts.describe(
			"Files that are no articles: drafts/**, *.bak.html.",
		),
	})
	.partial();

export type ArchiveFile = z.output<typeof archiveFile>;

/** What the owner says over the defaults. Lists replace; limits and what to leave out are added to. */
export function mergeConfig(defaults: Config, own: ArchiveFile): Config {
	const { limits = {}, leaveOut = [], timelines, ...rest } = own;
	return withoutUndefined({
		...defaults,
		...defaultTexts[own.language ?? defaults.language],
		...rest,
		timelines: timelines?.map(withoutUndefined) ?? defaults.timelines,
		limits: { ...defaults.limits, ...withoutUndefined(limits) },
		leaveOut: [...defaults.leaveOut, ...leaveOut],
	});
}

/** Zod leaves keys that were not given away; types do not say so. */
function withoutUndefined<Value extends object>(
	value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
	return value as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
