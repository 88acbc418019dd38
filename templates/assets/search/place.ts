/** Back to the list of hits: as many as were shown, and where the reader was. */

interface Noted {
	readonly shown?: number;
	/** The hit at the top of the window, and how far above its edge it begins, in pixels. */
	readonly top?: readonly [id: string, offset: number];
}

/** Kept with the page's entry in the browser's history. */
export class Place {
	private readonly before: Noted;
	private isRestored = false;

	constructor() {
		this.before = (history.state as Noted | null) ?? {};
		let timer: ReturnType<typeof setTimeout> | undefined;
		const note = () => {
			const top = topOfWindow();
			if (this.isRestored && top) this.write({ top });
		};
		addEventListener("scroll", () => {
			clearTimeout(timer);
			timer = setTimeout(note, 150);
		});
		// A click may lead away before the timer ends.
		addEventListener("click", note, { capture: true });
	}

	/** Hits that were shown when the page was left; 0 where it was not. */
	get shown(): number {
		return this.isRestored ? 0 : (this.before.shown ?? 0);
	}

	/** More hits are shown. */
	note(shown: number): void {
		this.write({ shown });
	}

	/** Go to where the reader was, the first time that hits are shown. */
	restore(list: HTMLElement): void {
		if (this.isRestored) return;
		this.isRestored = true;
		const [id, offset] = this.before.top ?? [];
		const item = [...list.children].find(
			(one) => one.getAttribute("data-article-id") === id,
		);
		if (item && offset !== undefined)
			scrollBy(0, item.getBoundingClientRect().top - offset);
	}

	private write(noted: Noted): void {
		history.replaceState({ ...(history.state as Noted | null), ...noted }, "");
	}
}

function topOfWindow(): Noted["top"] {
	for (const item of document.querySelectorAll("li[data-article-id]")) {
		const { top, bottom } = item.getBoundingClientRect();
		if (bottom > 0)
			return [item.getAttribute("data-article-id") ?? "", Math.round(top)];
	}
	return undefined;
}
