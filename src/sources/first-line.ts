/** The line that crawlers write above a body: who wrote it and when. */
import {
	attribute,
	type Element,
	elementChildren,
	isElement,
	isText,
	plainText,
} from "../parse/html.ts";
import { splitNames } from "./adapter.ts";

/** What the line says. */
export interface FirstLine {
	readonly names: readonly string[];
	/** The words of the stamp. */
	readonly stamp?: string;
}

const iso =
	/^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const mail =
	/^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4}(?: [\d:]{4,8} ?(?:[A-Z]{1,4}|[+-]\d{4}))?$/;

/**
 * `<div><i>NAME<br>STAMP</i></div>` with either part missing, `null` for nobody, and names that stand twice.
 *
 * @returns `undefined` when the element is something else.
 */
export function firstLine(element: Element): FirstLine | undefined {
	if (!/^(?:div|p)$/.test(element.tagName) || attribute(element, "class"))
		return undefined;
	const [only, ...others] = elementChildren(element);
	if (only?.tagName !== "i" || others.length > 0) return undefined;
	if (plainText(element) !== plainText(only)) return undefined;
	const lines = linesOf(only);
	if (lines.length === 0 || lines.length > 3 || lines.join("").length > 200)
		return undefined;
	const last = lines.at(-1) ?? "";
	const hasStamp = iso.test(last) || mail.test(last);
	const rest = (hasStamp ? lines.slice(0, -1) : lines).join(", ");
	// Names alone could be the first words of a text.
	if (!hasStamp && !/^null$/i.test(rest)) return undefined;
	const names = splitNames(
		rest.replace(/(?:^|(?<=[\s,，、]))null(?=$|[\s,，、])/gi, ""),
	);
	return {
		names: [...new Set(names)],
		...(hasStamp ? { stamp: last } : {}),
	};
}

/** Texts between line breaks; anything but text and breaks is nobody's first line. */
function linesOf(element: Element): readonly string[] {
	const lines = [""];
	for (const child of element.childNodes) {
		if (isText(child)) lines[lines.length - 1] += child.value;
		else if (isElement(child)) {
			if (child.tagName !== "br") return [];
			lines.push("");
		}
	}
	return lines
		.map((line) => line.replace(/\s+/g, " ").trim())
		.filter((line) => line !== "");
}

/** Whether a name is that of a news agency, or of several. */
export function isAgency(name: string): boolean {
	return /(?:社|通讯社|通訊社|综合报道|綜合報導)$|^(?:AFP|AP|dpa|DPA|epd|KNA|Reuters|rtr|ARD|SID|ANSA|EFE|TASS|Xinhua|路透|法新|美联|美聯)/.test(
		name,
	);
}
