/** The results page: its address says what is asked; this shows the answer. */
import type { Catalog } from "../../../src/search/catalog.ts";
import { applyFacets } from "../../../src/search/facets.ts";
import { type SortOrder, sortHits } from "../../../src/search/rank.ts";
import type { IndexReader } from "../../../src/search/reader.ts";
import { type Answer, search } from "../../../src/search/search.ts";
import type { Hit } from "../../../src/search/search-volume.ts";
import { el, refill } from "./dom.ts";
import { showFilters, showYears } from "./filters.ts";
import { hitItem } from "./hits.ts";
import { fromDisk } from "./load.ts";
import {
	nothingChosen,
	readState,
	type SearchState,
	toggled,
	writeState,
} from "./state.ts";
import type { SearchWords } from "./words.ts";

/** Hits shown at once. */
const pageSize = 10;
/** Milliseconds that a whole answer may take before what is known of it is shown. */
const patience = 250;

export class SearchPage {
	private readonly root: HTMLElement;
	private readonly reader: IndexReader;
	private readonly words: SearchWords;
	private state: SearchState;
	/** Counts the searches: an answer that comes late to an older one is dropped. */
	private turn = 0;
	private found: { answer: Answer; catalog: Catalog } | undefined;
	private sorted: readonly Hit[] = [];
	private shown = 0;
	private settle: () => void = () => undefined;
	/** Settles with the first answer, or when there is nothing to ask. */
	readonly settled = new Promise<void>((resolve) => {
		this.settle = resolve;
	});

	/** @param root the element with `data-state`, as `SearchPage.tsx` writes it. */
	constructor(root: HTMLElement, reader: IndexReader, words: SearchWords) {
		this.root = root;
		this.reader = reader;
		this.words = words;
		this.state = readState(location.search);
		this.listen();
		this.ask();
		root.dataset.ready = "";
	}

