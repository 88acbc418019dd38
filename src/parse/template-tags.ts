/** Tags of the programs that make sites of Markdown: Liquid (Jekyll), Nunjucks (Hexo), Hugo's shortcodes. */
import type { Removed } from "./envelope.ts";
import { rewriteOutsideCode } from "./outside-code.ts";

/**
 * Text without template tags: what they highlight is code, what they quote a quotation, pictures are pictures, and what stands
 * between two of them stays. Everything else of them is nothing that a reader saw, and is recorded.
 */
export function withoutTemplateTags(text: string): {
	readonly text: string;
	readonly removed: readonly Removed[];
} {
	const removed: Removed[] = [];
	if (!/\{[%{:<.#\w]/.test(text) && !/^\[TOC\]/im.test(text))
		return { text, removed };
	const drop = (tag: string) => {
		removed.push({ rule: "parse/template-tag", text: tag });
		return "";
	};
	const fenced = codeBlocks(text);
	const plain = rewriteOutsideCode(fenced, (prose) =>
		quotations(pictures(prose))
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
			.replace(/^\[TOC\][ \t]*$/gim, drop),
	);
	return { text: plain, removed };
}

/** `{% highlight x %}`, `{% codeblock %}`, `{{< highlight x >}}` and their ends. */
function codeBlocks(text: string): string {
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
