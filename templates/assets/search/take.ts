/** Beside the list: the same hits as lines in context or over time, and all of them to take home. */
import type { Given, Results } from "../results/given.ts";
import { loadResults } from "./load.ts";
import { type ResultsView, resultsViews, type SearchState } from "./state.ts";
import type { SearchWords } from "./words.ts";

export class Take {
	private readonly root: HTMLElement;
	private readonly words: SearchWords;
	private given: Given | undefined;
	private turn = 0;

	/** @param go shows the same hits otherwise. */
	constructor(
		root: HTMLElement,
		words: SearchWords,
		go: (change: Partial<SearchState>) => void,
	) {
		this.root = root;
		this.words = words;
		for (const button of root.querySelectorAll<HTMLElement>("[data-view]"))
			button.addEventListener("click", () =>
				go({ view: button.dataset.view as ResultsView }),
			);
		for (const button of root.querySelectorAll<HTMLElement>("[data-format]"))
			button.addEventListener("click", () =>
				this.run((results, given) =>
					results.download(given, button.dataset.format ?? "", (text) =>
						this.tell(text),
					),
				),
			);
		this.part("keep").addEventListener("click", () =>
			this.run(async (results, given) =>
				this.tellKept(results.keepSearch(given)),
			),
		);
		root.addEventListener("results-go", (event) =>
			go((event as CustomEvent<Partial<SearchState>>).detail),
		);
	}

	private part(name: string): HTMLElement {
		return this.root.querySelector(`[data-part="${name}"]`) as HTMLElement;
	}

	private tell(text: string): void {
		this.part("take-status").textContent = text;
	}

	/** @param lasts whether the list outlives the page. */
	private tellKept(lasts: boolean): void {
		const { kept = "", fleeting = "" } = this.part("keep").dataset;
		this.tell(lasts ? kept : fleeting);
		this.part("shelf").hidden = false;
	}

	/** @param given a whole answer; without, nothing is there to be taken. */
	show(given: Given | undefined): void {
		this.turn++;
		this.given = given;
		this.tell("");
		this.part("take").hidden = given === undefined;
		this.part("shelf").hidden = true;
		const view = given?.state.view ?? "list";
		for (const name of resultsViews)
			this.root
				.querySelector(`[data-view="${name}"]`)
				?.setAttribute("aria-pressed", String(name === view));
		this.part("list").hidden = view !== "list";
		const place = this.part("view");
		place.hidden = view === "list";
		if (view === "list") place.replaceChildren();
		else
			void this.run((results, given) =>
				view === "context"
					? results.showContext(given, place)
					: results.showTime(given, place),
			);
	}

	private async run(
		act: (results: Results, given: Given) => Promise<void>,
	): Promise<void> {
		const { given, turn } = this;
		if (!given) return;
		try {
			const isWanted = () => turn === this.turn;
			await act(await loadResults(), { ...given, isWanted });
		} catch (error) {
			if (turn !== this.turn) return;
			this.tell(
				this.words.takeFailed(
					error instanceof Error ? error.message : String(error),
				),
			);
		}
	}
}
