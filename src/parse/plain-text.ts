/** Plain text: nothing in it is markup. */

/** HTML that shows `text` as it is written: empty lines part paragraphs, and so does every line where none is empty. */
export function textToHtml(text: string): string {
	const byBlank = text.split(/\n[ \t\u3000]*\n+/).filter(isSaid);
	const parts = byBlank.length > 1 ? byBlank : text.split("\n").filter(isSaid);
	return parts.map((part) => `<p>${escaped(part.trim())}</p>`).join("\n");
}

function isSaid(part: string): boolean {
	return part.trim() !== "";
}

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll("\n", "<br>");
}
