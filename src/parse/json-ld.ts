/** What a page says of its article in JSON-LD, in the words of schema.org. */
import { isMapping } from "../base/is-mapping.ts";
import { attribute, type Element, findElements } from "./html.ts";

export type Node = Readonly<Record<string, unknown>>;

/** All objects of all JSON-LD scripts, also those in `@graph` and in lists. */
export function jsonLd(tree: Element): readonly Node[] {
	const scripts = findElements(
		tree,
		(element) =>
			element.tagName === "script" &&
			/ld\+json/i.test(attribute(element, "type") ?? ""),
	);
	return scripts.flatMap((script) => {
		const text = script.childNodes
			.map((child) => ("value" in child ? child.value : ""))
			.join("");
		return objectsIn(parsed(text), 0);
	});
}

/** Some pages wrap it in comments or CDATA, or break texts over lines. */
function parsed(text: string): unknown {
	const bare = text
		.replace(/^\s*(?:\/\*\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?/, "")
		.replace(/(?:\/\*\s*)?(?:-->|\]\]>)(?:\s*\*\/)?\s*;?\s*$/, "");
	for (const attempt of [bare, bare.replace(/[\n\r\t]+/g, " ")])
		try {
			return JSON.parse(attempt);
		} catch {
			// The next attempt, or nothing.
		}
	return undefined;
}

function objectsIn(value: unknown, depth: number): readonly Node[] {
	if (depth > 6) return [];
	if (Array.isArray(value))
		return value.slice(0, 200).flatMap((own) => objectsIn(own, depth + 1));
	if (!isMapping(value)) return [];
	return [
		value,
		...objectsIn(value["@graph"], depth + 1),
		...objectsIn(value.mainEntity, depth + 1),
	];
}

/** Articles first; a page that is none counts where nothing else is there. */
export function articlesIn(nodes: readonly Node[]): readonly Node[] {
	const typed = (pattern: RegExp) =>
		nodes.filter((node) => pattern.test([node["@type"]].flat().join(" ")));
	const articles = typed(
		/Article|BlogPosting|\bReport\b|Reportage|LiveBlog|NewsItem/,
	);
	return [
		...articles,
		// What Chinese pages tell Baidu, without a type.
		...nodes.filter((node) => typeof node.pubDate === "string"),
		...typed(/\bWebPage\b/),
	].slice(0, 1);
}

export function textOf(value: unknown): string {
	if (typeof value === "string") return value;
	if (Array.isArray(value)) return textOf(value[0]);
	return isMapping(value) && typeof value["@value"] === "string"
		? value["@value"]
		: "";
}

export function idOf(value: unknown): string {
	if (typeof value === "string") return value;
	return isMapping(value) && typeof value["@id"] === "string"
		? value["@id"]
		: "";
}

export function listOf(value: unknown): readonly string[] {
	if (typeof value === "string") return value.split(/\s*[,，、;；]\s*/);
	return Array.isArray(value)
		? value.filter((own) => typeof own === "string")
		: [];
}

export function namesOf(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.flatMap(namesOf);
	const name = isMapping(value) ? textOf(value.name) : textOf(value);
	return isName(name) ? [name.trim()] : [];
}

/** An address is nobody's name. */
export function isName(text: string): boolean {
	const name = text.trim();
	return (
		name !== "" &&
		name.length < 200 &&
		!/^(?:https?:)?\/\/|^@?\d+$|^\S+@\S+\.\w+$|^name$/i.test(name)
	);
}
