/** Which element holds the caption of a picture, and which part of it the credit. */
import type { Element as HastElement } from "hast";
import {
	attribute,
	type Element,
	elementChildren,
	findElement,
	hasClass,
	isElement,
	isText,
	type Node,
	plainText,
	shownStart,
	shownText,
} from "../parse/html.ts";

const captionClass =
	/(?:^|[-_])(?:caption|figcaption|picinfo|pic-info|imgdesc|img-desc|image-desc|photo-desc|pictext|media-desc|cutline|wp-caption-text|image-capture|cap-desc)(?:$|[-_])/i;
const creditClass =
	/(?:^|[-_])(?:credits?|copyright|cap-cred|photographer|image-source|img-source|photo-by|copyright_holder)(?:$|[-_])/i;

/** Words that open a credit where no class tells. */
const creditWords =
	/^(?:图像来源|圖像來源|图片来源|圖片來源|摄影|攝影|Image source|Photo(?:graph)? by|Photo:)/;

/** Where a caption may hide behind a picture: wrappers that hold the picture and nothing else. */
const wrappers = new Set(
	"div figure picture a span p td tr tbody table center strong b em i font li section".split(
		" ",
	),
);

/** The elements that hold caption and credit of a picture, as far as they stand right behind it. */
export interface CaptionParts {
	readonly caption: Element | undefined;
	readonly credit: Element | undefined;
}

/**
 * Look behind `picture`, and behind the wrappers in which it comes last, for its caption:
 * `figcaption`; an element whose class says so; `<small>`, alone or alone in a `div`; the next row
 * of a layout table; or an element that repeats the picture's `alt` or `title`. A credit of its own
 * may stand before or behind it.
 */
export function captionBehind(picture: Element): CaptionParts {
	const described = [attribute(picture, "alt"), attribute(picture, "title")]
		.map((text) => text?.replace(/\s+/g, " ").trim() ?? "")
		.filter((text) => text !== "");
	let caption: Element | undefined;
	let credit: Element | undefined;
	let node: Element = picture;
	for (let level = 0; level < 10; level++) {
		const sibling = nextShown(node);
		if (sibling === "text") break;
		if (sibling) {
			const role = roleOf(sibling, described, node);
			if (role === "credit" && !credit) credit = sibling;
			else if (role === "caption" && !caption) caption = sibling;
			else break;
			node = sibling;
			continue;
		}
		const parent = node.parentNode;
		if (!isElement(parent) || !wrappers.has(parent.tagName)) break;
		// A caption closes its figure: what stands behind the figure is text again.
		if (caption && parent.tagName === "figure") break;
		node = parent;
	}
	return { caption, credit };
}

/** What an element behind a picture is to it; wrappers around a single element count as that. */
function roleOf(
	element: Element,
	described: readonly string[],
	behind: Element,
): "caption" | "credit" | undefined {
	const { tagName } = element;
	if (tagName === "figcaption" || tagName === "small") return "caption";
	if (holdsMedia(element)) return undefined;
	if (tagName === "tr" || tagName === "td")
		return behind.tagName === tagName ? "caption" : undefined;
	if (/^(?:p|span|div)$/.test(tagName) && isCreditLine(element))
		return "credit";
	for (
		let inner: Element | undefined = element;
		inner;
		inner = soleChild(inner)
	) {
		if (/^(?:figcaption|small)$/.test(inner.tagName)) return "caption";
		if (hasClass(inner, creditClass)) return "credit";
		if (hasClass(inner, captionClass)) return "caption";
		if (!/^(?:div|figure|span|p|em|i|a)$/.test(inner.tagName)) break;
		if (inner.tagName === "figure" && firstOf(inner)?.tagName === "figcaption")
			return "caption";
	}
	return /^(?:div|p|span|em|i)$/.test(tagName) &&
		described.includes(plainText(element))
		? "caption"
		: undefined;
}

function isCreditLine(element: Element): boolean {
	return (
		creditWords.test(shownStart(element, 40).trim()) &&
		plainText(element).length < 120
	);
}

function firstOf(element: Element): Element | undefined {
	return elementChildren(element)[0];
}

/** The next sibling that shows anything; `text` when that is bare text. */
function nextShown(node: Element): Element | "text" | undefined {
	const siblings = node.parentNode?.childNodes ?? [];
	for (let i = siblings.indexOf(node) + 1; i < siblings.length; i++) {
		const sibling = siblings[i] as Node;
		if (isText(sibling)) {
			if (sibling.value.trim() !== "") return "text";
		} else if (
			isElement(sibling) &&
			(holdsMedia(sibling) || shownText(sibling).trim() !== "") &&
			!/^(?:noscript|script|style|svg|button|time)$/.test(sibling.tagName)
		)
			return sibling;
	}
	return undefined;
}

const media = /^(?:img|iframe|video|audio|embed|object|picture|amp-img)$/;

function holdsMedia(element: Element): boolean {
	return (
		media.test(element.tagName) ||
		findElement(element, ({ tagName }) => media.test(tagName)) !== undefined
	);
}

/** The only child, where there is no text beside it. */
function soleChild(element: Element): Element | undefined {
	let only: Element | undefined;
	for (const child of element.childNodes) {
		if (isText(child)) {
			if (child.value.trim() !== "") return undefined;
		} else if (isElement(child)) {
			if (only) return undefined;
			only = child;
		}
	}
	return only;
}

/** The photographer's or agency's part of a caption: `cite`, a class that says so, or the last of two spans. */
export function creditWithin(caption: Element): Element | undefined {
	const marked = findElement(
		caption,
		(element) => element.tagName === "cite" || hasClass(element, creditClass),
	);
	if (marked) return marked;
	const parts = elementChildren(caption);
	const [first, second] = parts;
	return parts.length === 2 &&
		first?.tagName === "span" &&
		second?.tagName === "span" &&
		caption.childNodes.every(
			(child) => !isText(child) || child.value.trim() === "",
		)
		? second
		: undefined;
}

/** What is said below a picture, and then something else. */
export function joined(before: string, text: string): string {
	const own = text.replace(/\s+/g, " ");
	return before === "" ? own : `${before} ${own}`;
}

/** Elements behind others, with a space between. */
export function addTo(
	list: HastElement["children"],
	more: HastElement["children"],
): void {
	if (list.length > 0 && more.length > 0)
		list.push({ type: "text", value: " " });
	list.push(...more);
}
