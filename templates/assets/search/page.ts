/** The results page: its address says what is asked; this shows the answer. */
import type { Catalog } from "../../../src/search/catalog.ts";
import { filterHits } from "../../../src/search/query/facets.ts";
import { type SortOrder, sortHits } from "../../../src/search/query/rank.ts";
import {
	IndexFileError,
	type IndexReader,
} from "../../../src/search/query/reader.ts";
import { type Answer, search } from "../../../src/search/query/search.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import { nextTask } from "../../../src/search/query/slices.ts";
import { AnswerView } from "./answer.ts";
import { HitList } from "./list.ts";
import { fromDisk } from "./load.ts";
import {
	nothingChosen,
	plainState,
	readState,
	type SearchState,
	writeState,
} from "./state.ts";
import { Take } from "./take.ts";
import { textOfHit } from "./texts.ts";
import type { SearchWords } from "./words.ts";

/** Milliseconds that a whole answer may take before what is known of it is shown. */
const patience = 350;
/** Answers that are kept, so that who goes back or asks again waits for no search. */
const keptAnswers = 4;
/** In larger archives who is in them is as much to load as the answer: it waits until it is asked for. */
const fewDocuments = 20_000;

/** A whole answer, and what is known of its documents. */
interface Found {
	readonly answer: Answer;
	readonly catalog: Catalog;
}

