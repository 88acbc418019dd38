/** The few pieces of SVG that the drawings share. */
import { escapeMarkup } from "../../base/plain-text.ts";

/** A coordinate with one decimal at most: the same on every machine. */
export function round(value: number): string {
	const text = value.toFixed(1);
	return text.endsWith(".0") ? text.slice(0, -2) : text.replace("-0.0", "0");
}

/** What a drawing is and says, for those who do not see it. */
export interface Legend {
	/** Unique in the page; the ids of title and description are made of it. */
	readonly id: string;
	readonly title: string;
	/** The whole content in words. */
	readonly description: string;
}

/**
 * One drawing: a group with a name and a description. Its content may hold links, so it is no image: assistive technology would
 * not look inside one.
 */
export function drawing(
	{ id, title, description }: Legend,
	className: string,
	[width, height]: readonly [width: number, height: number],
	content: string,
): string {
	return (
		`<svg class="${className}" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" ` +
		`role="group" aria-labelledby="${id}-title" aria-describedby="${id}-desc" xmlns="http://www.w3.org/2000/svg">` +
		`<title id="${id}-title">${escapeMarkup(title)}</title>` +
		`<desc id="${id}-desc">${escapeMarkup(description)}</desc>${content}</svg>`
	);
}

/** A target that fingers can hit: 24 CSS pixels across (WCAG 2.2, 2.5.8). */
export const targetRadius = 12;

/**
 * A dot that leads to a place of the page. Its name is read out, and shown by browsers where a pointer rests on it.
 *
 * @param shapes what is seen, as SVG.
 */
export function linkedDot(
	{
		href,
		name,
		x,
		y,
	}: {
		readonly href: string;
		readonly name: string;
		readonly x: number;
		readonly y: number;
	},
	shapes: string,
): string {
	return (
		`<a class="dot" href="${escapeMarkup(href)}" aria-label="${escapeMarkup(name)}"><title>${escapeMarkup(name)}</title>` +
		`<circle class="dot-target" cx="${round(x)}" cy="${round(y)}" r="${targetRadius}" fill="none"/>${shapes}</a>`
	);
}
