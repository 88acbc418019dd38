/** The box in every page's header: the first hits while typing, all of them on Enter. */
import { firstHits } from "../../../src/search/query/rank.ts";
import type { IndexReader } from "../../../src/search/query/reader.ts";
import { search } from "../../../src/search/query/search.ts";
import { Abandoned } from "../../../src/search/query/slices.ts";
import { el, pageAt, pageOf, refill } from "./dom.ts";
import { isComposing } from "./keys.ts";
import { spellingsOf } from "./reading.ts";
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
		try {
			const state = { ...plainState(query), off };
			const options = { variants: true, off, isWanted };
			const { answer, catalog } = await search(reader, query, options);
			const best = firstHits(answer.hits, catalog, "relevance", quickHits);
			const names = await Promise.all(
				best.map(({ document }) => reader.nameOf(document)),
			);
			if (!isWanted()) return;
			const spellings = spellingsOf(answer, off, (spelling) => {
				off = switched(off, spelling);
				void show();
			});
			const all = pageAt("search.html");
			all.search = writeState(state);
			const last =
				answer.hits.length === 0
					? words.none
					: words.allHits(String(answer.hits.length));
			refill(
				list,
				...best.map(({ document }, n) => {
					const address = pageOf(names[n]?.id ?? "");
					address.search = writeState(state);
					const language =
						catalog.languages[catalog.columns.language[document] ?? -1];
					return el(
						"a",
						{ href: address.href, lang: language },
						names[n]?.headline,
					);
				}),
				spellings.length > 0 &&
					el("div", { class: "search-spellings" }, words.also, ...spellings),
				el("a", { href: all.href, class: "search-quick-all" }, last),
			);
			list.hidden = false;
		} catch (error) {
			// The results page says what is wrong.
			if (!(error instanceof Abandoned)) close();
		}
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
