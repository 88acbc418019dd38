/** Tables: those that hold data stay tables, those that only arrange things are taken apart. */
import type { Element as HastElement } from "hast";
import {
	attribute,
	type Element,
	findElement,
	findElements,
	isElement,
	isText,
	plainText,
} from "../parse/html.ts";

export interface Cell {
	readonly element: Element;
	readonly header: boolean;
	readonly spans: HastElement["properties"];
}

/**
 * Whether a table shows data: at least one row with two cells that hold text, and neither a table
 * nor a picture inside. Everything else (Nikkei puts a picture and its caption into one) is layout.
 */
export function isDataTable(table: Element): boolean {
	const layout = /^(?:table|img|iframe|figure|video|h[1-6]|pre|form)$/;
	if (findElement(table, ({ tagName }) => layout.test(tagName))) return false;
	return rowsOf(table).some(
		({ cells }) =>
			cells.filter(({ element }) => plainText(element) !== "").length > 1,
	);
}

export function rowsOf(table: Element): readonly { cells: readonly Cell[] }[] {
	return findElements(table, ({ tagName }) => tagName === "tr").map((row) => ({
		cells: findElements(row, ({ tagName }) => /^t[dh]$/.test(tagName)).map(
			(element) => ({
				element,
				header: element.tagName === "th",
				spans: {
					...span(element, "colspan", "colSpan"),
					...span(element, "rowspan", "rowSpan"),
				},
			}),
		),
	}));
}

function span(
	element: Element,
	name: string,
	property: string,
): HastElement["properties"] {
	const number = Number(attribute(element, name));
	return Number.isInteger(number) && number > 1 && number <= 100
		? { [property]: number }
		: {};
}

/** The text of `pre` and its like, with its spaces and line breaks. */
export function codeText(element: Element): string {
	return element.childNodes
		.map((child) => {
			if (isText(child)) return child.value;
			if (!isElement(child)) return "";
			return child.tagName === "br" ? "\n" : codeText(child);
		})
		.join("");
}
