/** The list of hits: so many at first, more as the reader comes near them or asks for them. */
import { firstHits } from "../../../src/search/query/rank.ts";
import type { Hit } from "../../../src/search/query/search-segment.ts";
import { refill } from "./dom.ts";
import { type HitContext, hitItems, whenNear } from "./hits.ts";
import { Place } from "./place.ts";

/** Hits that are shown before a reader asks for more, and those that are drawn before the reader comes near the rest. */
const pageSize = 10;
const drawnFirst = 5;

export class HitList {
	private readonly list: HTMLElement;
	private readonly more: HTMLElement;
	private context: HitContext | undefined;
	/** Those that fit the filters, in no order. */
	private hits: readonly Hit[] = [];
	private shown = 0;
	/** Counts what was drawn: names that come late to an older list are dropped. */
	private turn = 0;
	/** Settles when no more hits are being drawn. */
	private growing: Promise<void> = Promise.resolve();
	/** How far down the list the reader was when the page was left. */
	private readonly place = new Place();

	constructor(root: HTMLElement) {
		this.list = root.querySelector('[data-part="hits"]') as HTMLElement;
		this.more = root.querySelector('[data-part="more"]') as HTMLElement;
	}

	/** Links of the hits, in order. */
	links(): HTMLAnchorElement[] {
		return [...this.list.querySelectorAll<HTMLAnchorElement>("h2 a")];
	}

	/** What is still on its way belongs to an answer that is gone. */
	drop(): void {
		this.turn++;
		this.context = undefined;
		this.shown = 0;
	}

	/**
	 * Show hits instead of those before.
	 *
	 * @param complete whether these are all.
	 * @returns whether they are shown: others may have come meanwhile.
	 * @throws when a file of the index cannot be read.
	 */
	async show(
		context: HitContext,
		hits: readonly Hit[],
		complete: boolean,
	): Promise<boolean> {
		const turn = ++this.turn;
		const { state, catalog } = context;
		const again = this.context && !complete ? this.shown : this.place.shown;
		this.context = context;
		this.hits = hits;
		const count = state.all ? hits.length : Math.max(drawnFirst, again);
		const first = firstHits(hits, catalog, state.order, count);
		const items = await hitItems(context, first);
		if (turn !== this.turn) return false;
		refill(this.list, ...items);
		this.shown = items.length;
		this.showLeft();
		return true;
	}

	/** All are there: go to where the reader was, and draw on from there. */
	settle(): void {
		this.place.restore(this.list);
		whenNear(this.more, () => void this.grow(pageSize));
	}

	/** @throws when a file of the index cannot be read. */
	async showMore(): Promise<void> {
		const from = Math.max(this.shown, pageSize);
		await this.grow(from + pageSize);
		this.links()[from]?.focus();
	}

	/** Draw more hits, until so many are shown; after those that are being drawn. */
	private grow(count: number): Promise<void> {
		const { turn } = this;
		this.growing = this.growing
			.catch(() => undefined)
			.then(async () => {
				const { shown, context } = this;
				if (!context || turn !== this.turn || shown >= count) return;
				const { catalog, state } = context;
				const first = firstHits(this.hits, catalog, state.order, count);
				const items = await hitItems(context, first.slice(shown));
				if (turn !== this.turn) return;
				this.list.append(...items);
				this.shown += items.length;
				this.place.note(this.shown);
				this.showLeft();
			});
		return this.growing;
	}

	private showLeft(): void {
		const left = this.hits.length - this.shown;
		const { words } = this.context as HitContext;
		this.more.hidden = left === 0;
		this.more.textContent = words.more(String(Math.min(left, pageSize)));
	}
}
