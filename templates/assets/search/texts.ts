/** The text of a hit, for its excerpts: from its page, or from the index on pages opened from a disk. */
import type { DocumentText } from "../../../src/search/catalog.ts";
import type { IndexReader } from "../../../src/search/query/reader.ts";
import { pageOf } from "./dom.ts";
import { fromDisk } from "./load.ts";

/** Pages read before, so that filtering and sorting anew asks for none again. */
const read = new Map<string, Promise<DocumentText>>();
const mostRead = 200;

/** @returns `undefined` when the text cannot be had: a hit does without excerpts then. */
export async function textOfHit(
	reader: IndexReader,
	document: number,
	id: string,
): Promise<DocumentText | undefined> {
	try {
		return await (fromDisk ? reader.text(document) : textOfPageOnce(id));
	} catch {
		return undefined;
	}
}

function textOfPageOnce(id: string): Promise<DocumentText> {
	let text = read.get(id);
	if (!text) {
		if (read.size >= mostRead) read.clear();
		text = textOfPage(id);
		read.set(id, text);
		text.catch(() => read.delete(id));
	}
	return text;
}

function textOfPage(id: string): Promise<DocumentText> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("GET", pageOf(id));
		// The browser parses the page without running or loading anything of it.
		request.responseType = "document";
		request.onload = () => {
			const page = request.responseXML;
			const article = page?.querySelector("article");
			if (article?.querySelector(".body")) resolve(textOfPageElement(article));
			else reject(new Error(`${id}: ${request.status}`));
		};
		request.onerror = () => reject(new Error(`No page of ${id}`));
		request.send();
	});
}

/** Bylines and the blocks that have an anchor, without what the page adds to the article's own words. */
function textOfPageElement(article: Element): DocumentText {
	const blocks: [string, string][] = [];
	for (const block of article.querySelectorAll(".body [id]")) {
		const { id } = block;
		if (/^p\d+$/.test(id)) blocks.push([id, wordsOf(block, "cite")]);
		if (!/^f\d+$/.test(id)) continue;
		const caption = block.querySelector("figcaption");
		if (caption) blocks.push([id, wordsOf(caption, "cite")]);
		for (const credit of caption?.querySelectorAll("cite") ?? [])
			blocks.push([id, wordsOf(credit)]);
	}
	const bylines = [...article.querySelectorAll(".byline")].map((byline) =>
		wordsOf(byline),
	);
	return { bylines, blocks: blocks.filter(([, text]) => text !== "") };
}

/** @param others more that does not belong to it. */
function wordsOf(element: Element, others?: string): string {
	const copy = element.cloneNode(true) as Element;
	const added = [".plate", ".local-copy", others].filter(Boolean).join(", ");
	for (const one of copy.querySelectorAll(added)) one.remove();
	return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
