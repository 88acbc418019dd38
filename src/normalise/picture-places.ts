/** Where a picture stands among the elements of a body, and what beside it is the same picture once more. */
import {
	attribute,
	type Element,
	findElement,
	findElements,
	isElement,
} from "../parse/html.ts";
import { isTrackingPixel, type Picture, pictureOf } from "./pictures.ts";

export const isImage = ({ tagName }: Element) => tagName === "img";

export function holdsImage(element: Element): boolean {
	return findElement(element, isImage) !== undefined;
}

/** A sign of writing that is shown as a picture. */
export function isEmoji(element: Element, { alt }: Picture): boolean {
	return (
		alt !== "" &&
		alt.length <= 12 &&
		/(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(
			attribute(element, "class") ?? "",
		)
	);
}

/** The nearest element of this name that holds `element`. */
export function enclosing(
	element: Element,
	tagName: string,
): Element | undefined {
	for (let node = element.parentNode; isElement(node); node = node.parentNode)
		if (node.tagName === tagName) return node;
	return undefined;
}

/** Whether a figure has a picture before this caption of it. */
export function imageBefore(figure: Element, caption: Element): boolean {
	const [first] = findElements(
		figure,
		(element) => isImage(element) || element === caption,
	);
	return first !== caption;
}

/** Whether the element right before a `noscript` is or holds a picture. */
export function hasTwin(noscript: Element): boolean {
	const siblings = (noscript.parentNode?.childNodes ?? []).filter(isElement);
	const before = siblings[siblings.indexOf(noscript) - 1];
	return before !== undefined && (isImage(before) || holdsImage(before));
}

/** Whether the lazy picture that a `noscript` stands in for comes right behind it (Zhihu). */
export function isFollowedByTwin(
	noscript: Element,
	base: string | undefined,
): boolean {
	const siblings = (noscript.parentNode?.childNodes ?? []).filter(isElement);
	const behind = siblings[siblings.indexOf(noscript) + 1];
	const picture =
		behind && isImage(behind) ? pictureOf(behind, base) : undefined;
	return (
		behind !== undefined &&
		picture !== undefined &&
		!picture.bare &&
		!isTrackingPixel(behind, picture)
	);
}

/** The addresses of all pictures in a body. */
export function addressesIn(
	body: Element,
	base: string | undefined,
): Set<string> {
	return new Set(
		findElements(body, isImage).flatMap((image) => {
			const picture = pictureOf(image, base);
			return picture ? [picture.src] : [];
		}),
	);
}
