/** Elements by which a page states something of itself: `meta`, `link`, microdata, the language of its root. */
import {
	attribute,
	type Element,
	findElement,
	findElements,
	plainText,
} from "./html.ts";

/** Contents of `meta`, by name or property in lower case. */
export function metaOf(tree: Element): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const element of findElements(
		tree,
		({ tagName }) => tagName === "meta",
	)) {
		const content = attribute(element, "content");
		if (content === undefined) continue;
		const names = ["property", "name", "itemprop"].flatMap(
			(name) => attribute(element, name)?.toLowerCase().split(/\s+/) ?? [],
		);
		for (const name of names) {
			const own = found.get(name);
			if (own) own.push(content);
			else found.set(name, [content]);
		}
	}
	return found;
}

/** Addresses of `link` of this kind. */
export function links(tree: Element, rel: string): readonly string[] {
	return findElements(
		tree,
		(element) =>
			element.tagName === "link" &&
			(attribute(element, "rel") ?? "")
				.toLowerCase()
				.split(/\s+/)
				.includes(rel),
	).map((element) => attribute(element, "href") ?? "");
}

/** What elements say of a property of schema.org, of the first few. */
export function microdata(tree: Element, property: string): readonly string[] {
	return findElements(
		tree,
		(element) =>
			element.tagName !== "meta" &&
			(attribute(element, "itemprop") ?? "").split(/\s+/).includes(property),
	)
		.map((element) => {
			const inner = findElement(element, (own) =>
				/\bname\b/.test(attribute(own, "itemprop") ?? ""),
			);
			return (
				attribute(element, "content") ??
				attribute(element, "datetime") ??
				(inner && (attribute(inner, "content") ?? plainText(inner))) ??
				plainText(element)
			);
		})
		.slice(0, 4);
}

/** As the page's root says it. */
export function languageOf(html: string): string | undefined {
	return /<html\b[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(
		html.slice(0, 20_000),
	)?.[1];
}
