/** What Obsidian and its like write beside Markdown, as Markdown. */

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;

export const wikiSign = /\[\[|==|\[!|%%|\^|__|[ \t]=\d*%?x\d*/;

/**
 * Links by name, embedded files, emphasis by underscores, highlights, callouts, comments and names of blocks.
 *
 * @param prose no code is in it.
 */
export function wikiSyntax(prose: string): string {
	if (!wikiSign.test(prose)) return prose;
	return (
		prose
			.replace(/!\[\[([^[\]\n]{1,300})\]\]/g, (_all, inner: string) =>
				embedded(inner),
			)
			.replace(/\[\[([^[\]\n]{1,300})\]\]/g, (_all, inner: string) =>
				shownName(inner),
			)
			.replace(
				/(^|[^=])==(?=[^\s=])([^\n=]{1,500}?)(?<=\S)==(?!=)/g,
				"$1<mark>$2</mark>",
			)
			// `> [!note]- Title`: the title is a line of the quotation.
			.replace(
				/^([ \t]*(?:>[ \t]*)+)\[!([\w-]+)\][-+]?[ \t]*(.*)$/gm,
				(_all, quote: string, _kind: string, title: string) =>
					title.trim() === "" ? quote : `${quote}**${title.trim()}**\n${quote}`,
			)
			// `![](a.png =500x)`, the size of a picture in Wiki.js and HackMD.
			.replace(/(!\[[^\]\n]*\]\([^\s)]+)[ \t]+=\d*%?x\d*%?(?=[ \t]*\))/g, "$1")
			.replace(/%%[^%\n]{0,1000}%%/g, "")
			// Between Han characters no border of a word tells where emphasis begins.
			.replace(
				/(?<=[\p{Script=Han}\p{P}\s]|^)(?<!_)__(?=[^\s_])([^_\n]{1,300}?)(?<=[^\s_])__(?!_)(?=[\p{Script=Han}\p{P}\s]|$)/gmu,
				"**$1**",
			)
			.replace(/[ \t]+\^[\w-]{1,40}[ \t]*$/gm, "")
	);
}

/** `target|words` → words, `target#place` → target. */
function shownName(inner: string): string {
	const [target = "", words] = inner.split(/\\?\|/);
	if (words !== undefined && words.trim() !== "") return words.trim();
	return (target.split("#").find((part) => part.trim() !== "") ?? "").trim();
}

function embedded(inner: string): string {
	const [target = "", words = ""] = inner.split(/\\?\|/);
	if (!picture.test(target.trim())) return shownName(inner);
	// A number is a width.
	const alt = /^\d+(?:x\d+)?$/.test(words.trim()) ? "" : words.trim();
	return `![${alt}](<${target.trim()}>)`;
}