	private part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
		return this.root.querySelector(`[data-part="${name}"]`) as Kind;
	}

	private listen(): void {
		const form = this.part<HTMLFormElement>("form");
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			const query = this.part<HTMLInputElement>("query").value.trim();
			this.go({ ...this.state, query, chosen: nothingChosen, all: false });
		});
		this.part<HTMLSelectElement>("order").addEventListener("change", () =>
			this.go({
				...this.state,
				order: this.part<HTMLSelectElement>("order").value as SortOrder,
			}),
		);
		this.part<HTMLInputElement>("variants").addEventListener("change", () =>
			this.go({
				...this.state,
				variants: this.part<HTMLInputElement>("variants").checked,
			}),
		);
		this.part("clear").addEventListener("click", () =>
			this.go({ ...this.state, chosen: nothingChosen }),
		);
		this.part("more").addEventListener("click", () => {
			const first = this.shown;
			this.showMore(pageSize);
			this.links()[first]?.focus();
		});
		this.part("retry").addEventListener("click", () => this.ask());
		window.addEventListener("popstate", () => {
			this.state = readState(location.search);
			this.ask();
		});
	}

	/** Links of the hits, in order. */
	links(): HTMLAnchorElement[] {
		return [...this.part("hits").querySelectorAll<HTMLAnchorElement>("h2 a")];
	}

	private go(state: SearchState): void {
		const same =
			state.query === this.state.query &&
			state.variants === this.state.variants;
		this.state = state;
		try {
			history.pushState(null, "", writeState(state) || location.pathname);
		} catch {
			// Some browsers do not let pages on a disk change their address.
		}
		if (same && this.found) this.show(this.found.answer, this.found.catalog);
		else this.ask();
	}

	private ask(): void {
		const turn = ++this.turn;
		const { query, variants, order } = this.state;
		this.part<HTMLInputElement>("query").value = query;
		this.part<HTMLInputElement>("variants").checked = variants;
		this.part<HTMLSelectElement>("order").value = order;
		this.found = undefined;
		this.clearAnswer();
		if (query.trim() === "") {
			this.setState("idle");
			return;
		}
		this.setState("loading");
		this.part("status").textContent = this.words.loading;
		let part: (() => void) | undefined;
		let waited = false;
		const timer = setTimeout(() => {
			waited = true;
			part?.();
		}, patience);
		search(this.reader, query, variants, (answer, catalog) => {
			part = () => {
				if (turn === this.turn && answer.done < answer.all)
					this.show(answer, catalog);
			};
			if (waited) part();
		}).then(
			({ answer, catalog }) => {
				clearTimeout(timer);
				if (turn !== this.turn) return;
				this.found = { answer, catalog };
				this.show(answer, catalog);
				this.setState("done");
			},
			() => {
				clearTimeout(timer);
				if (turn !== this.turn) return;
				this.clearAnswer();
				this.part("problem").textContent = fromDisk
					? this.words.failedDisk
					: this.words.failed;
				this.setState("error");
			},
		);
	}

	private setState(state: "idle" | "loading" | "done" | "error"): void {
		this.root.dataset.state = state;
		this.part("trouble").hidden = state !== "error";
		this.part("help").toggleAttribute("open", state === "idle");
		if (state !== "loading") this.settle();
	}

	private clearAnswer(): void {
		for (const name of ["total", "status", "also", "hits", "filters", "years"])
			refill(this.part(name));
		this.part("total").removeAttribute("data-total");
		for (const name of ["side", "more", "clear", "also", "progress"])
			this.part(name).hidden = true;
	}

	private show(answer: Answer, catalog: Catalog): void {
		const { words, state } = this;
		const { hits, counts } = applyFacets(answer.hits, catalog, state.chosen);
		const complete = answer.done === answer.all;
		this.part<HTMLSelectElement>("order").value = state.order;
		this.sorted = sortHits(hits, catalog, state.order);
		const total = this.part("total");
		const asked = answer.query.terms.length > 0;
		total.textContent = asked ? words.total(String(hits.length)) : "";
		if (complete) total.dataset.total = String(hits.length);
		this.part("status").textContent = [
			!complete && words.part(String(answer.done), String(answer.all)),
			!asked && words.nothingAsked,
			asked && complete && hits.length === 0 && words.none,
			answer.query.shortened && words.shortened,
		]
			.filter(Boolean)
			.join(" ");
		const progress = this.part<HTMLProgressElement>("progress");
		progress.hidden = complete;
		progress.max = answer.all;
		progress.value = answer.done;
		this.part("also").hidden = answer.also.length === 0;
		refill(
			this.part("also"),
			words.also,
			...answer.also.map((name) => el("span", {}, name)),
		);
		this.part("side").hidden = answer.hits.length === 0;
		this.part("clear").hidden = Object.values(state.chosen).every(
			(values) => values.length === 0,
		);
		const focused = focusedFilter();
		showFilters(
			this.part("filters"),
			counts,
			state.chosen,
			catalog,
			words,
			(facet, value) => this.go(toggled(state, facet, value)),
		);
		showYears(
			this.part("years"),
			counts.year,
			state.chosen.year,
			words,
			(year) => this.go(toggled(state, "year", year)),
		);
		if (focused) this.root.querySelector<HTMLElement>(focused)?.focus();
		const again = complete ? 0 : this.shown;
		refill(this.part("hits"));
		this.shown = 0;
		this.found = { answer, catalog };
		this.showMore(state.all ? this.sorted.length : Math.max(pageSize, again));
	}

	private showMore(count: number): void {
		if (!this.found) return;
		const { answer, catalog } = this.found;
		const context = {
			reader: this.reader,
			catalog,
			terms: answer.terms,
			state: this.state,
			words: this.words,
		};
		const next = this.sorted.slice(this.shown, this.shown + count);
		this.part("hits").append(...next.map((hit) => hitItem(context, hit)));
		this.shown += next.length;
		const left = this.sorted.length - this.shown;
		this.part("more").hidden = left === 0;
		this.part("more").textContent = this.words.more(
			String(Math.min(left, pageSize)),
		);
	}
}

/** The filter that has the focus, as a selector: it is drawn anew and must not lose it. */
function focusedFilter(): string | undefined {
	const focused = document.activeElement as
		| (Element & { dataset?: DOMStringMap })
		| null;
	const { facet, value, year } = focused?.dataset ?? {};
	if (year !== undefined) return `[data-year="${CSS.escape(year)}"]`;
	if (facet === undefined || value === undefined) return undefined;
	return `[data-facet="${CSS.escape(facet)}"][data-value="${CSS.escape(value)}"]`;
}
