/** The line between headline and text that tells when, from where and by whom. */
import { anyRole, isAuthors } from "./roles.ts";

export interface OpeningLine {
	/** The words of the day, with the hour where one is told. */
	readonly stamp?: string;
	/** As written, several in one text where the line has them so. */
	readonly authors: readonly string[];
}

/** What such lines tell beside roles of people. */
const particulars =
	"发布时间|发布日期|发表时间|发布于|發佈時間|發布時間|發佈日期|發布日期|時間|时间|日期|更新时间|更新時間|信息来源|文章来源|稿件来源|来源|來源|稿源|出处|出處|浏览量|浏览次数|浏览|阅读量|阅读|点击数|点击|人气|评论|字体|字号|分享到|分享|打印";

/** Where a label stands, for splitting. */
const labelled = new RegExp(
	`(?:(?:^|[\\s　|｜/／,，]+)(${particulars}|${anyRole})|(?<=\\p{Script=Han})([来來]源|作者|[责責]任[编編][辑輯]))\\s*[：:]`,
	"u",
);

/** A day, with or without its hour. */
export const bareStamp =
	/(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*T?\d{1,2}:\d{2}(?::\d{2})?)?/;

/**
 * `2020-07-02 10:00 来源：某报 作者：某某`: a line that is nothing but a day and labels with what they name, in any order; or
 * labels alone, two at least.
 */
export function openingLine(text: string): OpeningLine | undefined {
	const line = text
		.replace(/\s+/g, " ")
		.trim()
		.replace(/^[（(]([^（）()]*)[）)]$/, "$1");
	if (line.length > 160 || !/[：:]/.test(line)) return undefined;
	const account = accountLine(line);
	if (account) return account;
	const stamp = bareStamp.exec(line)?.[0].trim();
	const [before = "", ...said] = line
		.replace(stamp ?? "", " ")
		.split(labelled)
		.filter((part) => part !== undefined)
		.map((part) => part.replace(/^[\s　|｜]+|[\s　|｜]+$/g, ""));
	const values = said.filter((_, at) => at % 2 === 1);
	const isClock = stamp !== undefined && /:\d{2}/.test(stamp);
	if (before !== "" || values.some((value) => !isNamed(value)))
		return undefined;
	if (stamp === undefined ? values.length < 2 : values.length < 1 && !isClock)
		return undefined;
	const authors = values.filter(
		(value, at) => isAuthors(said[at * 2] ?? "") && value !== "",
	);
	return { ...(stamp === undefined ? {} : { stamp }), authors };
}

/**
 * `原创 程晚 渡口报 2021年4月5日 10:46 北城`: what WeChat shows below a headline. Of two names the first is the author's; a single one is
 * the account's.
 */
function accountLine(line: string): OpeningLine | undefined {
	const found =
		/^(原[创創] )?(?:([^\s，。：:]{1,20}) )?([^\s，。：:]{2,20}) ((?:19|20)\d{2}年\d{1,2}月\d{1,2}日 \d{1,2}:\d{2})(?: \p{Script=Han}{2,4})?$/u.exec(
			line,
		);
	if (!found || notNames.test(line)) return undefined;
	const [, , author, , stamp = ""] = found;
	return { stamp, authors: author === undefined ? [] : [author] };
}

/** What else is told with a day and an hour. */
const notNames =
	/(?:[时時][间間]|日期|截止|[会會][议議]|活[动動]|[讲講]座|[开開][始幕]|直播|地[点點]|航班|[开開][赛賽]|比[赛賽])/u;

/** Whether a text can be what a label names: nothing, a name, a number. */
function isNamed(value: string): boolean {
	return (
		value.length <= 40 && !/[。！？!?；;：:]|已被|原文|转载|轉載/.test(value)
	);
}
