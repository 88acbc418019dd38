/** Magazines and blogs that whole web pages were saved from: what they put around their texts. */
import {
	attribute,
	type Element,
	hasClass,
	isElement,
	plainText,
} from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";
import { splitNames } from "./adapter.ts";

/** Pao-Pao, a Drupal site in Amsterdam's zone: byline `文/`, spam comments, share and related boxes. */
export const paoPao: SourceAdapter = {
	source: {
		id: "pao-pao",
		name: "泡泡",
		homepage: "https://pao-pao.net/",
		zone: "Europe/Amsterdam",
		language: "zh-Hans",
	},
	hosts: ["pao-pao.net"],
	names: ["泡泡", "Pao-Pao"],
	byline: (element) =>
		hasClass(element, "field-name-author")
			? splitNames(plainText(element).replace(/^文\s*[/／]\s*/, ""))
			: undefined,
	boilerplate: (element) =>
		element.tagName === "ul" && hasClass(element, "links")
			? "sources/comments"
			: undefined,
};

/** iYouPort, a WordPress site; its `entry-meta` and `entry-footer` are known everywhere. */
export const iYouPort: SourceAdapter = {
	source: {
		id: "iyouport",
		name: "iYouPort",
		homepage: "https://www.iyouport.org/",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	hosts: ["iyouport.org"],
	names: ["iYouPort"],
};

/** Nei.st, translations from magazines: cards of other magazines under hashed class names. */
export const neiSt: SourceAdapter = {
	source: {
		id: "nei-st",
		name: "Nei.st",
		homepage: "https://nei.st/",
		zone: "Europe/London",
		language: "zh-Hans",
	},
	hosts: ["nei.st"],
	names: ["Nei.st"],
	boilerplate(element) {
		const { tagName } = element;
		if (hasClass(element, /^(?:iframe-blocker|ads_\w+)$/))
			return "sources/advertisement";
		if (hasClass(element, "entry-footer")) return "sources/metadata";
		if (
			hasClass(element, /^jsx-\d+$/) &&
			/^(?:div|section|ul|span)$/.test(tagName)
		)
			return "sources/read-more";
		if (tagName === "section" && hasClass(element, "wxyz"))
			return "sources/read-more";
		return hasClass(element, /__link-logo$/) ? "sources/metadata" : undefined;
	},
};

/** ChinaFile: credit and caption stand behind the picture in wrappers of their own. */
export const chinaFile: SourceAdapter = {
	source: {
		id: "chinafile",
		name: "ChinaFile",
		homepage: "https://www.chinafile.com/",
		zone: "America/New_York",
		language: "en",
	},
	hosts: ["chinafile.com"],
	names: ["中参馆", "ChinaFile"],
};

/**
 * 燕京书评 on Allnow: the head of the page repeats column, title, author with his portrait, and the
 * month and day; the summary stays.
 */
export const yanjingReview: SourceAdapter = {
	source: {
		id: "yanjing-review",
		name: "燕京书评",
		homepage: "https://m.allnow.com/column/199",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	hosts: ["allnow.com"],
	names: ["燕京书评"],
	byline: (element) =>
		hasClass(element, "author-wrap") ? nameWithin(element) : undefined,
	boilerplate: (element) =>
		element.tagName === "p" &&
		hasClass(element, "column") &&
		isElement(element.parentNode) &&
		hasClass(element.parentNode, "column-wrap")
			? "sources/metadata"
			: undefined,
};

function nameWithin(element: Element): readonly string[] {
	const names: string[] = [];
	const look = (node: Element) => {
		for (const child of node.childNodes) {
			if (!isElement(child)) continue;
			if (attribute(child, "class") === "single-name")
				names.push(plainText(child));
			else look(child);
		}
	};
	look(element);
	return names;
}
