/** The box in every page's header: the first hits while typing, all of them on Enter. */
import type { Catalog } from "../../../src/search/catalog.ts";
import { firstHits } from "../../../src/search/query/rank.ts";
import {
	IndexFileError,
	type IndexReader,
} from "../../../src/search/query/reader.ts";
import { type Answer, search } from "../../../src/search/query/search.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import { Abandoned } from "../../../src/search/query/slices.ts";
import { el, pageAt, pageOf, refill } from "./dom.ts";
import { isComposing } from "./keys.ts";
import { notesOf, spellingsOf } from "./reading.ts";
import { plainState, switched, writeState } from "./state.ts";
import type { SearchWords } from "./words.ts";

/** Hits in the list below the box. */
const quickHits = 6;
/** Milliseconds without a key before the index is asked, at least and at most. */
const shortestPause = 200;
const longestPause = 1_500;

export class SearchBox {
	private readonly box: HTMLInputElement;
	private readonly reader: IndexReader;
	private readonly words: SearchWords;
	private readonly list = el("div", { class: "search-quick", hidden: true });
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** Counts the questions: an answer that comes late to an older one is dropped. */
	private turn = 0;
	/** Spellings that are switched off. */
	private off: readonly string[] = [];
	/** Who waits long for an answer is asked less often. */
	private pause = shortestPause;

	constructor(box: HTMLInputElement, reader: IndexReader, words: SearchWords) {
		this.box = box;
		this.reader = reader;
		this.words = words;
		(box.closest("form") ?? box).after(this.list);
		this.listen();
	}

	/** Links in the list below the box. */
	links(): readonly HTMLElement[] {
		const { list } = this;
		return list.hidden ? [] : [...list.querySelectorAll<HTMLElement>("a")];
	}

	private listen(): void {
		const { box, list } = this;
		box.addEventListener("input", (event) => {
			// What is asked now is not what is wanted any more.
			this.cancel();
			this.off = [];
			// Half-typed Pinyin is no query.
			if ((event as InputEvent).isComposing) return;
			this.timer = setTimeout(() => void this.ask(), this.pause);
		});
		box.addEventListener("compositionend", () => void this.ask());
		const outer = list.parentElement ?? list;
		outer.addEventListener("keydown", (event) => {
			if ((event as KeyboardEvent).key !== "Escape") return;
			if (isComposing(event as KeyboardEvent)) return;
			this.close();
			box.focus();
		});
		outer.addEventListener("focusout", (event) => {
			const to = (event as FocusEvent).relatedTarget;
			if (!(to instanceof Node && outer.contains(to))) this.close();
		});
	}

	private cancel(): void {
		this.turn++;
		clearTimeout(this.timer);
	}

	private close(): void {
		this.cancel();
		this.list.hidden = true;
		refill(this.list);
	}

	private async ask(): Promise<void> {
		this.cancel();
		const { turn, off, reader } = this;
		const query = this.box.value.trim();
		if (query === "") return this.close();
		const isWanted = () => turn === this.turn;
		const began = performance.now();
		try {
			const options = { variants: true, off, isWanted };
			const { answer, catalog } = await search(reader, query, options);
			const best = firstHits(answer.hits, catalog, "relevance", quickHits);
			const links = await Promise.all(
				best.map((hit) => this.linkTo(hit, catalog, query)),
			);
			if (isWanted()) this.show(query, answer, links);
		} catch (error) {
			if (error instanceof Abandoned || !isWanted()) return;
			const path = error instanceof IndexFileError ? error.path : "";
			refill(this.list, this.linkToAll(query, this.words.failed(path)));
			this.list.hidden = false;
		}
		const spent = performance.now() - began;
		this.pause = Math.min(Math.max(shortestPause, 2 * spent), longestPause);
	}

	private show(
		query: string,
		answer: Answer,
		links: readonly HTMLElement[],
	): void {
		const { words, off } = this;
		const spellings = spellingsOf(answer, off, (spelling) => {
			this.off = switched(off, spelling);
			void this.ask();
		});
		const notes = notesOf(answer, words);
		const found = answer.hits.length;
		refill(
			this.list,
			...links,
			spellings.length > 0 &&
				el("div", { class: "search-spellings" }, words.also, ...spellings),
			notes.length > 0 && el("p", {}, notes.join(" ")),
			this.linkToAll(
				query,
				found === 0 ? words.none : words.allHits(String(found)),
			),
		);
		this.list.hidden = false;
	}

	private async linkTo(
		{ document }: Hit,
		{ columns, languages }: Catalog,
		query: string,
	): Promise<HTMLElement> {
		const { id, headline } = await this.reader.nameOf(document);
		const address = pageOf(id);
		address.search = this.stateOf(query);
		const lang = languages[columns.language[document] ?? -1];
		return el("a", { href: address.href, lang }, headline);
	}

	private linkToAll(query: string, text: string): HTMLElement {
		const address = pageAt("search.html");
		address.search = this.stateOf(query);
		return el("a", { href: address.href, class: "search-quick-all" }, text);
	}

	private stateOf(query: string): string {
		return writeState({ ...plainState(query), off: this.off });
	}
}
