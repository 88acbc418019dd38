/**
 * Two articles side by side. Their own pages tell their texts (`compare/ask-text.ts`), from a disk as well.
 */
import { articlePlace } from "../../src/domain/article-place.ts";
import {
	type DiffParagraph,
	diffRevisions,
} from "../../src/enrich/revision-diff.ts";
import { askText } from "./compare/ask-text.ts";
import { onlyHere, sentencesOf } from "./compare/sentences.ts";
import type { ArticleText } from "./compare/text.ts";

const place = document.querySelector<HTMLElement>("#compare");
const state = document.querySelector<HTMLElement>("#compare-state");
const asked = new URLSearchParams(location.search);
const ids = ["a", "b"].map((name) => asked.get(name) ?? "");
/** As ids are made: hex digits, and behind a hyphen those of an older copy. */
const isId = /^[0-9a-f]{16}(?:-[0-9a-f]{1,64})?$/;

if (place && state) void show(place, state);

async function show(root: HTMLElement, status: HTMLElement): Promise<void> {
	status.hidden = false;
	if (!ids.every((id) => isId.test(id))) {
		status.textContent = root.dataset.nothing ?? "";
		return;
	}
	const texts = await Promise.all(ids.map((id) => askText(id)));
	const [left, right] = texts;
	if (!left || !right) {
		status.textContent = `${root.dataset.missing ?? ""} ${ids.filter((_, at) => !texts[at]).join(" ")}`;
		return;
	}
	status.hidden = true;
	root.append(heads(left, right));
	const isSameArticle = left.family === right.family;
	root.append(
		...(isSameArticle ? revisions(left, right) : stories(root, left, right)),
	);
}

function heads(left: ArticleText, right: ArticleText): HTMLElement {
	return row(
		"compare-heads",
		...[left, right].map((text) => {
			const head = element("header", "");
			const title = element("h2", "");
			const link = element("a", text.headline) as HTMLAnchorElement;
			link.href = `${articlePlace(text.id)}.html`;
			link.lang = text.language;
			title.append(link);
			head.append(title, element("p", text.about, "meta"));
			return head;
		}),
	);
}

/** Versions of one article: the same paragraphs stand side by side, changed characters are marked. */
function revisions(left: ArticleText, right: ArticleText): HTMLElement[] {
	const rows = diffRevisions(left, right).map((paragraph) =>
		row("compare-row", side(paragraph, "removed"), side(paragraph, "added")),
	);
	for (const one of rows) one.lang = left.language;
	return rows;
}

function side(paragraph: DiffParagraph, own: "removed" | "added") {
	const tag = own === "removed" ? "del" : "ins";
	if (paragraph.kind === "same") return element("p", paragraph.text);
	const cell = element("p", "");
	if (paragraph.kind === "changed")
		for (const { kind, text } of paragraph.changes) {
			if (kind === "same") cell.append(text);
			else if (kind === own) cell.append(element(tag, text));
		}
	else if (paragraph.kind === own) cell.append(element(tag, paragraph.text));
	return cell;
}

/** Two outlets' stories: each as it stands, with the sentences marked that the other has nothing like. */
function stories(
	root: HTMLElement,
	left: ArticleText,
	right: ArticleText,
): HTMLElement[] {
	const column = (own: ArticleText, other: ArticleText) => {
		const others = other.paragraphs.flatMap(({ text }) => sentencesOf(text));
		const cell = element("div", "");
		cell.lang = own.language;
		for (const { text } of own.paragraphs) {
			const paragraph = element("p", "");
			for (const sentence of sentencesOf(text)) {
				const isOnly = onlyHere(sentence, others);
				const mark = element(isOnly ? "mark" : "span", sentence);
				if (isOnly) mark.title = root.dataset.only ?? "";
				paragraph.append(mark);
			}
			cell.append(paragraph);
		}
		return cell;
	};
	return [row("compare-row", column(left, right), column(right, left))];
}

function row(name: string, ...cells: HTMLElement[]): HTMLElement {
	const made = element("div", "", `compare-pair ${name}`);
	made.append(...cells);
	return made;
}

function element(tag: string, text: string, name = ""): HTMLElement {
	const made = document.createElement(tag);
	made.textContent = text;
	if (name !== "") made.className = name;
	return made;
}
