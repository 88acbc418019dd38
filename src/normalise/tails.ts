/** What feeds and editors put behind articles, whatever the outlet. */
import { openingLine } from "../parse/opening-line.ts";
import { type Note, type Passage, splitNames } from "../sources/adapter.ts";
import { bylineLine } from "./byline-lines.ts";

/** Blocks at the end of an article in which such words stand. */
const reach = 5;

/** What a passage says about the making of the article, or that a feed's program wrote it. */
export function commonNote(passage: Passage): Note | undefined {
	const isNearEnds = passage.before < reach || passage.after < reach;
	const byline = isNearEnds ? bylineLine(passage.text, passage) : undefined;
	if (byline) return byline;
	if (isNearEnds && buttons.test(passage.text.trim()))
		return { takes: "all", rule: "normalise/share-bar" };
	const opening =
		passage.before < reach ? openingNote(passage.text) : undefined;
	if (opening) return opening;
	if (passage.after >= reach) return undefined;
	const text = passage.text.replace(/\s+/g, " ").trim();
	if (text.length > 600) return undefined;
	return feedTails.some((tail) => tail.test(text))
		? { takes: "all", rule: "normalise/feed-tail" }
		: undefined;
}

/** Words of buttons around a text, each a block of its own. */
const buttons =
	/^(?:facebook|twitter|line|whatsapp|e-?mail|微博|微信|QQ空间|分享|列印|打印|收藏|推[荐薦]|[点點][赞讚]|\+1|字[级級號号]|[关關][键鍵]字|分享(?:到|至)?)\s*[|｜：:]?$/iu;

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
	// A label whose name was never filled in.
	/^[（(【[]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|来源|來源)\s*[：:]?\s*[】)）\]]?$/,
	/^The post .{1,300} (?:appeared first|first appeared) on .{1,100}\.?$/i,
	/^(?:本文|文章|这篇文章|這篇文章)?.{0,200}(?:最早出现于|最先出現於|最早出現於|最先出现于|首发于|首發於).{1,60}$/,
	/get_post_time\(/,
	/^Feed enhanced by .{0,60}Better Feed/i,
	/^©.{1,120}\bPermalink\b/,
	/^(?:Copyright )?© .{0,80}\|\s*(?:Permalink|固定链接)/i,
	/^(?:Continue reading|阅读全文|閱讀全文|Read more|Read the full article)\s*(?:→|»|&raquo;|\.\.\.|…)?\s*$/i,
	/^Source: .{1,60} \| RSS$/i,
];
