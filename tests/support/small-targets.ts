/**
 * In a page: what a finger must hit and is smaller than 44 px (WCAG 2.5.5). Not meant are links inside a sentence, what a label
 * around it makes larger, and squares of drawings, whose days and months are also listed.
 */
export function smallTargets(): string[] {
	const least = 44;
	const isInSentence = (element: Element): boolean => {
		const { display } = getComputedStyle(element);
		if (!element.matches("a") || !display.startsWith("inline")) return false;
		const block = element.closest(
			"p, li, dd, dt, td, th, h1, h2, h3, figcaption, span",
		);
		const lengthOf = (one: Element | null) =>
			one?.textContent?.replace(/\s+/g, "").length ?? 0;
		const links = [...(block?.querySelectorAll("a") ?? [])]
			.map(lengthOf)
			.reduce((sum, length) => sum + length, 0);
		// A few signs more are a number or a mark, and no sentence.
		return lengthOf(block) > links + 4;
	};
	return [
		...document.querySelectorAll("a, button, select, input, textarea, summary"),
	].flatMap((element) => {
		const label = element.closest("label");
		const target = element.matches("input") && label ? label : element;
		const { width, height } = target.getBoundingClientRect();
		const isShown =
			width > 1 &&
			height > 1 &&
			element.checkVisibility({ visibilityProperty: true }) &&
			!element.closest("svg, .skip, .visually-hidden");
		if (!isShown || isInSentence(element)) return [];
		// Half a pixel is how it is rounded.
		if (width >= least - 0.5 && height >= least - 0.5) return [];
		return [
			`${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 20)}” in .${target.parentElement?.className} ${Math.round(width)}×${Math.round(height)}`,
		];
	});
}
