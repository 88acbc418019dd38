/**
 * The sentences in which the timeline explains itself, in the languages of the interface. The corpus has them in simplified
 * Chinese, made of a few patterns; a sentence that fits none of them was written by a person and stays as it is.
 */
import type { InterfaceLanguage } from "../../domain/gazetteer.ts";

type Other = Exclude<InterfaceLanguage, "zh-Hans">;

/** A pattern with named parts, and how the others say it. */
interface Pattern {
	readonly "zh-Hans": RegExp;
	/** `{name}` stands for the part of that name. */
	readonly "zh-Hant": string;
	readonly en: string;
}

const day = (name: string) => `(?<${name}>\\d{4}-\\d{2}-\\d{2})`;
const pattern = (
	source: string,
	traditional: string,
	english: string,
): Pattern => ({
	"zh-Hans": new RegExp(`^${source}$`, "u"),
	"zh-Hant": traditional,
	en: english,
});

const patterns: readonly Pattern[] = [
	pattern(
		"只有外文报道提及，未作细读。",
		"只有外文報道提及，未作細讀。",
		"Only a text in another language mentions it; nothing more was read in it.",
	),
	pattern(
		"只有图片说明为据，尚无正文报道相印证。",
		"只有圖片說明為據，尚無正文報道相印證。",
		"Rests on a caption alone; no report confirms it yet.",
	),
	pattern(
		"只说到迎送、同行或当面交谈，没有说两人会谈。",
		"只說到迎送、同行或當面交談，沒有說兩人會談。",
		"Tells of a greeting, an act together or words exchanged, not of a meeting.",
	),
	pattern(
		"只有标题为据，正文没有报道。",
		"只有標題為據，正文沒有報道。",
		"Rests on a headline alone; its text does not report it.",
	),
	pattern(
		"文中只写“双方”“两国元首”，所指是推断出来的。",
		"文中只寫「雙方」「兩國元首」，所指是推斷出來的。",
		"The text says “both sides” only; who is meant is inferred.",
	),
	pattern(
		"没有写明日期，只知大致时间。",
		"沒有寫明日期，只知大致時間。",
		"No day is stated; only the time about which it was.",
	),
	pattern(
		"证据不足以确认。",
		"證據不足以確認。",
		"The evidence is too weak to confirm it.",
	),
	pattern(
		"文中的日期并不存在。",
		"文中的日期並不存在。",
		"The stated day does not exist.",
	),
	pattern(
		"通电话不是会面。",
		"通電話不是會面。",
		"A telephone call is no meeting.",
	),
	pattern(
		"视频会谈不是会面。",
		"視訊會談不是會面。",
		"A video call is no meeting.",
	),
	pattern(
		"致电致函不是会面。",
		"致電致函不是會面。",
		"A letter or telegram is no meeting.",
	),
	pattern(
		"文中说的是将来的安排，不能证明已经会面。",
		"文中說的是將來的安排，不能證明已經會面。",
		"The article tells of a plan, which does not prove that they met.",
	),
	pattern(
		"文中说会面没有发生，或没有得到证实。",
		"文中說會面沒有發生，或沒有得到證實。",
		"The article says that the meeting did not take place, or was not confirmed.",
	),
	pattern("只是假设。", "只是假設。", "A supposition only."),
	pattern(
		"只说会面多次，没有说是哪一次。",
		"只說會面多次，沒有說是哪一次。",
		"It says that they met many times, not which time.",
	),
	pattern(
		"多国领导人同场出席，文中没有说两人单独会面。",
		"多國領導人同場出席，文中沒有說兩人單獨會面。",
		"Leaders of many countries were there; the article does not say that the two met.",
	),
	pattern("会面的是另外的人。", "會面的是另外的人。", "Others met."),
	pattern("抵达不等于会面。", "抵達不等於會面。", "An arrival is no meeting."),
	pattern(
		"回顾往事而没有日期，也没有可以对应的已知会面。",
		"回顧往事而沒有日期，也沒有可以對應的已知會面。",
		"Looks back without a date, and no known meeting fits.",
	),
	pattern(
		"日期在文章发表之后。",
		"日期在文章發表之後。",
		"The date is after the article's own.",
	),
	pattern(
		"据更正记录，此事不成立。(?<rest>.*)",
		"據更正記錄，此事不成立。{rest}",
		"Rejected by a correction. {rest}",
	),
	pattern(
		`文中写“(?<said>.*)”，而 ${day("day")} 是星期(?<weekday>[一二三四五六日])。`,
		"文中寫「{said}」，而 {day} 是星期{weekday}。",
		"The article says “{said}”, and {day} is a {weekday}.",
	),
	pattern(
		`文中的星期与日期相符：${day("day")} 是星期(?<weekday>[一二三四五六日])。`,
		"文中的星期與日期相符：{day} 是星期{weekday}。",
		"Weekday and date agree: {day} is a {weekday}.",
	),
	pattern(
		`访问为 ${day("from")} 至 ${day("to")}，会晤在其间。`,
		"訪問為 {from} 至 {to}，會晤在其間。",
		"The visit lasted from {from} to {to}; the meeting is within it.",
	),
	pattern(
		`访问为 ${day("from")} 至 ${day("to")}，会晤不在其间。`,
		"訪問為 {from} 至 {to}，會晤不在其間。",
		"The visit lasted from {from} to {to}; the meeting is outside of it.",
	),
	pattern(
		`${day("published")} 发表的文章不可能报道 ${day("day")} 的会晤。`,
		"{published} 發表的文章不可能報道 {day} 的會晤。",
		"An article of {published} cannot report a meeting of {day}.",
	),
	pattern(
		"没有一篇报道早于会晤。",
		"沒有一篇報道早於會晤。",
		"No report is older than the meeting.",
	),
	pattern(
		"(?<city>.+)在(?<country>.+)，各篇没有不同说法。",
		"{city}在{country}，各篇沒有不同說法。",
		"{city} is in {country}; no article says otherwise.",
	),
	pattern(
		"(?<city>.+)在(?<country>.+)，而有文章说到别国的城市。",
		"{city}在{country}，而有文章說到別國的城市。",
		"{city} is in {country}, yet an article names a city of another country.",
	),
	pattern(
		"(?<city>.+)在(?<country>.+)，而有文章说到(?<others>.+)。",
		"{city}在{country}，而有文章說到{others}。",
		"{city} is in {country}, yet an article names {others}.",
	),
	pattern(
		"(?<number>\\d+) 家媒体说到这次会晤。",
		"{number} 家媒體說到這次會晤。",
		"{number} outlets tell of this meeting.",
	),
	pattern(
		"只有一家媒体说到这次会晤。",
		"只有一家媒體說到這次會晤。",
		"One outlet alone tells of this meeting.",
	),
	pattern(
		"文中说是当年第 (?<stated>\\d+) 次会晤；本存档到此为止有 (?<known>\\d+) 次。",
		"文中說是當年第 {stated} 次會晤；本存檔到此為止有 {known} 次。",
		"The article calls it meeting number {stated} of the year; this archive has {known} up to it.",
	),
	pattern(
		`文中说是第 (?<number>\\d+) 次(?<noun>会晤|访问)；${day("day")} 的报道说是第 (?<before>\\d+) 次。`,
		"文中說是第 {number} 次{noun}；{day} 的報道說是第 {before} 次。",
		"The article calls it {noun} number {number}; a report of {day} had number {before}.",
	),
	pattern(
		"文中说是第 (?<number>\\d+) 次(?<noun>会晤|访问)；而本存档在此之前已有 (?<known>\\d+) 次。",
		"文中說是第 {number} 次{noun}；而本存檔在此之前已有 {known} 次。",
		"The article calls it {noun} number {number}; this archive has {known} before it.",
	),
	pattern(
		"各篇对这是第几次(?<noun>会晤|访问)说法不同。",
		"各篇對這是第幾次{noun}說法不同。",
		"Articles differ on which {noun} this is.",
	),
	pattern("第(?<number>\\d+)次", "第{number}次", "number {number}"),
	pattern(
		"各篇所说的日期不同；取证据较多的 (?<day>\\S+)。",
		"各篇所說的日期不同；取證據較多的 {day}。",
		"Articles name different days; {day} has more evidence.",
	),
	pattern(
		"各篇所说的城市不同；取证据较多的(?<city>.*)。",
		"各篇所說的城市不同；取證據較多的{city}。",
		"Articles name different cities; {city} has more evidence.",
	),
	pattern(
		"各篇对访问性质的说法不同。",
		"各篇對訪問性質的說法不同。",
		"Articles differ on the kind of visit.",
	),
];

