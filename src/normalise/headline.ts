import { parseHtml, shownText } from "../parse/html.ts";
import type { SourceAdapter } from "../sources/adapter.ts";
import { withoutDay } from "./day-in-address.ts";
import { fold, oneLine } from "./text.ts";

/**
 * A headline as people read it: references such as `&#38;` resolved (twice, for titles that were
 * escaped twice), one line, no invisible characters. Markup in it stays text.
 */
export function cleanHeadline(text: string): string {
	let title = text;
	for (
		let round = 0;
		round < 2 && /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(title);
		round++
	)
		title = resolved(title);
	return oneLine(title);
}

/** Resolve character references; nothing else of HTML happens to the text. */
function resolved(text: string): string {
	return shownText(parseHtml(text.replaceAll("<", "&lt;"), 8));
}

/** The headline in a file name: `2022-09-16-七匹狼与特步家族联姻.md`. */
export function headlineOfFile(path: string): string {
	const ending = /\.[A-Za-z0-9]{1,8}$/;
	const whole = path.slice(path.lastIndexOf("/") + 1);
	const bare = withoutDay(path.replace(ending, ""));
	return oneLine(bare) || oneLine(whole.replace(ending, "")) || "?";
}

/** How names of outlets end. */
export const outletWord =
	/(?:报|報|网|網|社|台|臺|电视|電視|广播|廣播|周刊|週刊|杂志|雜誌|新闻|新聞|评论|評論|中文|ニュース|日報|일보|뉴스|News|Times|Post|Daily|Weekly|Radio|TV|Magazine|Journal|Herald|Tribune|Gazette|RemovalLog|Review|Press|Today|Online|\.(?:com|net|org))$/i;

/** What sites sort their articles by, and no outlet is called. */
export const subject =
	/^(?:新闻|新聞|时政|時政|政治|社会|社會|国际|國際|国内|國內|财经|財經|经济|經濟|金融|科技|技术|技術|文化|文学|文學|历史|歷史|教育|体育|體育|娱乐|娛樂|生活|健康|军事|軍事|评论|評論|观点|觀點|时评|時評|随笔|隨筆|杂谈|雜談|笔记|筆記|日记|日記|阅读|閱讀|读书|讀書|思考|电影|電影|音乐|音樂|旅行|旅游|旅遊|博客|转载|轉載|其他|其它|未分类|未分類|news|blog|life|tech|notes?|posts?|others?|misc|uncategorized)$/i;

/**
 * A headline without the name of its outlet at the end: `… - iYouPort`, `… | 某晚报`, `… – 某新闻网 - XYZ`. A name counts that the
 * file or the outlet's adapter tells, or one that sounds like an outlet's, when more than a name is left before it.
 *
 * @param known names of the outlet.
 */
export function withoutOutlet(
	headline: string,
	known: readonly string[],
): { readonly text: string; readonly outlets: readonly string[] } {
	const whole = { text: headline, outlets: [] };
	const parts = headline.split(
		/(\s+[-–—|_·｜»]\s+|\s*[|｜]\s*|(?<=\p{Script=Han}[」』”》？！]?)_(?=\p{Script=Han}))/u,
	);
	const names = known.map(fold).filter((name) => name !== "");
	const isKnown = (part: string) => names.includes(fold(part));
	// Texts stand at even places, what parts them at odd ones.
	for (let at = 2; at < parts.length; at += 2) {
		const rest = parts.slice(at).filter((_, index) => index % 2 === 0);
		const [first = ""] = rest;
		const before = parts.slice(0, at - 1).join("");
		const isOutlet =
			rest.some(isKnown) ||
			(rest.length === 1 &&
				outletWord.test(first) &&
				first.length <= 16 &&
				fold(before).length >= 2);
		if (isOutlet && rest.join("").length <= 40 && before.trim() !== "")
			return { text: before.trim(), outlets: rest };
	}
	return whole;
}

/**
 * An outlet of which only its host is known is called as its headlines say at their end.
 *
 * @param outlets names that were taken off the headline.
 */
export function calledSource(
	{ source, hosts, names }: SourceAdapter,
	[name, ...others]: readonly string[],
): SourceAdapter["source"] {
	const isNameless = names.length === 0 && hosts.includes(source.name);
	return isNameless && name !== undefined && others.length === 0
		? { ...source, name }
		: source;
}
