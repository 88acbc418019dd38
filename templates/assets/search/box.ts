/** The box in every page's header: the first hits while typing, all of them on Enter. */
import { firstHits } from "../../../src/search/query/rank.ts";
import {
	IndexFileError,
	type IndexReader,
} from "../../../src/search/query/reader.ts";
import { search } from "../../../src/search/query/search.ts";
import { Abandoned } from "../../../src/search/query/slices.ts";
import { el, pageOf, refill, siteRoot } from "./dom.ts";
import { isComposing } from "./keys.ts";
import { notesOf, spellingsOf } from "./reading.ts";
import { plainState, switched, writeState } from "./state.ts";
import type { SearchWords } from "./words.ts";

/** Hits in the list below the box. */
const quickHits = 6;
/** Milliseconds without a key before the index is asked, at least and at most. */
const shortestPause = 200;
const longestPause = 1_500;

/** The list below the box. */
export interface QuickList {
	links(): readonly HTMLElement[];
}

export function attachBox(
	box: HTMLInputElement,
	reader: IndexReader,
	words: SearchWords,
): QuickList {
	const list = el("div", { class: "search-quick", hidden: true });
	const holder = box.closest("form") ?? box;
	holder.after(list);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	let off: readonly string[] = [];
	/** Who waits long for an answer is asked less often. */
	let pause = shortestPause;
	const close = () => {
		turn++;
		clearTimeout(timer);
		list.hidden = true;
		refill(list);
	};
	const show = async () => {
		const mine = ++turn;
		const query = box.value.trim();
		if (query === "") return close();
		const isWanted = () => mine === turn;
		const began = performance.now();
		const state = { ...plainState(query), off };
		const all = new URL("search.html", siteRoot());
		all.search = writeState(state);
		const toAll = (text: string) =>
			el("a", { href: all.href, class: "search-quick-all" }, text);
		try {
			const options = { variants: true, off, isWanted };
			const { answer, catalog } = await search(reader, query, options);
			const best = firstHits(answer.hits, catalog, "relevance", quickHits);
			const links = await Promise.all(
				best.map(async ({ document }) => {
					const { id, headline } = await reader.nameOf(document);
					const address = pageOf(id);
					address.search = writeState(state);
					const { columns, languages } = catalog;
					const lang = languages[columns.language[document] ?? -1];
					return el("a", { href: address.href, lang }, headline);
				}),
			);
			if (!isWanted()) return;
			const spellings = spellingsOf(answer, off, (spelling) => {
				off = switched(off, spelling);
				void show();
			});
			const notes = notesOf(answer, words);
			const last =
				answer.hits.length === 0
					? words.none
					: words.allHits(String(answer.hits.length));
			refill(
				list,
				...links,
				spellings.length > 0 &&
					el("div", { class: "search-spellings" }, words.also, ...spellings),
				notes.length > 0 && el("p", { class: "search-notes" }, notes.join(" ")),
				toAll(last),
			);
		} catch (error) {
			if (error instanceof Abandoned || !isWanted()) return;
			const path = error instanceof IndexFileError ? error.path : "";
			refill(list, toAll(words.failed(path)));
		}
		list.hidden = false;
		const spent = performance.now() - began;
		pause = Math.min(Math.max(shortestPause, 2 * spent), longestPause);
	};
	box.addEventListener("input", (event) => {
		// What is asked now is not what is wanted any more.
		turn++;
		clearTimeout(timer);
		off = [];
		// Half-typed Pinyin is no query.
		if ((event as InputEvent).isComposing) return;
		timer = setTimeout(() => void show(), pause);
	});
	box.addEventListener("compositionend", () => void show());
	const outer = list.parentElement ?? list;
	outer.addEventListener("keydown", (event) => {
		if ((event as KeyboardEvent).key !== "Escape") return;
		if (isComposing(event as KeyboardEvent)) return;
		close();
		box.focus();
	});
	outer.addEventListener("focusout", (event) => {
		const to = (event as FocusEvent).relatedTarget;
		if (!(to instanceof Node && outer.contains(to))) close();
	});
	return {
		links: () =>
			list.hidden ? [] : [...list.querySelectorAll<HTMLElement>("a")],
	};
}
