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
			const body = page?.querySelector("article .body");
			if (body) resolve(textOfBody(body));
			else reject(new Error(`${request.status} for the page of ${id}`));
		};
		request.onerror = () => reject(new Error(`No page of ${id}`));
		request.send();
	});
}

/** The blocks that have an anchor, without what the page adds to the article's own words. */
export function textOfBody(body: Element): DocumentText {
	const blocks: [string, string][] = [];
	for (const block of body.querySelectorAll("[id]")) {
		const caption = /^f\d+$/.test(block.id);
		if (!caption && !/^p\d+$/.test(block.id)) continue;
		const source = caption ? block.querySelector("figcaption") : block;
		const copy = source?.cloneNode(true) as Element | undefined;
		for (const added of copy?.querySelectorAll(".plate, .local-copy, cite") ??
			[])
			added.remove();
		const text = (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
		if (text !== "") blocks.push([block.id, text]);
	}
	return { bylines: [], blocks };
}
