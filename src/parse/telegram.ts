/** What Telegram exports of a channel or a chat as HTML: one article a message, as in its JSON. */
import {
	attribute,
	type Element,
	findElement,
	findElements,
	hasClass,
	innerHtml,
	parseHtml,
	plainText,
} from "./html.ts";
import { itemOf, type Part, unpublished } from "./item.ts";
import { openingOf } from "./text-look.ts";

const message = /<div class="message default[^"<>]*" id="message(-?\d+)">/g;

export function isTelegram(text: string): boolean {
	return (
		/<title>\s*Exported Data\s*<\/title>/.test(text.slice(0, 2_000)) &&
		text.search(message) !== -1
	);
}

/** Levels of nesting in one message; Telegram writes ten. */
const depth = 100;

/**
 * Messages with words. Of a run by one person only the first has a name: the others are by the same.
 *
 * @throws {MarkupLimit}
 */
export function* readTelegram(text: string): Generator<Part> {
	const starts = [...text.matchAll(message)];
	const head = parseHtml(text.slice(0, starts[0]?.index ?? 0), depth);
	const site = textOf(head, "text", "page_header") ?? "";
	let author = "";
	let hidden = 0;
	let line = 1;
	let counted = 0;
	for (const [at, found] of starts.entries()) {
		const [, name = ""] = found;
		line += text.slice(counted, found.index).split("\n").length - 1;
		counted = found.index;
		const block = parseHtml(
			text.slice(found.index, starts[at + 1]?.index ?? text.length),
			depth,
		);
		author = textOf(block, "from_name") ?? author;
		const body = parts(block, "text").map(innerHtml).join("<br><br>");
		const stamp = attribute(parts(block, "date")[0] ?? block, "title") ?? "";
		if (body.trim() === "") hidden++;
		else
			yield itemOf({
				name,
				variant: "page",
				line,
				values: new Map([
					["title", openingOf(body)],
					["site", site],
					["author", textOf(block, "signature") ?? author],
					["date", isoOf(stamp)],
					["body", body],
				]),
				markup: "html",
			});
	}
	yield* unpublished(hidden);
}

function parts(tree: Element, name: string): readonly Element[] {
	return findElements(tree, (element) => hasClass(element, name));
}

/** What the first element of a class says, or one within an element of another. */
function textOf(
	tree: Element,
	name: string,
	within?: string,
): string | undefined {
	const outer =
		within === undefined
			? tree
			: findElement(tree, (element) => hasClass(element, within));
	const found = outer && parts(outer, name)[0];
	const said = found && plainText(found);
	return said === "" ? undefined : said;
}

/** `20.01.2020 01:44:02 UTC+03:00`; older versions tell no offset. */
function isoOf(stamp: string): string {
	const [, day, month, year, time, offset = ""] =
		/^(\d\d)\.(\d\d)\.(\d{4}) ([\d:]{8})(?: UTC([+-]\d\d:\d\d))?/.exec(stamp) ??
		[];
	return year === undefined
		? stamp
		: `${year}-${month}-${day}T${time}${offset}`;
}
