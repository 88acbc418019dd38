/** Addresses that a text itself tells: `原文链接：https://…`, `> 本文永久链接：[…](…)`. */
import { type Found, linesBefore } from "./found.ts";

/** Of the text itself, the more telling first. */
const own =
	"本文永久链接|本文永久鏈接|永久链接|永久鏈接|永久連結|本文链接|本文鏈接|本文連結|本文地址|文章链接|文章鏈接|文章連結|文章地址";
/** Of a text elsewhere: this one, unless it is a translation of it. */
const originals =
	"原文链接|原文鏈接|原文連結|原文地址|原文网址|原文網址|原文出处|原文|查看原文";
/** What a program that keeps pages writes before that: `本文由 [某某](…) 转码， 原文地址 [example.org](…)`. */
const keeper =
	"本文由[^\\n]{0,120}?(?:转码|轉碼|抓取|剪藏|收藏|保存)[^\\n]{0,20}?[，,;；][ \\t]*";
/** What may lead anywhere, but not right below a headline. */
const loose =
	"网址|網址|链接|鏈接|連結|来源链接|來源連結|URL|Link|Source URL|Original(?: link| URL)?";

const lineOf = (labels: string, before = "") =>
	new RegExp(
		`^(?:<[^<>]*>|[\\s>*#_-])*${before}(?:${labels})(?:[*_\\s]*[：:][*_\\s]*|[*_ \\t]+(?=\\[|<a\\s))(?:\\[[^\\]\\n]{0,500}\\]\\(\\s*<?(https?:[^)\\s>]+)|<a\\s[^<>]*?href\\s*=\\s*["']?(https?:[^"'\\s>]+)|<?(https?://[^\\s<>)\\]]+))`,
		"imu",
	);
const [ownLine, originalLine, looseLine] = [own, originals, loose].map(
	(labels) => lineOf(labels),
);
const keptLine = lineOf(originals, keeper);

/** Where a link is called like the host that it leads to: `_Source_ [example.org](https://example.org/a/1)`. */
const hostLine =
	/^[\s>*#_-]*(?:Source|Via|来源|來源|出处|出處)[*_\s：:]+\[(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})\/?\]\((https?:\/\/(?:www\.)?\1\/[^)\s]{2,})\)[*_\s]*$/imu;
/** A quick look for any of these labels, which hardly a text has: to ask for each where it stands takes much longer. */
const anyLabel =
	/址|[链鏈連][接結]|原文|出[处處]|[来來]源|URL|Link|Original|Source|Via/iu;
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
	if (!anyLabel.test(start) && !anyLabel.test(end)) return undefined;
	const isTranslated = translated.test(start) || translated.test(end);
	for (const [pattern, part] of [
		[keptLine, start],
		[ownLine, start],
		[ownLine, end],
		...(isTranslated
			? []
			: ([
					[originalLine, start],
					[looseLine, start],
					[originalLine, end],
					[hostLine, start],
					[hostLine, end],
				] as const)),
	] as const) {
		const found = pattern?.exec(part);
		const address = found?.slice(1).findLast((group) => group !== undefined);
		if (pattern === originalLine && isOneOfMany(text, address)) continue;
		if (address !== undefined && !shortCopy.test(address))
			return {
				text: address,
				line: line + linesBefore(text, text.indexOf(address)),
			};
	}
	return undefined;
}

/** Whether other addresses stand behind the same labels: each is that of a part of a digest. */
function isOneOfMany(text: string, address: string | undefined): boolean {
	if (address === undefined || originalLine === undefined) return false;
	const all = new RegExp(originalLine, "gimu");
	for (const found of text.matchAll(all)) {
		const own = found.slice(1).findLast((group) => group !== undefined);
		if (own !== undefined && own !== address) return true;
	}
	return false;
}
