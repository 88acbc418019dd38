/** Addresses that a text itself tells: `原文链接：https://…`, `> 本文永久链接：[…](…)`. */
import { type Found, linesBefore } from "./found.ts";

/** Of the text itself, the more telling first. */
const own =
	"本文永久链接|本文永久鏈接|永久链接|永久鏈接|永久連結|本文链接|本文鏈接|本文連結|本文地址|文章链接|文章鏈接|文章連結|文章地址";
/** Of a text elsewhere: this one, unless it is a translation of it. */
const originals =
	"原文链接|原文鏈接|原文連結|原文地址|原文网址|原文網址|原文出处|原文";
/** What may lead anywhere, but not right below a headline. */
const loose =
	"网址|網址|链接|鏈接|連結|来源链接|來源連結|URL|Link|Source URL|Original(?: link| URL)?";

const lineOf = (labels: string) =>
	new RegExp(
		`^(?:<[^<>]*>|[\\s>*#_-])*(?:${labels})[*_\\s]*[：:][*_\\s]*(?:\\[[^\\]\\n]{0,500}\\]\\(\\s*<?(https?:[^)\\s>]+)|<a\\s[^<>]*?href\\s*=\\s*["']?(https?:[^"'\\s>]+)|<?(https?://[^\\s<>)\\]]+))`,
		"imu",
	);
const [ownLine, originalLine, looseLine] = [own, originals, loose].map(lineOf);
/** Somebody else wrote the original. */
const translated =
	/^(?:<[^<>]*>|[\s>*#_-])*(?:译者|譯者|译文|譯文|翻译|翻譯)[^\n]{0,20}[：:|｜]/mu;

/** A copy whose address does not tell what it is of. */
const shortCopy =
	/^https?:\/\/archive\.(?:ph|today|is|li|vn|md|fo)\/\w{4,6}\/?$/i;

/** Lines at the beginning and characters at the end that are looked at. */
const firstLines = 15;
const lastCharacters = 1_500;

/** The address that stands in one of the first lines, or with a label that leaves no doubt in the last. */
export function addressInText({ text, line }: Found): Found | undefined {
	const start = text
		.slice(0, 6_000)
		.trimStart()
		.split("\n", firstLines)
		.join("\n");
	const end = text.slice(-lastCharacters);
	const isTranslated = translated.test(start) || translated.test(end);
	for (const [pattern, part] of [
		[ownLine, start],
		[ownLine, end],
		...(isTranslated
			? []
			: ([
					[originalLine, start],
					[looseLine, start],
					[originalLine, end],
				] as const)),
	] as const) {
		const found = pattern?.exec(part);
		const address = found?.slice(1).find((group) => group !== undefined);
		if (address !== undefined && !shortCopy.test(address))
			return {
				text: address,
				line: line + linesBefore(text, text.indexOf(address)),
			};
	}
	return undefined;
}
