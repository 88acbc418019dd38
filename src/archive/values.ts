/** Values of owners' files. Scalars arrive as text; `editor` says what an editor that completes YAML shall expect instead. */
import * as z from "zod";
import { type CivilDay, isDay, isZone } from "../domain/time.ts";

/** A text that is not empty. */
export const text = (most = 500) => z.string().trim().min(1).max(most);

/** `true` or `false`. */
export const flag = z
	.enum(["true", "false"])
	.transform((word) => word === "true")
	.meta({ editor: { type: "boolean" } });

export const wholeNumber = (least: number, most: number) =>
	number(/^\d+$/, "integer", least, most);

export const decimal = (least: number, most: number) =>
	number(/^-?\d+(?:\.\d+)?$/, "number", least, most);

function number(
	shape: RegExp,
	type: "integer" | "number",
	least: number,
	most: number,
) {
	const name = type === "integer" ? "whole number" : "number";
	return z
		.string()
		.refine(
			(digits) =>
				shape.test(digits) && Number(digits) >= least && Number(digits) <= most,
			`must be a ${name} from ${least} to ${most}.`,
		)
		.transform(Number)
		.meta({ editor: { type, minimum: least, maximum: most } });
}

/** `river-post`: what addresses and other files call an entry by. */
export const id = z
	.string()
	.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		"must be small letters a–z, digits and single hyphens, such as river-post.",
	)
	.max(60);

export const zone = z
	.string()
	.refine(
		isZone,
		"must be an IANA time zone such as Asia/Shanghai or Europe/Paris.",
	);

/** http or https, as it is written. */
export const webAddress = z
	.string()
	.refine(
		(address) => URL.canParse(address) && /^https?:/i.test(address),
		"must be an address that begins with https:// or http://.",
	);

/** The same with a `/` at its end, whether or not one was written. */
export const baseAddress = webAddress.transform((address) => {
	const { href } = new URL(address);
	return href.endsWith("/") ? href : `${href}/`;
});

/** A list of at most `most` items; a single item stands for a list of one. */
export const listOf = <Item extends z.ZodType>(item: Item, most = 100) =>
	z.union([item.transform((one) => [one]), z.array(item).max(most)]);

export const texts = listOf(text(), 500);

/** A name that texts are searched for: a single Chinese character stands in every other word. */
export const spelling = text(80).refine(
	(name) => !/^.$/su.test(name),
	"must have two characters at least: one alone stands in many words.",
);

export const spellings = listOf(spelling);

/** The one character that stands for a person or a country: 习马会, 中白. */
export const initial = z
	.string()
	.regex(/^\p{Script=Han}$/u, "must be one Chinese character.");

export const day = z
	.string()
	.refine(isDay, "must be a day such as 2008-05-20.")
	.transform((written) => written as CivilDay);
