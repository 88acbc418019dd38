import type { Credit } from "../domain/article.ts";
import {
	attribute,
	type Element,
	findElement,
	findElements,
	plainText,
} from "../parse/html.ts";
import { type SourceAdapter, splitNames } from "./adapter.ts";

/**
 * The New York Times, Chinese edition.
 *
 * `<address>` is the byline, `<time pudate="2023-03-02 11:17:17">` the stamp on Beijing's clock
 * without saying so, `<section>` the text, `<cite>` in a caption the photographer. The `<footer>`
 * holds contributors, biographies, the translator and the link to the English original: none of
 * it is the article's text.
 */
export const nytChinese: SourceAdapter = {
	source: {
		id: "nyt-chinese",
		name: "纽约时报中文网",
		homepage: "https://cn.nytimes.com/",
		zone: "Asia/Shanghai",
		language: "zh-Hans",
	},
	hosts: ["cn.nytimes.com", "cn.nytstyle.com", "m.cn.nytimes.com"],
	names: ["纽约时报", "紐約時報", "纽约时报中文网", "NYT"],
	stamp(element) {
		if (element.tagName !== "time") return undefined;
		const read = attribute(element, "pudate") ?? attribute(element, "datetime");
		return read === undefined ? undefined : { text: read, read };
	},
	byline(element) {
		return element.tagName === "address"
			? splitNames(plainText(element))
			: undefined;
	},
	credits(element) {
		if (element.tagName !== "footer") return undefined;
		const lines = findElements(element, ({ tagName }) => tagName === "p");
		return (lines.length === 0 ? [element] : lines).flatMap(creditOf);
	},
};

function creditOf(line: Element): readonly Credit[] {
	const text = plainText(line);
	if (text === "") return [];
	const link = findElement(line, ({ tagName }) => tagName === "a");
	const href = link && attribute(link, "href");
	const role = roleOf(text);
	return [{ role, text, ...(role === "original" && href ? { href } : {}) }];
}

function roleOf(text: string): Credit["role"] {
	if (/^(?:翻译|翻譯|译者|譯者)[：:]/.test(text)) return "translator";
	if (/英文版|English/.test(text)) return "original";
	if (/研究.{0,4}(?:贡献|貢獻)/.test(text)) return "researcher";
	if (/(?:贡献|貢獻|自\S{2,8}报道|自\S{2,8}報道)。?$/.test(text))
		return "contributor";
	return "biography";
}
