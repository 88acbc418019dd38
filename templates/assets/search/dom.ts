/** Elements without markup in strings: everything that comes from articles stays text. */
import { articlePlace } from "../../../src/domain/article-place.ts";

type Child = Node | string | undefined | false;
type Properties = Readonly<
	Record<string, string | number | boolean | undefined>
>;

/** `el("a", { href, class: "x" }, "text")`; attributes that are `undefined` or `false` are left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Properties = {},
	...children: Child[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	fill(element, attributes, children);
	return element;
}

/** The same for SVG. */
export function svg<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Properties = {},
	...children: Child[]
): SVGElementTagNameMap[Name] {
	const element = document.createElementNS("http://www.w3.org/2000/svg", name);
	fill(element, attributes, children);
	return element;
}

/** Put `children` in the place of what an element holds. */
export function refill(element: Element, ...children: Child[]): void {
	element.replaceChildren(
		...children.filter((child) => child !== undefined && child !== false),
	);
}

function fill(
	element: Element,
	attributes: Properties,
	children: readonly Child[],
): void {
	for (const [name, value] of Object.entries(attributes))
		if (value !== undefined && value !== false)
			element.setAttribute(name, value === true ? "" : String(value));
	refill(element, ...children);
}

const script = document.currentScript as HTMLScriptElement | null;
// One inside a page says how far up it is.
const root = new URL(
	script?.src ? ".." : script?.dataset.root || ".",
	script?.src || location.href,
);

/** The address of the site's root: scripts lie in a folder below it. */
export function siteRoot(): URL {
	return root;
}

/** The address of a page in the language of this one. @param path in the archive's first language. */
export function pageAt(path: string): URL {
	const folder = document.documentElement.dataset.pages ?? "";
	return new URL(folder + path, root);
}

/** The address of an article's page. */
export function pageOf(id: string): URL {
	return pageAt(`${articlePlace(id)}.html`);
}
