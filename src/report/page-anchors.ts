import type { Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** What a page can be reached at and where it leads. */
export interface Anchors {
	readonly ids: ReadonlySet<string>;
	/** Addresses without a scheme or host, as written. */
	readonly local: readonly string[];
}

const page = unified().use(rehypeParse).freeze();

/** hast's names for the attributes that hold addresses; a `srcSet` is a list of them, each with a size. */
const addressProperties = [
	"href",
	"src",
	"action",
	"poster",
	"xLinkHref",
	"srcSet",
];

/** Of a list like `a-240.jpg 240w, a-480.jpg 480w` the addresses. */
function candidatesIn(srcSet: string): string[] {
	return srcSet
		.split(",")
		.map((candidate) => candidate.trim().split(/\s+/, 1)[0] ?? "")
		.filter((address) => address !== "");
}

/**
 * Every id and every local address of an HTML page.
 *
 * @throws {RangeError} for markup nested some thousand levels deep: no page that was built here is.
 */
export function readAnchors(html: string): Anchors {
	const ids = new Set<string>();
	const local: string[] = [];
	const waiting: (Root | RootContent)[] = [page.parse(html)];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === "element") {
			const { properties, content } = node;
			if (typeof properties.id === "string") ids.add(properties.id);
			for (const name of addressProperties) {
				const value = properties[name];
				if (typeof value === "string")
					local.push(...(name === "srcSet" ? candidatesIn(value) : [value]));
			}
			if (content) waiting.push(content);
		}
		if ("children" in node) waiting.push(...node.children);
	}
	return {
		ids,
		local: local.filter(
			(address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address),
		),
	};
}
