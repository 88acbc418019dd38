/** The box in every page's header: the first hits while typing, all of them on Enter. */
import { firstHits } from "../../../src/search/query/rank.ts";
import type { IndexReader } from "../../../src/search/query/reader.ts";
import { search } from "../../../src/search/query/search.ts";
import { el, pageOf, refill, siteRoot } from "./dom.ts";
import type { SearchWords } from "./words.ts";

/** Hits in the list below the box. */
const quickHits = 6;
/** Milliseconds without a key before the index is asked. */
const pause = 250;

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
		try {
			const { answer, catalog } = await search(reader, query, {
				variants: true,
				isWanted: () => mine === turn,
			});
			const best = firstHits(answer.hits, catalog, "relevance", quickHits);
			const names = await Promise.all(
				best.map(({ document }) => reader.nameOf(document)),
			);
			if (mine !== turn) return;
			const all = new URL("search.html", siteRoot());
			all.searchParams.set("q", query);
			refill(
				list,
				...best.map(({ document }, n) => {
					const address = pageOf(names[n]?.id ?? "");
					address.searchParams.set("q", query);
					return el(
						"a",
						{
							href: address.href,
							lang: catalog.languages[catalog.columns.language[document] ?? -1],
						},
						names[n]?.headline,
					);
				}),
				el(
					"a",
					{ href: all.href, class: "search-quick-all" },
					answer.hits.length === 0
						? words.none
						: words.allHits(String(answer.hits.length)),
				),
			);
			list.hidden = false;
		} catch {
			// The results page says what is wrong.
			close();
		}
	};
	box.addEventListener("input", (event) => {
		// Half-typed Pinyin is no query.
		if ((event as InputEvent).isComposing) return;
		clearTimeout(timer);
		timer = setTimeout(() => void show(), pause);
	});
	box.addEventListener("compositionend", () => void show());
	const outer = list.parentElement ?? list;
	outer.addEventListener("keydown", (event) => {
		if ((event as KeyboardEvent).key !== "Escape") return;
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
