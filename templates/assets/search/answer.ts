/** What stands around the hits of an answer: counts, how the question was read, filters. */
import type { Catalog } from "../../../src/search/catalog.ts";
import { countFacets } from "../../../src/search/query/facets.ts";
import type { Answer } from "../../../src/search/query/search.ts";
import { refill } from "./dom.ts";
import { showFilters, showYears } from "./filters.ts";
import { notesOf, readingOf, spellingsOf } from "./reading.ts";
import { type SearchState, switched, toggled } from "./state.ts";
import type { SearchWords } from "./words.ts";

/** Parts that are empty, and parts that are not shown, until there is an answer. */
const emptied = [
	"total",
	"status",
	"reading",
	"also",
	"hits",
	"filters",
	"years",
];
const hidden = ["side", "fold", "more", "clear", "reading", "also", "progress"];

/** What a reader may want next. */
interface NextActs {
	/** Another question. */
	readonly ask: (query: string) => void;
	/** The same, otherwise. */
	readonly go: (state: SearchState) => void;
	/** The filter by people, which is not there from the beginning. */
	readonly showPeople: () => void;
}

export class AnswerView {
	private readonly root: HTMLElement;
	private readonly words: SearchWords;
	private readonly acts: NextActs;

	constructor(root: HTMLElement, words: SearchWords, acts: NextActs) {
		this.root = root;
		this.words = words;
		this.acts = acts;
	}

	private part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
		return this.root.querySelector(`[data-part="${name}"]`) as Kind;
	}

	clear(): void {
		for (const name of emptied) refill(this.part(name));
		this.part("total").removeAttribute("data-total");
		for (const name of hidden) this.part(name).hidden = true;
	}

	/** @param count articles that fit the filters, too. */
	showCounts(answer: Answer, count: number, state: SearchState): void {
		const { words } = this;
		const complete = answer.done === answer.all;
		this.part<HTMLSelectElement>("order").value = state.order;
		const total = this.part("total");
		const asked = answer.query.root.nodes.length > 0;
		total.textContent = asked ? words.total(String(count)) : "";
		if (complete) total.dataset.total = String(count);
		this.part("status").textContent = [
			!complete && words.part(String(answer.done), String(answer.all)),
			!asked && words.nothingAsked,
			asked && complete && count === 0 && words.none,
			...notesOf(answer, words),
		]
			.filter(Boolean)
			.join(" ");
		const progress = this.part<HTMLProgressElement>("progress");
		progress.hidden = complete;
		progress.max = answer.all;
		progress.value = answer.done;
		this.showReading(answer, state);
	}

	private showReading(answer: Answer, state: SearchState): void {
		const { words, acts } = this;
		const toggle = (spelling: string) =>
			acts.go({ ...state, off: switched(state.off, spelling) });
		const reading = readingOf(answer, words, acts.ask);
		this.part("reading").hidden = reading.length === 0;
		refill(this.part("reading"), ...reading);
		const spellings = spellingsOf(answer, state.off, toggle);
		this.part("also").hidden = spellings.length === 0;
		refill(this.part("also"), words.also, ...spellings);
	}

	/** @param knowsPeople whether the catalogue does. */
	showFacets(
		{ hits }: Answer,
		catalog: Catalog,
		state: SearchState,
		knowsPeople: boolean,
	): void {
		const { words, acts } = this;
		const counts = countFacets(hits, catalog, state.chosen);
		this.part("side").hidden = hits.length === 0;
		this.part("fold").hidden = hits.length === 0;
		const inForce = Object.values(state.chosen).flat().length;
		this.part("fold").textContent =
			inForce === 0 ? words.filters : words.filtersInForce(String(inForce));
		this.part("clear").hidden = inForce === 0;
		const focused = focusedFilter();
		showFilters(
			this.part("filters"),
			counts,
			state.chosen,
			catalog,
			words,
			(facet, value) => acts.go(toggled(state, facet, value)),
		);
		showYears(
			this.part("years"),
			counts.year,
			state.chosen.year,
			words,
			(year) => acts.go(toggled(state, "year", year)),
		);
		this.part("people").hidden = knowsPeople || catalog.people.length === 0;
		this.part("people").onclick = acts.showPeople;
		if (focused) this.root.querySelector<HTMLElement>(focused)?.focus();
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
