/** Tags of the programs that make sites of Markdown: Liquid (Jekyll), Nunjucks (Hexo), Hugo's shortcodes. */
import type { Removed } from "./envelope.ts";

/**
 * Prose without template tags: what they quote is a quotation, pictures are pictures, players what they play, and what stands
 * between two of them stays. Everything else of them is nothing that a reader saw, and goes into `removed`.
 *
 * @param prose no code is in it.
 */
export function withoutTemplateTags(prose: string, removed: Removed[]): string {
	if (!templateTag.test(prose)) return prose;
	const drop = (tag: string) => {
		removed.push({ rule: "parse/template-tag", text: tag });
		return "";
	};
	return (
		quotations(players(pictures(prose)))
			.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, "")
			.replace(/\{%(?:(?!\{%)[\s\S]){0,2000}?%\}/g, drop)
			.replace(/\{\{[<%](?:(?!\{\{)[\s\S]){0,2000}?[>%]\}\}/g, drop)
			.replace(/\{\{[^{}\n]{0,500}\}\}/g, drop)
			// Attributes as kramdown, pandoc and Wiki.js write them: `[words]{.class}`, `# Heading {#place}`, `![](a.png){width=3in}`.
			.replace(/\[([^[\]\n]{1,500})\](?=\{[.#])/g, "$1")
			.replace(/(?:^|(?<=\S))\{:[^{}\n]{0,200}\}[ \t]*$/gm, drop)
			.replace(
				/(?:^|[ \t]|(?<=[^\s{}]))\{[.#][A-Za-z][\w-]*(?:[ \t][^{}\n]{0,200})?\}/gm,
				drop,
			)
			.replace(/(?<=[\])])\{[a-z]+=[^{}\n]{1,200}\}/g, drop)
			.replace(/^\[TOC\][ \t]*$/gim, drop)
	);
}

export const templateTag = /\{[%{:<.#\w]|^\[TOC\]/im;

/** What `{% highlight x %}`, `{% codeblock %}` and `{{< highlight x >}}` hold, as code of Markdown. */
export function codeOfTags(text: string): string {
	return text
		.replace(
			/^[ \t]*\{%-?\s*(highlight|codeblock|code)\b[^%]*%\}[ \t]*\n?((?:(?!\{%-?\s*\1)[\s\S])*?)\n?[ \t]*\{%-?\s*end\1\s*-?%\}/gm,
			(_tag, _name, code: string) => fenced(code),
		)
		.replace(
			/^[ \t]*\{\{[<%]\s*highlight\b[^{}]*\}\}[ \t]*\n?((?:(?!\{\{[<%]\s*highlight)[\s\S])*?)\n?[ \t]*\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/gm,
			(_tag, code: string) => fenced(code),
		);
}

function fenced(code: string): string {
	const longest = Math.max(
		2,
		...(code.match(/`+/g) ?? []).map((run) => run.length),
	);
	const fence = "`".repeat(longest + 1);
	return `\n${fence}\n${code}\n${fence}\n`;
}

/** `{% blockquote NAME %}` and `{% quote %}` of Hexo; the name goes with the quotation. */
function quotations(text: string): string {
	return text.replace(
		/\{%-?\s*(blockquote|quote|pullquote)\b([^%]*)%\}\s*((?:(?!\{%-?\s*\1)[\s\S])*?)\s*\{%-?\s*end\1\s*-?%\}/g,
		(_tag, _name, said: string, inner: string) => {
			const lines = inner.split("\n");
			const who = said.trim();
			if (who !== "") lines.push("", `—— ${who}`);
			return `\n\n${lines.map((line) => `> ${line}`).join("\n")}\n\n`;
		},
	);
}

/** `{% asset_img FILE WORDS %}` of Hexo, `{{< figure src= title= >}}` of Hugo. */
function pictures(text: string): string {
	return text
		.replace(
			/\{%-?\s*(?:asset_img|img)\s+(?:[\w-]+\s+)*?(\S+\.\w{3,4})\s*([^%]*)%\}/g,
			(_tag, file: string, words: string) =>
				`![${words.replace(/["[\]]/g, "").trim()}](${file})`,
		)
		.replace(
			/\{\{[<%]\s*figure\b([\s\S]{0,1000}?)[>%]\}\}/g,
			(_tag, attributes: string) => {
				const said = (name: string) =>
					new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ??
					"";
				const caption = [said("title"), said("caption")]
					.filter((words) => words !== "")
					.join(" ");
				return `\n\n<figure><img src="${said("src")}" alt="${said("alt")}"><figcaption>${caption}</figcaption></figure>\n\n`;
			},
		);
}

/** `{{< youtube ID >}}`, `{{< video src="…" >}}` of Hugo, `{% youtube ID %}`, `{% iframe ADDRESS %}` of Hexo and Jekyll: frames of their players. */
function players(text: string): string {
	return text.replace(
		/\{[{%][<%]?-?\s*(youtube|vimeo|bilibili|video|audio|iframe|embed)\b([^{}]{1,2000}?)\/?\s*-?[>%]?[%}]\}/g,
		(tag, kind: string, words: string) => {
			const address =
				/\b(?:src|url|id)\s*=\s*["']?([^"'\s]+)/.exec(words)?.[1] ??
				/^\s*["']?([^"'\s=]+)/.exec(words)?.[1];
			const page =
				address === undefined || /^(?:https?:)?\//.test(address)
					? address
					: playedAt[kind]?.replace("ID", encodeURIComponent(address));
			return page === undefined
				? tag
				: `\n\n<iframe src="${page.replaceAll('"', "%22")}"></iframe>\n\n`;
		},
	);
}

const playedAt: Readonly<Record<string, string>> = {
	youtube: "https://www.youtube.com/watch?v=ID",
	vimeo: "https://vimeo.com/ID",
	bilibili: "https://www.bilibili.com/video/ID",
};
