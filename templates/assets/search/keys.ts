/** The keyboard: `/` and Ctrl-K or ⌘K go to the search box, arrows walk the hits. */

/**
 * @param box where the keys for searching lead.
 * @param links the hits that the arrows walk, as they are at that moment.
 * @param above the box that the hits belong to: the arrows come from it and go back to it.
 */
export function listenToKeys(
	box: HTMLInputElement | null,
	links: () => readonly HTMLElement[],
	above: HTMLInputElement | null = box,
): void {
	document.addEventListener("keydown", (event) => {
		if (isComposing(event)) return;
		const wanted =
			(event.key === "/" && !isTyping(event.target) && !hasModifier(event)) ||
			(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
		if (wanted && box) {
			event.preventDefault();
			box.focus();
			box.select();
			return;
		}
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		const all = links();
		const at = all.indexOf(document.activeElement as HTMLElement);
		if (at === -1 && document.activeElement !== above) return;
		const next =
			event.key === "ArrowDown" ? all[at + 1] : (all[at - 1] ?? above);
		if (!next) return;
		event.preventDefault();
		next.focus();
	});
}

/** Keys that an input method takes for itself: it walks its own list with the arrows. */
export function isComposing(event: KeyboardEvent): boolean {
	// Safari ends the composition before the key that ended it; its code is always this.
	return event.isComposing || event.keyCode === 229;
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable ||
			/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

function hasModifier(event: KeyboardEvent): boolean {
	return event.ctrlKey || event.metaKey || event.altKey;
}
