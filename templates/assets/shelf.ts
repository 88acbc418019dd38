/** The reading list: what a reader kept and noted, its export and its import. */
import { saveFile } from "./common/save-file.ts";
import { checked } from "./shelf/check.ts";
import { noteItems } from "./shelf/note-items.ts";
import { keptInRis, risOfShelf } from "./shelf/ris.ts";
import {
	addressOf,
	joined,
	type Kept,
	parseShelf,
	readShelf,
	writeShelf,
} from "./shelf/store.ts";

const page = document.querySelector<HTMLElement>("#shelf");

if (page) attach(page);

function attach(root: HTMLElement): void {
	const list = root.querySelector("ol");
	const status = root.querySelector("output");
	const file = root.querySelector<HTMLInputElement>('input[type="file"]');
	if (!list || !status || !file) return;
	const say = (name: string, n: number | string = 0) => {
		status.textContent = (root.dataset[name] ?? "").replace("{n}", String(n));
	};
	const save = (items: readonly Kept[]): boolean => {
		const lasts = writeShelf(items);
		show();
		return lasts;
	};
	const show = () => {
		const { items } = readShelf();
		list.replaceChildren(
			...items.map((item) =>
				entry(root, item, (next) => {
					if (!save(next(items))) say("fleeting");
				}),
			),
		);
		root.querySelector(".empty")?.toggleAttribute("hidden", items.length > 0);
	};
	root.addEventListener("click", (event) => {
		const button = (event.target as Element).closest<HTMLElement>(
			"[data-save]",
		);
		if (!button) return;
		const shelf = readShelf();
		if (shelf.items.length === 0) return say("none");
		if (button.dataset.save === "ris")
			saveFile(
				"reading-list.ris",
				risOfShelf(shelf.items, addressOf),
				"application/x-research-info-systems",
			);
		else
			saveFile(
				"reading-list.json",
				`${JSON.stringify(shelf, undefined, 1)}\n`,
				"application/json",
			);
	});
	file.addEventListener("change", async () => {
		const text = (await file.files?.[0]?.text()) ?? "";
		file.value = "";
		const brought = parseShelf(text)?.items ?? (await keptInRis(text));
		if (!brought) return say("unreadable");
		const items = await checked(brought, (done) =>
			say("looked", `${done} / ${brought.length}`),
		);
		if (save(joined(readShelf().items, items)))
			say("brought", items.filter(({ missing }) => missing).length);
		else say("fleeting");
	});
	root.hidden = false;
	// A browser that keeps nothing says so before anything is put here.
	if (!save(readShelf().items)) say("fleeting");
}

type Change = (items: readonly Kept[]) => readonly Kept[];

function entry(
	root: HTMLElement,
	item: Kept,
	change: (next: Change) => void,
): HTMLElement {
	const made = document.createElement("li");
	made.dataset.kept = item.id;
	const title = document.createElement(item.place === "" ? "span" : "a");
	title.className = "headline-link";
	title.textContent = item.title;
	if (title instanceof HTMLAnchorElement) title.href = addressOf(item);
	const about = document.createElement("p");
	about.className = "meta";
	about.textContent = item.about;
	if (item.missing) about.append(` ${root.dataset.missing ?? ""}`);
	const drop = document.createElement("button");
	drop.type = "button";
	drop.textContent = root.dataset.drop ?? "";
	drop.setAttribute("aria-label", `${root.dataset.drop ?? ""} ${item.title}`);
	drop.addEventListener("click", () =>
		change((items) => items.filter(({ id }) => id !== item.id)),
	);
	made.append(title, about);
	if (item.notes.length > 0) {
		const notes = document.createElement("ul");
		notes.append(...noteItems(item.notes, addressOf(item)));
		made.append(notes);
	}
	made.append(drop);
	return made;
}
