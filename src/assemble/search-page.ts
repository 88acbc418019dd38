/** What the search page holds of the index, so that a question waits for no file before it asks for words, nor queues for a connection. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { OutputFolder } from "../output/output-folder.ts";
import { outlineFile, outlineId } from "../search/catalog.ts";
import type { PageKind } from "../site/pages/index.ts";
import type { OwnAssets } from "../site/pages/search.ts";
import type { View } from "../site/views.ts";

const block = new RegExp(
	`(<script type="application/json" id="${outlineId}">)[^<]*`,
);

/** @param placeOf where a file of the site can be read. */
export function ownAssets(placeOf: (path: string) => string): OwnAssets {
	const read = (name: string) =>
		readFileSync(placeOf(`assets/${name}`), "utf8");
	return {
		script: read("theme.js") + read("search.js"),
		style: read("site.css"),
	};
}

/** The view of any page; that of a search page knows what it is to hold then. */
export function withAssets(
	view: View<PageKind>,
	own: OwnAssets,
): View<PageKind> {
	return view.kind === "search" ? { ...view, props: { own } } : view;
}

/**
 * The page with the outline of this index in the place of the one it holds.
 *
 * @param packed the file of the outline.
 */
export function withOutline(page: string, packed: Uint8Array): string {
	const outline = gunzipSync(packed).toString().replaceAll("<", "\\u003c");
	return page.replace(block, (_, begin: string) => begin + outline);
}

/** Bring the search pages at these paths up to the index of the folder; both are there. */
export function completeSearchPages(
	folder: OutputFolder,
	paths: readonly string[],
): void {
	const packed = readFileSync(folder.placeOf(`search/${outlineFile}`));
	for (const path of paths) {
		const page = readFileSync(folder.placeOf(path), "utf8");
		const whole = withOutline(page, packed);
		if (whole !== page) folder.rewrite(path, whole);
	}
}
