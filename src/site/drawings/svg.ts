/** The few pieces of SVG that the drawings share. */

/** Text for element content and attributes. */
export function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

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

/** One drawing: an image to assistive technology, named and described, without interactive parts. */
export function drawing(
	{ id, title, description }: Legend,
	width: number,
	height: number,
	className: string,
	content: string,
): string {
	return (
		`<svg class="${className}" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" ` +
		`role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">` +
		`<title id="${id}-title">${escapeXml(title)}</title>` +
		`<desc id="${id}-desc">${escapeXml(description)}</desc>${content}</svg>`
	);
}
