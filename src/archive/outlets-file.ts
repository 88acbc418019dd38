/** `_outlets.yml`: what is peculiar to an outlet, as CSS selectors. */
import * as z from "zod";
import { creditSchema, outletKinds } from "../domain/article.ts";
import { datePattern, NoPattern } from "../sources/date-pattern.ts";
import { NoSelector, selects } from "../sources/select.ts";
import type { Checked } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { id, listOf, text, texts, webAddress, zone } from "./values.ts";

export const outletsFileName = "_outlets.yml";

const selector = text().superRefine((words, context) =>
	complain(context, NoSelector, "is no CSS selector", () => selects(words)),
);

const pattern = text(100).superRefine((words, context) =>
	complain(context, NoPattern, "is no pattern of a date", () =>
		datePattern(words),
	),
);

const host = z
	.string()
	.regex(
		/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/,
		"must be the name of a host in small letters, such as riverpost.example.",
	)
	.transform((name) => name.replace(/^www\./, ""));

const stampPart = z.strictObject({
	select: selector,
	attribute: text(60)
		.optional()
		.describe("Attribute that holds the date; else it is the element's text."),
	pattern: pattern
		.optional()
		.describe("As yyyy年M月d日 HH:mm; needed where the date is not ISO 8601."),
});

const roles = creditSchema.shape.role;

/** Keys of `boilerplate` where it is a mapping: why the selected elements are no text. */
const reasons = [
	"advertisement",
	"boilerplate",
	"comments",
	"label",
	"metadata",
	"paywall",
	"player",
	"promotion",
	"read-more",
] as const;

const boilerplate = z.union([
	listOf(selector).transform((all) =>
		all.map((select) => ({ select, rule: "sources/boilerplate" })),
	),
	z
		.partialRecord(z.enum(reasons), listOf(selector))
		.transform((byReason) =>
			Object.entries(byReason).flatMap(([reason, all = []]) =>
				all.map((select) => ({ select, rule: `sources/${reason}` })),
			),
		),
]);

const credit = z.union([
	selector.transform((select) => ({ select, role: "other" as const })),
	z.strictObject({ select: selector, role: roles }),
]);

const outlet = z.strictObject({
	id: id.describe("Part of addresses; do not change it once it is published."),
	name: text(100).describe("As the site prints it."),
	hosts: listOf(host).describe("Without www.; subdomains count too."),
	names: texts.default([]).describe("What crawlers call it."),
	homepage: text(500).pipe(webAddress).optional(),
	zone: zone.describe("IANA zone of the outlet's own clock."),
	language: text(20)
		.regex(
			/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
			"must be a language such as zh-Hans, zh-Hant or en.",
		)
		.default("und"),
	kind: z.enum(outletKinds).optional().describe("Citations name it."),
	headline: z
		.strictObject({ prefix: texts.default([]), suffix: texts.default([]) })
		.default({ prefix: [], suffix: [] })
		.describe("What headlines begin or end with beside the headline."),
	body: listOf(selector)
		.default([])
		.describe(
			"On whole saved pages: elements that hold the article; without it they are found by structure.",
		),
	stamp: z
		.union([
			selector.transform((select) => [{ select }]),
			stampPart.transform((part) => [part]),
			z.array(stampPart).max(20),
		])
		.default([])
		.describe("Elements that hold the date and nothing else."),
	byline: listOf(selector)
		.default([])
		.describe("Elements that hold names of authors and nothing else."),
	credits: listOf(credit)
		.default([])
		.describe("Elements that say who translated, edited or contributed."),
	boilerplate: boilerplate
		.default([])
		.describe("Elements that are no part of articles."),
});

export const outletsFile = z.array(outlet).max(2_000);

type OutletsFile = z.output<typeof outletsFile>;

/** No id and no host twice. */
export function checkOutlets({
	value,
	mistake,
}: Checked<OutletsFile>): Mistake[] {
	const mistakes: Mistake[] = [];
	const ids = new Set<string>();
	const owners = new Map<string, string>();
	for (const [at, { id, hosts }] of value.entries()) {
		if (ids.has(id))
			mistakes.push(mistake([at, "id"], `There are two outlets “${id}”.`));
		ids.add(id);
		for (const name of hosts) {
			const other = owners.get(name);
			if (other !== undefined)
				mistakes.push(
					mistake([at, "hosts"], `“${name}” is a host of “${other}” already.`),
				);
			owners.set(name, id);
		}
	}
	return mistakes;
}

function complain(
	context: z.core.$RefinementCtx,
	kind: new () => Error,
	what: string,
	read: () => unknown,
): void {
	try {
		read();
	} catch (cause) {
		if (!(cause instanceof kind)) throw cause;
		context.addIssue({
			code: "custom",
			message: `holds “${String(context.value)}”, which ${what}: ${cause.message.replace(/\.?$/, ".")}`,
			input: context.value,
		});
	}
}