const weekdays = {
	"zh-Hant": (name: string) => name,
	en: (name: string) =>
		["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"].map(
			(part) => `${part}day`,
		)["一二三四五六日".indexOf(name)] ?? name,
};
const nouns = {
	"zh-Hant": (noun: string) => (noun === "访问" ? "訪問" : "會晤"),
	en: (noun: string) => (noun === "访问" ? "visit" : "meeting"),
};

/**
 * The sentence in another language.
 *
 * @param placeName how that language calls a city or country.
 * @returns `undefined` for a sentence of no known pattern.
 */
export function translated(
	sentence: string,
	language: Other,
	placeName: (simplified: string) => string,
): string | undefined {
	for (const { [language]: text, "zh-Hans": simplified } of patterns) {
		const found = simplified.exec(sentence);
		if (!found) continue;
		return text
			.replace(/\{(\w+)\}/g, (_, name: string) =>
				partIn(language, name, found.groups?.[name] ?? "", placeName),
			)
			.trim();
	}
	return undefined;
}

function partIn(
	language: Other,
	name: string,
	value: string,
	placeName: (simplified: string) => string,
): string {
	switch (name) {
		case "weekday":
			return weekdays[language](value);
		case "noun":
			return nouns[language](value);
		case "city":
		case "country":
			return placeName(value);
		case "others":
			return value
				.split("、")
				.map(placeName)
				.join(language === "en" ? ", " : "、");
		default:
			return value;
	}
}
