/** What a page shows of when it was published, where its head does not say it. */
import {
	attribute,
	type Element,
	findElement,
	isElement,
	shownStart,
	silentText,
} from "./html.ts";
import { bareStamp, type OpeningLine, openingLine } from "./opening-line.ts";
import { lettersOf, textsOf } from "./page-parts.ts";

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

/**
 * The first day that stands within a few words of the heading: `2020-07-02 10:00 某报`. A heading is what the page's `title` begins
 * with or holds.
 */
export function dateNearHeading(tree: Element): readonly string[] {
	const title = lettersOf(titleOf(tree));
	const texts = textsOf(tree).filter(({ value }) => value.trim() !== "");
	const isHeading = (text: string) => {
		const own = lettersOf(text);
		return own.length >= shortestHeading && title.includes(own);
	};
	const headings = texts.flatMap(({ value }, at) =>
		isHeading(value) ? [at] : [],
	);
	for (const heading of headings.slice(0, mostHeadings))
		for (const { value } of texts.slice(heading + 1, heading + 1 + nearby)) {
			const stamp = bareStamp.exec(value)?.[0];
			const rest = value
				.replace(stamp ?? "", "")
				.replace(/\s+/g, " ")
				.trim();
			if (stamp && rest.length <= 30 && !/[。！？；]/.test(rest))
				return [stamp.trim()];
			// The text of the article has begun.
			if (/[。！？].*[。！？]/s.test(value)) break;
		}
	return [];
}

/**
 * The heading with which the page's `title` begins, where the outlet's name follows there: `标题_新闻_某网`.
 *
 * @returns none where the title is that heading, or is shown nowhere.
 */
export function headingOfTitle(tree: Element): readonly string[] {
	const title = titleOf(tree);
	for (const { value } of textsOf(tree)) {
		const own = value.replace(/\s+/g, " ").trim();
		if (own.length < shortestHeading || !title.startsWith(own)) continue;
		if (/^\s*[-_|｜—–·»<(（]/u.test(title.slice(own.length))) return [own];
	}
	return [];
}

/** Letters of the shortest headline, and how many texts lie between it and its day at most: buttons, shares, counts. */
const shortestHeading = 5;
const nearby = 30;
const mostHeadings = 5;

/** What the page's `title` says, on one line; nothing where it has none. */
export function titleOf(tree: Element): string {
	const element = findElement(tree, ({ tagName }) => tagName === "title");
	return element ? silentText(element) : "";
}

/** Characters, white space included. */
const longestLine = 400;

function isWithin(element: Element, names: RegExp): boolean {
	for (let node = element.parentNode; isElement(node); node = node.parentNode)
		if (names.test(node.tagName)) return true;
	return false;
}
