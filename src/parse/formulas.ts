/** Formulas of a page: told in TeX where the page has it, else as they are shown. */
import type { Removed } from "./envelope.ts";
import {
	attribute,
	type Element,
	findElement,
	hasClass,
	isElement,
	plainText,
} from "./html.ts";
import { inOneLine, type Text } from "./page-parts.ts";

/**
 * Write the TeX that a formula names as its source in the place of its glyphs, which in a row say something else (x² becomes
 * x2), or of its picture.
 *
 * @param html that `tree` was made of.
 * @returns what went for it; `undefined` where there is no such formula.
 */
export function tellInTex(tree: Element, html: string): Removed | undefined {
	if (!mayHoldTex.test(html)) return undefined;
	const glyphs: string[] = [];
	const images: Element[] = [];
	let count = 0;
	const look = (element: Element): void => {
		const tex = texOf(element);
		if (tex === undefined) {
			for (const child of element.childNodes) if (isElement(child)) look(child);
			return;
		}
		count++;
		if (element.tagName === "img") images.push({ ...element });
		else glyphs.push(plainText(element));
		const attrs = [{ name: "data-math", value: tex }];
		Object.assign(element, { tagName: "code", nodeName: "code", attrs });
		element.childNodes = [
			{ nodeName: "#text", value: tex, parentNode: element } as Text,
		];
	};
	look(tree);
	return count === 0
		? undefined
		: { rule: "parse/formula", text: inOneLine(glyphs), images };
}

const mayHoldTex =
	/katex|<math|data-(?:math|latex|tex|entry)=|alt=["'][^"']*[\\^_]|class=["']?(?:latex|tex|mwe-)/i;

function texOf(element: Element): string | undefined {
	const named = ["data-math", "data-latex", "data-tex", "data-entry"]
		.map((name) => attribute(element, name)?.trim())
		.find((own) => own !== undefined && own !== "");
	if (named !== undefined && isFormulaBox(element)) return named;
	if (element.tagName === "math" || hasClass(element, "katex"))
		return attribute(element, "alttext")?.trim() ?? annotated(element);
	if (element.tagName !== "img") return undefined;
	const alt = attribute(element, "alt")?.trim() ?? "";
	const isTex =
		/\\(?:[a-zA-Z]{2,})|[_^]\{/.test(alt) ||
		(alt !== "" && hasClass(element, /^(?:latex|tex|mwe-math-\S+)$/));
	return isTex ? alt : undefined;
}

/** What MathML tells beside itself. */
function annotated(formula: Element): string | undefined {
	const note = findElement(
		formula,
		(own) =>
			own.tagName === "annotation" &&
			/tex/i.test(attribute(own, "encoding") ?? ""),
	);
	const tex = note && plainText(note);
	return tex === "" ? undefined : tex;
}

/** A box with a formula and nothing else. */
function isFormulaBox(element: Element): boolean {
	return (
		isFormula(element) ||
		hasClass(
			element,
			/(?:^|-)(?:math|tex|latex|katex|formula|equation)(?:-|$)/i,
		) ||
		element.childNodes.some((child) => isElement(child) && isFormula(child))
	);
}

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
