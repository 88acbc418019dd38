/** Cutting a folded text into sentences and clauses, and telling speech from report. Offsets are UTF-16 code units. */

/** A stretch of text, `to` exclusive. */
export interface Stretch {
	readonly at: number;
	readonly to: number;
}

/** What stands where something was taken out: no word contains it, and it keeps every offset. */
export const filler = "\u0000";

const blank = (text: string): string => filler.repeat(text.length);

/**
 * Take out brackets that hold no date: （Alexander Lukashenko）, （右三）, （北约）. What is left reads on as if they were not
 * there.
 */
export function withoutAsides(text: string): string {
	if (!/[（(]/.test(text)) return text;
	return text.replaceAll(/[（(][^（()）]{1,60}[）)]/g, (aside) =>
		/[年月日周]|星期|礼拜|资料/.test(aside) ? aside : blank(aside),
	);
}

/** Sentences end with 。！？ or a line; closing quotes and a bracket that follows belong to them. */
export function sentencesOf(text: string): readonly Stretch[] {
	const sentences: Stretch[] = [];
	const end = /[。！？!?\n]+[”’」』"）)]*(?:[（(][^（()）]*[）)][。]?)?/g;
	let at = 0;
	for (const match of text.matchAll(end)) {
		const to = match.index + match[0].length;
		// “……。”习近平说。 is one sentence: the quotation ends, its speaker follows.
		const closes = /[”」』"]$/.test(match[0]);
		if (closes && /^[^，。”“「」]{0,20}[说称道表示]/.test(text.slice(to)))
			continue;
		// 会见了五位来宾。他们是……: the list belongs to what it lists.
		if (match[0] === "。" && listsOn.test(text.slice(to, to + 8))) continue;
		add(text, { at, to }, sentences);
		at = to;
	}
	add(text, { at, to: text.length }, sentences);
	return sentences;
}

const listsOn =
	/^(?:其中(?:就|也)?(?:有|包括)|他们(?:分别|依次)?是|依次是|名单上?(?:有|包括|是))/;

/** Nobody writes longer sentences: what is longer is no prose, and is cut so that its cost stays in bounds. */
const longest = 400;

/** Add a sentence, in parts where it is too long, without the space around it. */
function add(text: string, { at, to }: Stretch, sentences: Stretch[]): void {
	let from = at;
	while (from < to) {
		let end = to;
		if (to - from > longest) {
			const pause = text
				.slice(from, from + longest)
				.search(/[，、；：][^，、；：]*$/);
			end = from + (pause > 0 ? pause + 1 : longest);
		}
		const next = end;
		while (from < end && /\s/.test(text.charAt(from))) from++;
		while (end > from && /\s/.test(text.charAt(end - 1))) end--;
		if (end > from) sentences.push({ at: from, to: end });
		from = next;
	}
}

/** Clauses of a stretch: cut at ，；：。！？ and, in headlines, at spaces. */
export function clausesOf(
	text: string,
	{ at, to }: Stretch,
	headline: boolean,
): readonly Stretch[] {
	const cut = headline ? /[，；：。！？,;\s]+/g : /[，；：。！？;]+/g;
	const clauses: Stretch[] = [];
	let start = at;
	for (const match of text.slice(at, to).matchAll(cut)) {
		const end = at + match.index;
		// 举行仪式，欢迎卢卡申科: the welcome is what the ceremony was, and has its actor there.
		if (
			match[0] === "，" &&
			/仪式$/.test(text.slice(start, end)) &&
			/^(?:热烈|隆重)?欢迎/.test(text.slice(end + 1, end + 5))
		)
			continue;
		if (end > start) clauses.push({ at: start, to: end });
		start = end + match[0].length;
	}
	if (start < to) clauses.push({ at: start, to });
	return clauses;
}

/** Long enough to be somebody's words rather than “一带一路”. */
const speechLength = 14;

/** The insides of quotations that are speech. An opening quote without an end runs to the end of the text. */
export function quotationsOf(text: string): readonly Stretch[] {
	const quotations: Stretch[] = [];
	for (const match of text.matchAll(/[“「]([^”」]*)(?:[”」]|$)/g)) {
		const inside = match[1] ?? "";
		const isSpeech =
			(inside.length >= speechLength && !isName(inside)) ||
			(/[我您]/.test(inside) && inside.length > 6);
		if (!isSpeech) continue;
		quotations.push({
			at: match.index + 1,
			to: match.index + 1 + inside.length,
		});
	}
	return quotations;
}

/** “2017年亚太经合组织工商领导人峰会”: the name of something, however long. */
const isName = (quoted: string): boolean =>
	!/[，。！？；]/.test(quoted) &&
	/(?:峰会|论坛|会议|大会|活动|仪式|展|计划|倡议|战略|协定|声明|奖|章|伙伴关系|年|节|工程|项目|带|路)$/.test(
		quoted,
	);

/** The text with everything outside (or, for the report around them, inside) the stretches taken out. */
export function only(text: string, { at, to }: Stretch): string {
	return blank(text.slice(0, at)) + text.slice(at, to) + blank(text.slice(to));
}

/** The report around quotations: each becomes a pause, so that what stands before and after stays apart. */
export function around(text: string, quotations: readonly Stretch[]): string {
	if (quotations.length === 0) return text;
	const parts: string[] = [];
	let from = 0;
	for (const { at, to } of quotations) {
		parts.push(text.slice(from, at), filler.repeat(Math.max(0, to - at - 1)));
		if (to > at) parts.push("，");
		from = to;
	}
	parts.push(text.slice(from));
	return parts.join("");
}
