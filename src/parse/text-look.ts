/** What a text without anything around it tells of itself. */

/** Whether a body is written in HTML: a tag that ends, or references and no line breaks of its own. */
export function looksLikeHtml(text: string): boolean {
	return /<(?:\/(?:p|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|table|blockquote|figure|section|article)|br ?\/?|img [^<>]*|p|p [^<>]*|hr ?\/?)>/i.test(
		text.slice(0, 200_000),
	);
}

/** What stands for the headline of a text that has none: its first line, or the first sentence of that. */
export function openingOf(body: string): string {
	const [line = ""] = body
		.replace(/<[^>]*>/g, "\n")
		.trim()
		.split("\n", 1);
	if (line.length <= longOpening) return line;
	const [sentence = line] = /^.*?[。！？!?]/.exec(line) ?? [];
	return sentence.length <= longOpening
		? sentence
		: `${line.slice(0, longOpening)}…`;
}

const longOpening = 60;
