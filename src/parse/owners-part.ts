/** The part of a whole page that an archive's owner says is the article. */
import {
	type Element,
	isElement,
	isText,
	type Node,
	plainText,
} from "./html.ts";
import {
	inOneLine,
	isMedia,
	isParticular,
	isPicture,
	textsOf,
} from "./page-parts.ts";

/** What an archive's owner says of the pages of an address; `undefined` for pages of which the owner says nothing. */
export type OwnersPart = (url: string | undefined) =>
	| {
			/** Whether the article, or a part of it, is in this element. */
			readonly holds: (element: Element) => boolean;
			/** Whether the article's particulars are read from this element, wherever it stands. */
			readonly isRead: (element: Element) => boolean;
	  }
	| undefined;

/**
 * Take out of `tree` what is not of the part that its owner names.
 *
 * @returns the text and the pictures that went; `undefined` where no element is of that part, and nothing went.
 */
export function pruneTo(
	tree: Element,
	part: NonNullable<ReturnType<OwnersPart>>,
): { text: string; images: Element[] } | undefined {
	const holders = new Set<Node>();
	let holds = false;
	const find = (node: Element): boolean => {
		const isBody = part.holds(node);
		holds ||= isBody;
		const isPart = isBody || part.isRead(node);
		const found =
			isPart || node.childNodes.filter(isElement).map(find).includes(true);
		if (found) holders.add(node);
		return found;
	};
	find(tree);
	if (!holds) return undefined;
	const left: string[] = [];
	const images: Element[] = [];
	const cutOff = (node: Element): void => {
		if (part.holds(node) || part.isRead(node)) return;
		node.childNodes = node.childNodes.filter((child) => {
			if (isText(child)) left.push(child.value);
			if (!isElement(child)) return !isText(child);
			if (holders.has(child)) {
				cutOff(child);
				return true;
			}
			if (isParticular(child) && !isMedia(child)) return true;
			left.push(...textsOf(child).map(({ value }) => value));
			images.push(...picturesOf(child));
			return false;
		});
	};
	cutOff(tree);
	return { text: inOneLine(left), images };
}

function picturesOf(element: Element): Element[] {
	if (isPicture(element)) return [element];
	return element.childNodes.filter(isElement).flatMap(picturesOf);
}

/** What the page shows as its heading, where it has one, and in its window's title: the part may be without either. */
export function shownTitles(tree: Element): readonly string[] {
	const headings: string[] = [];
	const titles: string[] = [];
	const look = (node: Element): void => {
		for (const child of node.childNodes.filter(isElement)) {
			if (child.tagName === "svg") continue;
			if (child.tagName === "h1") headings.push(plainText(child));
			else if (child.tagName === "title")
				titles.push(
					child.childNodes
						.map((one) => (isText(one) ? one.value : ""))
						.join(""),
				);
			else look(child);
		}
	};
	look(tree);
	return [...(headings.length === 1 ? headings : []), ...titles]
		.map((title) => title.trim())
		.filter((title) => title !== "");
}
