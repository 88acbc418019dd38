/** Tells an article's text to the page of this archive that frames it and asks (`compare.ts`). The text is public anyway. */
import type { ArticleText } from "./text.ts";

const article = document.querySelector<HTMLElement>("article.story");

if (article && window.parent !== window)
	addEventListener("message", (event) => {
		if (event.source !== window.parent) return;
		if (event.data !== "biannian: tell your text") return;
		window.parent.postMessage(textOf(article), "*");
	});

function textOf(story: HTMLElement): ArticleText {
	const body = story.querySelector<HTMLElement>(".body");
	const words = (element: Element | null) => {
		const copy = element?.cloneNode(true) as Element | undefined;
		for (const added of copy?.querySelectorAll(".plate, .local-copy") ?? [])
			added.remove();
		return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
	};
	const id = story.dataset.articleId ?? "";
	return {
		id,
		family: id.replace(/-.*/, ""),
		headline: words(story.querySelector("h1")),
		language: body?.lang ?? "",
		about: [".kicker", ".dateline time"]
			.map((part) => words(story.querySelector(part)))
			.join(" "),
		paragraphs: [...(body?.querySelectorAll('[id^="p"]') ?? [])]
			.filter(({ id: own }) => /^p\d+$/.test(own))
			.map((paragraph) => ({ text: words(paragraph) })),
	};
}