export class SearchPage {
	private readonly root: HTMLElement;
	private readonly reader: IndexReader;
	private readonly words: SearchWords;
	private state: SearchState;
	/** Counts the searches: an answer that comes late to an older one is dropped. */
	private turn = 0;
	private found: Found | undefined;
	/** Whole answers, by what was asked. */
	private readonly answered = new Map<string, Found>();
	readonly list: HitList;
	private readonly view: AnswerView;
	private readonly take: Take;
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
		this.list = new HitList(root);
		this.view = new AnswerView(root, words, {
			ask: (query) => this.askFor(query),
			go: (state) => this.go(state),
			showPeople: () => void this.showPeople(),
		});
		this.take = new Take(root, words, (change) =>
			this.go({ ...this.state, ...change }),
		);
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
			this.askFor(query);
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
		const fold = this.part("fold");
		fold.addEventListener("click", () => {
			const isOpen = this.part("side").classList.toggle("open");
			fold.setAttribute("aria-expanded", String(isOpen));
		});
		this.part("clear").addEventListener("click", () =>
			this.go({ ...this.state, chosen: nothingChosen }),
		);
		this.part("more").addEventListener("click", () => void this.showMore());
		this.part("retry").addEventListener("click", () => {
			this.reader.forgetGiven();
			this.ask();
		});
		window.addEventListener("popstate", () => {
			this.state = readState(location.search);
			this.ask();
		});
	}

	/** Another question: what was chosen of the one before is gone. */
	private askFor(query: string): void {
		const { variants, order } = this.state;
		this.go({ ...plainState(query), variants, order });
	}

	private go(state: SearchState): void {
		const same =
			state.query === this.state.query &&
			state.variants === this.state.variants &&
			state.off.join("\n") === this.state.off.join("\n");
		this.state = state;
		try {
			history.pushState(null, "", writeState(state) || location.pathname);
		} catch {
			// Some browsers do not let pages on a disk change their address.
		}
		if (same && this.found)
			void this.show(this.found.answer, this.found.catalog);
		else this.ask();
	}

	private ask(): void {
		const turn = ++this.turn;
		const { query, variants, order, off } = this.state;
		this.list.drop();
		this.part<HTMLInputElement>("query").value = query;
		this.part<HTMLInputElement>("variants").checked = variants;
		this.part<HTMLSelectElement>("order").value = order;
		this.found = undefined;
		this.view.clear();
		this.take.show(undefined);
		if (query.trim() === "") {
			this.setState("idle");
			return;
		}
		this.setState("loading");
		const asked = JSON.stringify([query, variants, off]);
		const known = this.answered.get(asked);
		if (known) {
			void this.show(known.answer, known.catalog);
			return;
		}
		this.part("status").textContent = this.words.loading;
		let part: (() => Promise<void> | undefined) | undefined;
		let waited = false;
		const timer = setTimeout(() => {
			waited = true;
			void part?.();
		}, patience);
		search(this.reader, query, {
			variants,
			off,
			isWanted: () => turn === this.turn,
			onPart: (answer, catalog) => {
				part = () =>
					turn === this.turn && answer.done < answer.all
						? this.show(answer, catalog)
						: undefined;
				return waited ? part() : undefined;
			},
		}).then(
			({ answer, catalog }) => {
				clearTimeout(timer);
				if (turn !== this.turn) return;
				this.keep(asked, { answer, catalog });
				void this.show(answer, catalog);
			},
			(error: unknown) => {
				clearTimeout(timer);
				if (turn === this.turn) this.fail(error);
			},
		);
	}

	private keep(asked: string, found: Found): void {
		// What could not be read is asked for again.
		if (found.answer.missing.length > 0) return;
		const [oldest] = this.answered.keys();
		if (oldest !== undefined && this.answered.size === keptAnswers)
			this.answered.delete(oldest);
		this.answered.set(asked, found);
	}

	private fail(error: unknown): void {
		this.list.drop();
		this.found = undefined;
		this.view.clear();
		this.take.show(undefined);
		this.part("problem").textContent = fromDisk
			? this.words.failedDisk
			: this.words.failed(error instanceof IndexFileError ? error.path : "");
		this.setState("error");
	}

	private setState(state: "idle" | "loading" | "done" | "error"): void {
		this.root.dataset.state = state;
		this.part("trouble").hidden = state !== "error";
		this.part("help").toggleAttribute("open", state === "idle");
		if (state !== "loading") this.settle();
	}

	/** Show what is known: the count at once, the list when its headlines are there. */
	private async show(answer: Answer, catalog: Catalog): Promise<void> {
		const { state, reader, words, turn } = this;
		const complete = answer.done === answer.all;
		if (state.chosen.person.length > 0) {
			try {
				await reader.people();
			} catch (error) {
				if (turn === this.turn) this.fail(error);
			}
			if (turn !== this.turn || !reader.knowsPeople) return;
		}
		const hits = filterHits(answer.hits, catalog, state.chosen);
		const context = { reader, catalog, terms: answer.terms, state, words };
		this.found = { answer, catalog };
		this.setState("loading");
		const shown = this.list.show(context, hits, complete);
		// Headlines are asked for before anything is drawn.
		shown.catch(() => undefined);
		await nextTask();
		if (turn !== this.turn) return;
		this.view.showCounts(answer, hits.length, state);
		// Filters would be drawn for nothing while the counts still grow.
		if (complete)
			this.view.showFacets(answer, catalog, state, reader.knowsPeople);
		try {
			if (!(await shown) || !complete) return;
			if (catalog.columns.day.length <= fewDocuments) void this.showPeople();
			const sorted = () => sortHits(hits, catalog, state.order);
			const ask = (query: string) => this.otherHits(query, state);
			const textOf = (document: number, id: string) =>
				textOfHit(reader, document, id);
			const common = { reader, catalog, answer, state, words };
			this.take.show({ ...common, sorted, ask, textOf });
			this.setState("done");
			this.list.settle();
		} catch (error) {
			if (turn === this.turn) this.fail(error);
		}
	}

	/** Add the filter by people to the others. */
	private async showPeople(): Promise<void> {
		const { found, state, reader } = this;
		if (reader.knowsPeople || !found) return;
		try {
			await reader.people();
			if (found === this.found && state === this.state)
				this.view.showFacets(found.answer, found.catalog, state, true);
		} catch (error) {
			if (!(error instanceof IndexFileError)) throw error;
			this.part("people").textContent = this.words.takeFailed(error.message);
		}
	}

	/** The hits of another question, under the filters of this one. */
	private async otherHits(
		query: string,
		{ variants, chosen }: SearchState,
	): Promise<readonly Hit[]> {
		const { answer, catalog } = await search(this.reader, query, { variants });
		const [lost] = answer.missing;
		// A part of the numbers must not pass for all of them.
		if (lost) throw new Error(lost.reason);
		return filterHits(answer.hits, catalog, chosen);
	}

	private async showMore(): Promise<void> {
		const { turn } = this;
		this.setState("loading");
		try {
			await this.list.showMore();
			if (turn === this.turn) this.setState("done");
		} catch (error) {
			if (turn === this.turn) this.fail(error);
		}
	}
}
