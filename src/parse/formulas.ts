/** Formulas of a page, which libraries write anew: what they read like is not what a reader sees of them. */
import { attribute, type Element, hasClass, isElement } from "./html.ts";
import type { Text } from "./page-parts.ts";

/**
 * Keep a formula of which nothing was found in the main block where the text before or behind it belongs to the block: a
 * sentence without its formulas says something else.
 *
 * @param kept for each text whether it is part of the block; `undefined` for white space. Changed in place.
 */
export function keepFormulas(
	texts: readonly Text[],
	kept: (boolean | undefined)[],
): void {
	const formulas = texts.map(formulaAround);
	for (let from = 0; from < texts.length; from++) {
		const formula = formulas[from];
		if (!formula) continue;
		let to = from + 1;
		while (formulas[to] === formula) to++;
		const own = kept.slice(from, to);
		const isBeside = isKept(kept, from - 1, -1) || isKept(kept, to, 1);
		if (isBeside && !own.includes(true))
			for (let at = from; at < to; at++)
				kept[at] = isShown(texts[at], formula) && kept[at] !== undefined;
		from = to - 1;
	}
}

/** Whether the nearest text that is no white space, from `at` on, is kept. */
function isKept(
	kept: readonly (boolean | undefined)[],
	at: number,
	step: 1 | -1,
): boolean {
	let place = at;
	while (place >= 0 && place < kept.length && kept[place] === undefined)
		place += step;
	return kept[place] === true;
}

function formulaAround(text: Text): Element | undefined {
	let outermost: Element | undefined;
	for (let node = text.parentNode; isElement(node); node = node.parentNode)
		if (isFormula(node)) outermost = node;
	return outermost;
}

function isFormula(element: Element): boolean {
	return (
		/^(?:math|mjx-container)$/.test(element.tagName) ||
		attribute(element, "data-math") !== undefined ||
		hasClass(element, /^(?:katex(?:-display)?|MathJax(?:_Display|_SVG)?)$/)
	);
}

/** KaTeX tells each formula twice, once for programs that read aloud. */
function isShown(text: Text | undefined, formula: Element): boolean {
	for (
		let node = text?.parentNode;
		isElement(node) && node !== formula;
		node = node.parentNode
	)
		if (hasClass(node, "katex-mathml") || node.tagName === "annotation")
			return false;
	return true;
}
