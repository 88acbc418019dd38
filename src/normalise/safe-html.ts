/** The last word on markup: nothing leaves ingest that this module has not let through. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import {
	attribute,
	isElement,
	isText,
	type Parent,
	type Element as ParsedElement,
	parseHtml,
} from "../parse/html.ts";

/** Ids that ingest gives; no other may occur, so no id can shadow a name in a page's scripts. */
const ownId: ["id", RegExp] = ["id", /^[pf][1-9]\d*$/];

/**
 * What an article's body may consist of. Pictures keep their original address in `data-src`, which
 * no browser fetches: the site decides what to show.
 */
export const bodySchema: Schema = {
	tagNames: [
		"p",
		"h2",
		"h3",
		"h4",
		"ul",
		"ol",
		"li",
		"blockquote",
		"pre",
		"hr",
		"br",
		"figure",
		"figcaption",
		"img",
		"table",
		"tbody",
		"tr",
		"td",
		"th",
		"a",
		"abbr",
		"cite",
		"code",
		"del",
		"em",
		"ins",
		"mark",
		"q",
		"rp",
		"rt",
		"ruby",
		"s",
		"small",
		"strong",
		"sub",
		"sup",
		"time",
		"u",
	],
	attributes: {
		"*": [],
		p: [ownId, ["className", "link-card"]],
		h2: [ownId],
		h3: [ownId],
		h4: [ownId],
		li: [ownId],
		pre: [ownId],
		tr: [ownId],
		figure: [ownId],
		img: ["dataSrc", "alt", "width", "height"],
		a: ["href"],
		abbr: ["title"],
		time: ["dateTime"],
		td: [
			["colSpan", /^\d{1,3}$/],
			["rowSpan", /^\d{1,3}$/],
		],
		th: [
			["colSpan", /^\d{1,3}$/],
			["rowSpan", /^\d{1,3}$/],
		],
	},
	protocols: { href: ["http", "https", "mailto"], dataSrc: ["http", "https"] },
	ancestors: {
		li: ["ul", "ol"],
		figcaption: ["figure"],
		tbody: ["table"],
		tr: ["table"],
		td: ["table"],
		th: ["table"],
		rt: ["ruby"],
		rp: ["ruby"],
	},
	required: {},
	strip: ["script", "style", "template", "svg", "math", "noscript", "iframe"],
	clobber: [],
	clobberPrefix: "",
	allowComments: false,
	allowDoctypes: false,
};

/** Keep of `tree` what {@link bodySchema} allows. */
export function sanitiseTree(tree: Root): Root {
	const safe = sanitize(tree, bodySchema);
	return safe.type === "root"
		? safe
		: { type: "root", children: [safe as RootContent] };
}

/** Parse, sanitise and write `html`: for markup of unknown origin, and for tests. */
export function sanitiseHtml(html: string): string {
	return serialise(sanitiseTree(toTree(html)));
}

/** `html` as a tree of the kind that {@link serialise} writes. */
export function toTree(html: string): Root {
	return {
		type: "root",
		children: childrenOf(parseHtml(html, 1000)) as RootContent[],
	};
}

/** hast's names for the attributes that the schema knows. */
const properties: readonly (readonly [string, string])[] = [
	["id", "id"],
	["class", "className"],
	["href", "href"],
	["data-src", "dataSrc"],
	["alt", "alt"],
	["width", "width"],
	["height", "height"],
	["title", "title"],
	["datetime", "dateTime"],
	["colspan", "colSpan"],
	["rowspan", "rowSpan"],
];

function childrenOf(parent: Parent): ElementContent[] {
	return parent.childNodes.flatMap((child): ElementContent[] => {
		if (isText(child)) return [{ type: "text", value: child.value }];
		if (!isElement(child)) return [];
		return [
			{
				type: "element",
				tagName: child.tagName,
				properties: propertiesOf(child),
				children: childrenOf(child),
			},
		];
	});
}

function propertiesOf(element: ParsedElement): Element["properties"] {
	const found: Element["properties"] = {};
	for (const [name, property] of properties) {
		const value = attribute(element, name);
		if (value === undefined) continue;
		found[property] = property === "className" ? value.split(/\s+/) : value;
	}
	return found;
}

const empty = new Set(["br", "hr", "img"]);

/**
 * Write a sanitised tree. In texts and in attribute values `&`, `<`, `>` and quotes are written as
 * references: HTML would allow some of them bare, but a value that holds no markup cannot become
 * markup when somebody parses it a second time.
 */
export function serialise(node: Root | ElementContent | RootContent): string {
	if (node.type === "root") return node.children.map(serialise).join("");
	if (node.type === "text") return referenced(node.value);
	if (node.type !== "element") return "";
	const { tagName, children } = node;
	const open = `<${tagName}${attributesOf(node)}>`;
	if (empty.has(tagName)) return open;
	const inner = children.map(serialise).join("");
	// A parser drops the first line feed of `pre`.
	const lead = tagName === "pre" && inner.startsWith("\n") ? "\n" : "";
	return `${open}${lead}${inner}</${tagName}>`;
}

function attributesOf({ properties: own }: Element): string {
	let text = "";
	for (const [name, property] of properties) {
		const value = own[property];
		if (value === undefined || value === null || value === false) continue;
		const written = Array.isArray(value) ? value.join(" ") : String(value);
		if (property === "className" && written === "") continue;
		text += ` ${name}="${referenced(written)}"`;
	}
	return text;
}

function referenced(text: string): string {
	return /[&<>"'`\u00a0]/.test(text)
		? text.replace(
				/[&<>"'`\u00a0]/g,
				(character) => references[character] ?? "",
			)
		: text;
}

const references: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
	"`": "&#96;",
	"\u00a0": "&nbsp;",
};
