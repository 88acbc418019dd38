/**
 * The last word on markup: nothing leaves ingest that this module has not let through. The only one of ingest that knows
 * unified and rehype.
 */
import type { Root, RootContent } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { type Compiler, type Processor, unified } from "unified";

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
	protocols: {
		href: ["http", "https", "mailto"],
		dataSrc: ["http", "https", "urn"],
	},
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

/** Text → tree → what {@link bodySchema} allows → text; nothing after the sanitiser adds markup. */
const markup = unified()
	.use(rehypeParse, { fragment: true })
	.use(() => sanitiseTree)
	.use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
	.use(writeCautiously)
	.freeze();

/** Keep of `tree` what {@link bodySchema} allows. */
export function sanitiseTree(tree: Root): Root {
	const safe = sanitize(tree, bodySchema);
	return safe.type === "root"
		? safe
		: { type: "root", children: [safe as RootContent] };
}

/** What {@link bodySchema} allows of a tree, as HTML. */
export function safeHtml(tree: Root): string {
	return markup.stringify(markup.runSync(tree));
}

/**
 * Parse, sanitise and write `html`: for markup of unknown origin, and for tests. It recurses: a crawled body is parsed by
 * `parse/html.ts`, which watches the depth.
 */
export function sanitiseHtml(html: string): string {
	return String(markup.processSync(html));
}

/** `html` as the tree that {@link sanitiseHtml} sanitises. */
export function toTree(html: string): Root {
	return markup.parse(html);
}

/**
 * What rehype-stringify leaves to be desired: `<` and `>` stand bare in its attribute values, which HTML allows, but such a
 * value is one careless reading away from being markup; a parser drops the first line feed of `pre`; and nobody can tell a
 * bare U+00A0 from a space.
 */
function writeCautiously(this: Processor): undefined {
	const write = this.compiler as Compiler<Root, string>;
	this.compiler = (tree, file) =>
		write(tree as Root, file)
			.replace(startTag, referBrackets)
			.replace(/<pre[^>]*>(?=\n)/g, "$&\n")
			.replaceAll("\u00a0", "&nbsp;");
}

/** In what rehype-stringify writes, `<` in texts and `"` in values are references. */
const startTag = /<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")+>/g;

function referBrackets(tag: string): string {
	const inner = tag.slice(1, -1);
	return /[<>]/.test(inner)
		? `<${inner.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}>`
		: tag;
}
