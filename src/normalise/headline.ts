import { parseHtml, shownText } from "../parse/html.ts";
import { oneLine } from "./text.ts";

/**
 * A headline as people read it: references such as `&#38;` resolved (twice, for titles that were
 * escaped twice), one line, no invisible characters. Markup in it stays text.
 */
export function cleanHeadline(text: string): string {
	let title = text;
	for (
		let round = 0;
		round < 2 && /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(title);
		round++
	)
		title = resolved(title);
	return oneLine(title);
}

/** Resolve character references; nothing else of HTML happens to the text. */
function resolved(text: string): string {
	return shownText(parseHtml(text.replaceAll("<", "&lt;"), 8));
}

/** The headline in a file name: `2022-09-16-七匹狼与特步家族联姻.md`. */
export function headlineOfFile(path: string): string {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const bare = name
		.replace(/\.[A-Za-z0-9]{1,8}$/, "")
		.replace(/^\d{4}-\d{2}-\d{2}-/, "");
	return oneLine(bare) || oneLine(name) || "?";
}
