/** On an article's page: the button that keeps it, and notes to its paragraphs. */
import { noteItems } from "./note-items.ts";
import { articleAt, type Kept, readShelf, writeShelf } from "./store.ts";

const box = document.querySelector<HTMLElement>(".keep");
const story = document.querySelector<HTMLElement>("article.story");

if (box && story) attach(box, story);

function attach(root: HTMLElement, article: HTMLElement): void {
	const button = root.querySelector("button");
	const form = root.querySelector("form");
	const status = root.querySelector("output");
	if (!button || !form || !status) return;
	const id = article.dataset.articleId ?? "";
	const kept = () => readShelf().items.find((item) => item.id === id);
	const save = (items: readonly Kept[]) => {
		status.textContent = writeShelf(items) ? "" : (root.dataset.fleeting ?? "");
		show();
	};
	const show = () => {
		const own = kept();
		button.textContent = (own ? root.dataset.drop : root.dataset.keep) ?? "";
		button.setAttribute("aria-pressed", String(own !== undefined));
		form.hidden = own === undefined;
		root
			.querySelector("ul")
			?.replaceChildren(...noteItems(own?.notes ?? [], ""));
	};
	button.addEventListener("click", () => {
		const { items } = readShelf();
		save(
			kept()
				? items.filter((item) => item.id !== id)
				: [...items, keptArticle(article, id)],
		);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const data = new FormData(form);
		const text = String(data.get("text") ?? "").trim();
		const own = kept();
		if (text === "" || !own) return;
		const note = { paragraph: String(data.get("paragraph") ?? ""), text };
		save(
			readShelf().items.map((item) =>
				item.id === id ? { ...item, notes: [...item.notes, note] } : item,
			),
		);
		form.reset();
		choose();
	});
	const select = form.querySelector("select");
	/** The paragraph that the address names, if it names one. */
	const choose = () => {
		if (select && /^#p\d+$/.test(location.hash))
			select.value = location.hash.slice(1);
	};
	addEventListener("hashchange", choose);
	choose();
	root.hidden = false;
	show();
}

function keptArticle(article: HTMLElement, id: string): Kept {
	const words = (part: string) =>
		article.querySelector(part)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
	const ris =
		document.querySelector<HTMLAnchorElement>('a[download$=".ris"]')?.href ??
		"";
	const coded = /;base64,(.*)$/.exec(ris)?.[1];
	return {
		...articleAt(id),
		title: words("h1"),
		about: `${words(".kicker")} ${words(".dateline time")}`,
		...(coded === undefined
			? {}
			: {
					ris: new TextDecoder().decode(
						Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0)),
					),
				}),
		notes: [],
	};
}
