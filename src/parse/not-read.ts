/** Texts that are whole and sound and hold no article in a form that is read: what they are, and how to get them in. */

const pages = "Save the pages that it lists to have them read.";
const convert =
	"Save or export it as HTML, Markdown or plain text to have it read.";

/** What a text begins with, the noun phrase for it, and what to do. */
const kinds: readonly (readonly [RegExp, what: string, advice: string])[] = [
	[/^<!DOCTYPE NETSCAPE-Bookmark-file/i, "a list of bookmarks", pages],
	[/^<opml[\s>]/i, "a list of feeds (OPML)", pages],
	[/^<(?:urlset|sitemapindex)[\s>]/i, "a site map", pages],
	[/^<mediawiki[\s>]/i, "an export of a wiki (MediaWiki)", convert],
	[
		/^<(?:TEI|doc|documents|corpus|nitf|newsItem|newsMessage|DjVuXML|FictionBook|plist|kml|gpx|office:document)[\s>]/i,
		"XML that is neither a feed nor an export of those that are known",
		convert,
	],
	[
		/^(?:#\+\w+(?:\[\])?:.*\n|[ \t]*\n|# .*\n)*#\+title:/i,
		"a text in Org",
		convert,
	],
	[/^(?:%.*\n|[ \t]*\n)*\\documentclass\b/, "a text in LaTeX", convert],
];

/** Prologue, comments and document type, which say nothing of what follows; a type of its own for bookmarks. */
const prologue =
	/^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE (?!NETSCAPE)[^>[]*(?:\[[^\]]*\])?\s*>)*/i;

/** A link in an export of Pocket. */
const listedPage = /<a\b[^<>]*\btime_added=/gi;

/** @returns a sentence for people; `undefined` for what may be an article. */
export function notRead(text: string): string | undefined {
	const head = text.slice(0, 20_000);
	const start = head.replace(prologue, "");
	const found = kinds.find(([pattern]) => pattern.test(start));
	if (found) return sentence(found[1], found[2]);
	return (head.match(listedPage)?.length ?? 0) > 1
		? sentence("a list of bookmarks", pages)
		: undefined;
}

function sentence(what: string, advice: string): string {
	return `It is ${what}, which is not read. ${advice}`;
}

/** The same of a table or of objects that tell addresses and headlines, and nothing of the texts. */
export const addressesAlone = sentence(
	"a list of addresses without texts",
	pages,
);
