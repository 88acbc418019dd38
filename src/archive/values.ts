/** Values of owners' files. Scalars arrive as text; `editor` says what an editor that completes YAML shall expect instead. */
import * as z from "zod";
import { isZone, parseWhen } from "../domain/time.ts";

/** A text that is not empty. */
export const text = (most = 500) => z.string().trim().min(1).max(most);

/** `true` or `false`. */
export const flag = z
	.enum(["true", "false"])
	.transform((word) => word === "true")
	.meta({ editor: { type: "boolean" } });

export const wholeNumber = (least: number, most: number) =>
	z
		.string()
		.refine(
			(digits) =>
				/^\d+$/.test(digits) &&
				Number(digits) >= least &&
				Number(digits) <= most,
			`must be a whole number from ${least} to ${most}.`,
		)
		.transform(Number)
		.meta({ editor: { type: "integer", minimum: least, maximum: most } });

export const decimal = (least: number, most: number) =>
	z
		.string()
		.refine(
			(digits) =>
				/^-?\d+(?:\.\d+)?$/.test(digits) &&
				Number(digits) >= least &&
				Number(digits) <= most,
			`must be a number from ${least} to ${most}.`,
		)
		.transform(Number)
		.meta({ editor: { type: "number", minimum: least, maximum: most } });

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

/** http or https, with a `/` at its end whether or not one was written. */
export const webAddress = z
	.string()
	.refine(
		(address) => URL.canParse(address) && /^https?:/i.test(address),
		"must be an address that begins with https:// or http://.",
	)
	.transform((address) => {
		const { href } = new URL(address);
		return href.endsWith("/") ? href : `${href}/`;
	});

/** A list, or a single text as a list of one. */
export const texts = z.union([
	text().transform((one) => [one]),
	z.array(text()).max(500),
]);

/** A name that texts are searched for: a single Chinese character stands in every other word. */
export const spelling = text(80).refine(
	(name) => !/^.$/su.test(name),
	"must have two characters at least: one alone stands in many words.",
);

export const spellings = z.union([
	spelling.transform((one) => [one]),
	z.array(spelling).max(100),
]);

export const day = z
	.string()
	.refine(
		(written) =>
			/^\d{4}-\d{2}-\d{2}$/.test(written) &&
			parseWhen(written, "utc") !== undefined,
		"must be a day such as 2008-05-20.",
	);
