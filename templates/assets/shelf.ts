/** The reading list: what a reader kept, to read, to note, to take home and to bring along. */
import { askText } from "./compare/ask-text.ts";
import {
	addressOf,
	joined,
	type Kept,
	parseShelf,
	readShelf,
	writeShelf,
} from "./shelf/store.ts";

const page = document.querySelector<HTMLElement>("#shelf");
/** A page that is not there is told apart from a slow one after so long. */
const patienceMs = 5_000;

if (page) attach(page);

function attach(root: HTMLElement): void {
	const list = root.querySelector("ol");
	const status = root.querySelector("output");
	const file = root.querySelector<HTMLInputElement>('input[type="file"]');
	if (!list || !status || !file) return;
	const say = (name: string, n = 0) => {
		status.textContent = (root.dataset[name] ?? "").replace("{n}", String(n));
	};
	const save = (items: readonly Kept[]) => {
		if (!writeShelf(items)) say("fleeting");
		show();
	};
	const show = () => {
		const { items } = readShelf();
		list.replaceChildren(
			...items.map((item) => entry(root, item, (next) => save(next(items)))),
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
			download(
				"reading-list.ris",
				shelf.items.map(risOf).join(""),
				"application/x-research-info-systems",
			);
		else
			download(
				"reading-list.json",
				`${JSON.stringify(shelf, undefined, 1)}\n`,
				"application/json",
			);
	});
	file.addEventListener("change", async () => {
		const brought = parseShelf(await file.files?.[0]?.text());
		file.value = "";
		if (!brought) return say("unreadable");
		const checked: Kept[] = [];
		for (const item of brought.items) checked.push(await marked(item));
		save(joined(readShelf().items, checked));
		say("brought", checked.filter(({ missing }) => missing).length);
	});
	root.hidden = false;
	show();
}

/** Whether this archive holds it. */
async function marked(item: Kept): Promise<Kept> {
	const { missing: _, ...bare } = item;
	if (!item.place.startsWith("articles/")) return bare;
	const found = await askText(item.id, patienceMs);
	return found ? bare : { ...bare, missing: true };
}

type Change = (items: readonly Kept[]) => readonly Kept[];

function entry(
	root: HTMLElement,
	item: Kept,
	change: (next: Change) => void,
): HTMLElement {
	const made = document.createElement("li");
	made.dataset.kept = item.id;
	const link = document.createElement("a");
	link.className = "headline-link";
	link.textContent = item.title;
	link.href = addressOf(item);
	const about = document.createElement("p");
	about.className = "meta";
	about.textContent = item.about;
	if (item.missing) about.append(` ${root.dataset.missing ?? ""}`);
	const notes = document.createElement("ul");
	for (const { paragraph, text } of item.notes) {
		const note = document.createElement("li");
		if (paragraph !== "") {
			const place = document.createElement("a");
			place.href = `${addressOf(item)}#${paragraph}`;
			place.textContent = `¶${paragraph.slice(1)}`;
			note.append(place, " ");
		}
		note.append(text);
		notes.append(note);
	}
	const drop = document.createElement("button");
	drop.type = "button";
	drop.textContent = root.dataset.drop ?? "";
	drop.setAttribute("aria-label", `${root.dataset.drop ?? ""} ${item.title}`);
	drop.addEventListener("click", () =>
		change((items) => items.filter(({ id }) => id !== item.id)),
	);
	made.append(link, about, notes, drop);
	return made;
}

/** Notes go with the entry, as RIS has a field for them. */
function risOf({ ris, notes }: Kept): string {
	if (ris === undefined) return "";
	const lines = notes
		.map(
			({ paragraph, text }) =>
				`N1  - ${paragraph === "" ? "" : `¶${paragraph.slice(1)} `}${text.replace(/\s+/g, " ")}\r\n`,
		)
		.join("");
	return ris.replace(/ER {2}- *\r?\n$/, `${lines}ER  - \r\n`);
}

function download(name: string, text: string, type: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
