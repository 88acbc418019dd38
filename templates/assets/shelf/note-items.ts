import type { Note } from "./store.ts";

/** Notes as items of a list, each with a link to its paragraph. @param article address of the article's page. */
export function noteItems(
	notes: readonly Note[],
	article: string,
): HTMLElement[] {
	return notes.map(({ paragraph, text }) => {
		const item = document.createElement("li");
		if (paragraph !== "") {
			const link = document.createElement("a");
			link.href = `${article}#${paragraph}`;
			link.textContent = `¶${paragraph.slice(1)}`;
			item.append(link, " ");
		}
		item.append(text);
		return item;
	});
}
