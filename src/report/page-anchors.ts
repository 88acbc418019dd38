import { parse } from "parse5";

interface Element {
	readonly attrs?: readonly { readonly name: string; readonly value: string }[];
	readonly childNodes?: readonly Element[];
	readonly content?: Element;
}

/** What a page can be reached at and where it leads. */
export interface Anchors {
	readonly ids: ReadonlySet<string>;
	/** Addresses without a scheme or host, as written. */
	readonly local: readonly string[];
}

const addressAttributes = new Set(["href", "src", "action", "poster"]);

/** Every id and every local address of an HTML page. */
export function readAnchors(html: string): Anchors {
	const ids = new Set<string>();
	const local: string[] = [];
	// A stack of our own: crawled pages nest deeper than a call stack may.
	const waiting: Element[] = [parse(html) as unknown as Element];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		for (const { name, value } of node.attrs ?? []) {
			if (name === "id") ids.add(value);
			else if (name === "srcset")
				local.push(
					...value.split(",").map((part) => part.trim().split(/\s+/)[0] ?? ""),
				);
			else if (addressAttributes.has(name)) local.push(value);
		}
		waiting.push(...(node.childNodes ?? []));
		if (node.content) waiting.push(node.content);
	}
	return {
		ids,
		local: local.filter(
			(address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address),
		),
	};
}
