/** Particulars that notes programs write into the text itself: lines of names and values, below the heading or at the very end. */
import { knownName } from "./field-names.ts";
import { type FrontMatter, frontMatterOf, lineCount } from "./front-matter.ts";
import type { Value } from "./front-matter-yaml.ts";

/** @returns `undefined` when the text has none. */
export function propertyLines(text: string): FrontMatter | undefined {
	return linesBelowHeading(text) ?? joplinLines(text);
}

const property = /^([\p{L}][\p{L} _-]{0,30})[ \t]*[:：][ \t]+(\S.*)$/u;

/** `# Headline`, below it `Author: …` and `URL: …`, as Notion exports a page: two lines that are known at least, one of them a day or an address. */
function linesBelowHeading(text: string): FrontMatter | undefined {
	const heading = /^\s*# ([^\n]{1,300})\n(?:[ \t]*\n)*/.exec(text);
	if (!heading) return undefined;
	const begin = heading[0].length;
	const values = new Map<string, Value>();
	let end = begin;
	for (const line of text.slice(begin, begin + 10_000).split("\n")) {
		const found = property.exec(line);
		if (!found) break;
		const [, name = "", own = ""] = found;
		values.set(name.trim(), { text: own.trim(), line: lineCount(text, end) });
		end += line.length + 1;
	}
	const known = [...values.keys()].map(knownName);
	const isTelling = known.includes("from") || known.includes("date");
	if (known.filter((own) => own !== undefined).length < 2 || !isTelling)
		return undefined;
	values.set("title", { text: (heading[1] ?? "").trim(), line: 1 });
	const rest = { text: text.slice(end), line: lineCount(text, end) };
	return frontMatterOf(values, rest, []);
}

/** How Joplin writes a note: headline, text, and at the end what it knows of it. */
function joplinLines(text: string): FrontMatter | undefined {
	const found =
		/\n\n(id: [0-9a-f]{32}\n(?:[a-z_]+:[^\n]*\n)+type_: 1)\s*$/.exec(
			text.slice(-4_000),
		);
	if (!found) return undefined;
	const end = text.length - Math.min(text.length, 4_000) + found.index;
	const [first = ""] = text.split("\n", 1);
	const line = lineCount(text, end) + 2;
	const values = new Map<string, Value>([["title", { text: first, line: 1 }]]);
	for (const [at, pair] of (found[1] ?? "").split("\n").entries()) {
		const [, name = "", own = ""] = /^(\w+): ?(.*)$/.exec(pair) ?? [];
		const known = name === "created_time" ? "created" : name;
		if (/^(?:author|source_url|created)$/.test(known) && own !== "")
			values.set(known, { text: own, line: line + at });
	}
	const body = text.slice(first.length, end);
	return frontMatterOf(values, { text: body, line: 1 }, []);
}
