/** What WordPress writes into the texts of its posts, and turns into HTML only when it shows them. */

/** Elements that WordPress leaves alone: lines around them are no paragraphs. */
const blockTag =
	/<\/?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|figure|figcaption|section|article|aside|header|footer|form|hr|dl|dt|dd|details|iframe|video|audio|script|style)\b/i;

/**
 * The HTML of a post: where it is written in bare lines, empty lines part paragraphs and single ones are breaks, as `wpautop`
 * of WordPress has it; captions become figures.
 */
export function paragraphsOfLines(text: string): string {
	const captioned = text.replace(caption, figureOf);
	// Blocks and whole paragraphs are written out already.
	if (/<!-- wp:|<p[\s>]/i.test(captioned)) return captioned;
	return captioned
		.split(/\n[ \t]*\n+/)
		.map((part) =>
			blockTag.test(part)
				? part
				: `<p>${part.trim().replaceAll("\n", "<br>")}</p>`,
		)
		.join("\n");
}

/** `[caption …]<img …> words[/caption]`, also `[wp_caption]`. */
const caption =
	/\[(?:wp_)?caption\b([^\][]*)\]((?:(?!\[(?:wp_)?caption\b)[\s\S])*?)\[\/(?:wp_)?caption\]/g;

function figureOf(_whole: string, attributes: string, inner: string): string {
	const [, picture = "", words = ""] =
		/^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(
			inner,
		) ?? ["", "", inner];
	const stated = /\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? "";
	return `<figure>${picture}<figcaption>${words.trim() || stated}</figcaption></figure>`;
}
