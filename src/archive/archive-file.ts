/** `_archive.yml`: what an archive is called, in which language it speaks, which pairs it follows. */
import * as z from "zod";
import { contrast, readableOn } from "../base/colour.ts";
import { defaultTexts } from "../config.ts";
import type { Config, TimelineConfig } from "../domain/config.ts";
import {
	type InterfaceLanguage,
	interfaceLanguages,
} from "../domain/gazetteer.ts";
import { leastContrast, papers } from "../domain/look.ts";
import type { LanguageTexts } from "../domain/manifest.ts";
import type { Checked } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { baseAddress, flag, id, text, texts, wholeNumber } from "./values.ts";

export const archiveFileName = "_archive.yml";

/** One text for every language of the interface, or one for each. */
const inLanguages = (most: number) =>
	z.union([
		text(most),
		z.partialRecord(z.enum(interfaceLanguages), text(most)),
	]);

type Written = z.output<ReturnType<typeof inLanguages>>;

const languages = z.union([
	z.enum(interfaceLanguages).transform((one) => [one]),
	z
		.array(z.enum(interfaceLanguages))
		.min(1)
		.refine(
			(all) => new Set(all).size === all.length,
			"names a language twice; keep one of them.",
		),
]);

const timeline = z.strictObject({
	id: id.describe("Part of addresses; do not change it once it is published."),
	title: inLanguages(200)
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

/** Used for text on the page's colour, so it needs the contrast of text (WCAG 2.2, 1.4.3). */
const accent = z.string().superRefine((colour, context) => {
	const complain = (message: string) =>
		context.addIssue({ code: "custom", message, input: colour });
	if (!/^#[0-9a-f]{6}$/i.test(colour))
		return complain('must be six hex digits behind #, in quotes: "#1f4e79".');
	const found = contrast(colour, papers.light);
	if (found >= leastContrast) return;
	const readable = readableOn(colour, papers.light, "#000000", leastContrast);
	complain(
		`has a contrast of ${found.toFixed(1)} with the page, and ${leastContrast} is the least that can be read; ${readable} would do.`,
	);
});

/** All of it may be left out: defaults hold where it says nothing. */
export const archiveFile = z
	.strictObject({
		title: inLanguages(200).describe("Name of the archive."),
		shortName: inLanguages(40).describe(
			"For the header, where the title is long.",
		),
		description: inLanguages(500).describe(
			"One sentence: what this archive is.",
		),
		language: z.enum(interfaceLanguages).describe("Language of the interface."),
		languages: languages.describe(
			"Instead of language: readers can switch; pages of the first lie at the root.",
		),
		baseUrl: baseAddress.describe("Where the site will live."),
		accent: accent.describe(
			"Colour of links and marks on the light page; the dark one is made of it.",
		),
		logo: text(200).describe(
			"Picture below _assets/, shown before the name: _assets/logo.png.",
		),
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

/** One of the two says in which language pages speak. */
export function checkLanguages({
	value,
	mistake,
}: Checked<ArchiveFile>): Mistake[] {
	return value.language !== undefined && value.languages !== undefined
		? [
				mistake(
					["language"],
					"“language” and “languages” both stand here; keep one of them.",
				),
			]
		: [];
}

/** What the owner says over the defaults, but the logo. Lists replace; limits and what to leave out are added to. */
export function mergeConfig(defaults: Config, own: ArchiveFile): Config {
	const {
		limits = {},
		leaveOut = [],
		timelines,
		accent,
		logo: _,
		...rest
	} = own;
	const { language, languages, title, shortName, description, ...others } =
		rest;
	const [first = defaults.language, ...further] = languages ?? [
		language ?? defaults.language,
	];
	const textsIn = (one: InterfaceLanguage): LanguageTexts => ({
		language: one,
		...defaultTexts[one],
		...withoutUndefined({
			title: saidIn(title, one, first),
			// A title that is not short in this language is its own.
			shortName: saidIn(shortName, one),
			description: saidIn(description, one, first),
		}),
	});
	return withoutUndefined({
		...defaults,
		...textsIn(first),
		otherLanguages: further.map(textsIn),
		...others,
		look: accent === undefined ? defaults.look : { accent },
		timelines:
			timelines?.map((one) => timelineConfig(one, first)) ?? defaults.timelines,
		limits: { ...defaults.limits, ...withoutUndefined(limits) },
		leaveOut: [...defaults.leaveOut, ...leaveOut],
	});
}

/** @param first whose text stands in the place of one that is missing. */
function saidIn(
	written: Written | undefined,
	language: InterfaceLanguage,
	first?: InterfaceLanguage,
): string | undefined {
	return typeof written === "object"
		? (written[language] ?? (first && written[first]))
		: written;
}

function timelineConfig(
	{ id, title, people }: z.output<typeof timeline>,
	first: InterfaceLanguage,
): TimelineConfig {
	return {
		id,
		title: saidIn(title, first, first),
		titles: typeof title === "object" ? withoutUndefined(title) : undefined,
		people,
	};
}

/** What was not given stands for nothing, and replaces nothing. */
function withoutUndefined<Value extends object>(
	value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
	return Object.fromEntries(
		Object.entries(value).filter(([, one]) => one !== undefined),
	) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
