/** What a page shows of when it was published, where its head does not say it. */
import {
	attribute,
	type Element,
	findElement,
	isElement,
	shownStart,
} from "./html.ts";
import { type OpeningLine, openingLine } from "./opening-line.ts";

/** The first `time` that says when, of those that are not in the cards of other articles. */
export function firstTime(tree: Element): readonly string[] {
	const time = findElement(
		tree,
		(element) =>
			element.tagName === "time" &&
			/^\s*\d{4}-\d{2}-\d{2}/.test(attribute(element, "datetime") ?? "") &&
			!isWithin(element, /^(?:aside|nav|footer|li)$/),
	);
	const stated = time && attribute(time, "datetime");
	return stated === undefined ? [] : [stated];
}

/** What the page shows between headline and text, where that is a line of its own. */
export function lineOfLabels(tree: Element): OpeningLine | undefined {
	let line: OpeningLine | undefined;
	findElement(tree, (element) => {
		if (!/^(?:div|p|span|section|td|header)$/.test(element.tagName))
			return false;
		const text = shownStart(element, longestLine + 1);
		if (text.trim() === "" || text.length > longestLine) return false;
		if (isWithin(element, /^(?:aside|nav|footer|li)$/)) return false;
		line = openingLine(text);
		return line !== undefined;
	});
	return line;
}

/** Characters, white space included. */
const longestLine = 400;

function isWithin(element: Element, names: RegExp): boolean {
	for (let node = element.parentNode; isElement(node); node = node.parentNode)
		if (names.test(node.tagName)) return true;
	return false;
}
