/** What feeds and editors put behind articles, whatever the outlet. */
import type { Credit } from "../domain/article.ts";
import { openingLine } from "../parse/opening-line.ts";
import { type Note, type Passage, splitNames } from "../sources/adapter.ts";
import { bylineLine } from "./byline-lines.ts";

/** Blocks at the end of an article in which such words stand. */
const reach = 5;

/** What a passage says about the making of the article, or that a feed's program wrote it. */
export function commonNote(passage: Passage): Note | undefined {
	const isNearEnds = passage.before < reach || passage.after < reach;
	const byline = isNearEnds ? bylineLine(passage.text) : undefined;
	if (byline) return byline;
	const opening =
		passage.before < reach ? openingNote(passage.text) : undefined;
	if (opening) return opening;
	if (passage.after >= reach) return undefined;
	const text = passage.text.replace(/\s+/g, " ").trim();
	if (text.length > 600) return undefined;
	if (feedTails.some((tail) => tail.test(text)))
		return { takes: "all", rule: "normalise/feed-tail" };
	return closingCredits(text);
}

/** A line that is nothing but a day and labels goes, and says what it says. */
function openingNote(text: string): Note | undefined {
	const line = openingLine(text);
	if (!line) return undefined;
	const names = line.authors.flatMap(splitNames);
	return {
		...(line.stamp === undefined ? {} : { stamp: { text: line.stamp } }),
		...(names.length > 0 ? { bylines: names } : {}),
		takes: "all",
		rule: "normalise/opening-line",
	};
}

const feedTails: readonly RegExp[] = [
	/^The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?$/i,
	/^(?:本文|文章|这篇文章|這篇文章)?.{0,200}(?:最早出现于|最先出現於|最早出現於|最先出现于|首发于|首發於).{1,60}$/,
	/get_post_time\(/,
	/^Feed enhanced by .{0,60}Better Feed/i,
	/^©.{1,120}\bPermalink\b/,
	/^(?:Copyright )?© .{0,80}\|\s*(?:Permalink|固定链接)/i,
	/^(?:Continue reading|阅读全文|閱讀全文|Read more|Read the full article)\s*(?:→|»|&raquo;|\.\.\.|…)?\s*$/i,
	/^Source: .{1,60} \| RSS$/i,
];

const role =
	"记者|記者|本报记者|通讯员|通訊員|责编|責編|责任编辑|責任編輯|编辑|編輯|主编|主編|网编|網編|网络编辑|網路編輯|值班编辑|值班主任|审核|審核|校对|校對|校对员|核稿|编译|編譯|翻译|翻譯|译者|譯者|撰文|撰稿|文字|摄影|攝影|图片|圖片|制图|製圖|排版|监制|監製|统筹|統籌|实习生|實習生|实习编辑|图文|文图|文|图|圖|摄|攝|摄像|攝像|视频|視頻|剪辑|剪輯|设计|設計|美编|策划|策劃|供稿|供图|供圖|整理|采访|採訪|采写|採寫|录音|錄音|作者|初审|初審|复审|複審|终审|終審|一审|二审|三审|签发|簽發";
/** Short, and nothing that a sentence has: what follows a role in an interview is a question. */
const name =
	"(?:[\\p{Script=Han}·•‧]{2,6}|[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3})";
/** One role and its names. */
const credit = new RegExp(
	`(${role})\\s*[：:／/]\\s*(${name}(?:[\\s　,，、/／]+(?!(?:${role})\\s*[：:／/])${name}){0,5})(?=$|[\\s　,，、；;|/／。.]+|[）)】\\]]\\s*$)`,
	"gu",
);

const roles: readonly (readonly [RegExp, Credit["role"]])[] = [
	[/译|譯|翻/, "translator"],
	[/编|編|校|核|审|審|值班/, "editor"],
	[/记者|記者|通讯|通訊|撰/, "contributor"],
];

/** `（记者：甲 责编：乙）`: a line that is nothing but roles and names. */
function closingCredits(text: string): Note | undefined {
	if (text.length > 200) return undefined;
	const bare = text.replace(/^[（(【[]\s*|\s*[）)】\]]\s*[。.]?$/g, "");
	const found = [...bare.matchAll(credit)];
	if (found.length === 0) return undefined;
	const covered = found.reduce((sum, [all]) => sum + all.length, 0);
	const between = bare.replace(/[\s　,，、；;|/／。.]+/g, "").length;
	const own = found
		.map(([all]) => all.replace(/[\s　,，、；;|/／。.]+/g, "").length)
		.reduce((sum, length) => sum + length, 0);
	// Something else stands there too: then it is a sentence with a colon.
	if (covered === 0 || own < between) return undefined;
	// A line of an interview begins like a credit.
	if (
		found.length === 1 &&
		bare === text &&
		/^(?:本报)?(?:记者|記者)/.test(text)
	)
		return undefined;
	const reporters = found
		.filter(([, kind = ""]) =>
			/^(?:本报)?记者$|^記者$|^撰|^作者$|^文$/.test(kind),
		)
		.flatMap(([, , names = ""]) => splitNames(names));
	return {
		credits: found.map(([all, kind = ""]) => ({
			role: roles.find(([words]) => words.test(kind))?.[1] ?? "other",
			text: all.trim(),
		})),
		...(reporters.length > 0 ? { bylines: reporters } : {}),
		takes: "all",
		rule: "sources/credit",
	};
}
