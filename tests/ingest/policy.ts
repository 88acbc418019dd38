/** What may stand in an article's HTML, checked without any help from the code that makes it. */
import { type DefaultTreeAdapterMap, parseFragment, serialize } from "parse5";

type Element = DefaultTreeAdapterMap["element"];
type Parent = DefaultTreeAdapterMap["parentNode"];

const attributes: Readonly<Record<string, readonly string[]>> = {
	p: ["id", "class"],
	h2: ["id"],
	h3: ["id"],
	h4: ["id"],
	ul: [],
	ol: [],
	li: ["id"],
	blockquote: [],
	pre: ["id"],
	hr: [],
	br: [],
	figure: ["id"],
	figcaption: [],
	img: ["data-src", "alt", "width", "height"],
	table: [],
	tbody: [],
	tr: ["id"],
	td: ["colspan", "rowspan"],
	th: ["colspan", "rowspan"],
	a: ["href"],
	abbr: ["title"],
	cite: [],
	code: [],
	del: [],
	em: [],
	ins: [],
	mark: [],
	q: [],
	rp: [],
	rt: [],
	ruby: [],
	s: [],
	small: [],
	strong: [],
	sub: [],
	sup: [],
	time: ["datetime"],
	u: [],
};

const values: Readonly<Record<string, RegExp>> = {
	id: /^[pf][1-9]\d*$/,
	class: /^link-card$/,
	href: /^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"]*|#p[1-9]\d*)$/,
	"data-src": /^https?:\/\/[^\s<>"]+$/,
	width: /^\d{1,5}$/,
	height: /^\d{1,5}$/,
	colspan: /^\d{1,3}$/,
	rowspan: /^\d{1,3}$/,
};

/** Every breach of the policy in `html`; none when the list is empty. */
export function breaches(html: string): readonly string[] {
	const found: string[] = [];
	const tree = parseFragment(html);
	const ids = new Set<string>();
	const look = (parent: Parent): void => {
		for (const child of parent.childNodes) {
			if (child.nodeName === "#comment") found.push("a comment");
			if (!("tagName" in child)) continue;
			found.push(...breachesOf(child, ids));
			look(child);
		}
	};
	look(tree);
	// A browser that reads the markup a second time must come to the same.
	const once = serialize(tree);
	if (serialize(parseFragment(once)) !== once)
		found.push("mutates when re-read");
	for (const tag of html.match(/<[^>]*>/g) ?? [])
		if (!/^<\/?[a-z0-9]+(?: [a-z-]+="[^"<>]*")*>$/.test(tag))
			found.push(`written carelessly: ${tag.slice(0, 80)}`);
	return found;
}

function breachesOf(element: Element, ids: Set<string>): readonly string[] {
	const allowed = attributes[element.tagName];
	if (!allowed) return [`<${element.tagName}>`];
	return element.attrs.flatMap(({ name, value }) => {
		if (!allowed.includes(name)) return [`${element.tagName} ${name}`];
		if (values[name] && !values[name].test(value)) return [`${name}=${value}`];
		if (name !== "id") return [];
		const twice = ids.has(value);
		ids.add(value);
		return twice ? [`id ${value} twice`] : [];
	});
}
