import {
	attribute,
	type Element,
	elementChildren,
	plainText,
} from "../parse/html.ts";
import type { Stamp } from "./adapter.ts";

/** `<div><i>Mon, 04 Dec 2023 15:08:33 GMT</i></div>`: how several crawlers open a body. */
export function gmtStamp(element: Element): Stamp | undefined {
	if (element.tagName !== "div" || attribute(element, "class"))
		return undefined;
	const [only, ...others] = elementChildren(element);
	if (only?.tagName !== "i" || others.length > 0) return undefined;
	const text = plainText(element);
	return /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]+ \S+$/.test(text)
		? { text }
		: undefined;
}
