/** What stands alone above the lines of a chronicle or the entry of a diary. */
import type { Heading } from "./dated.ts";
import { fold } from "./gazetteer/fold.ts";
import { readNumber } from "./numerals.ts";
import type { RawUnit } from "./unit.ts";

/** 5月10日 星期日 阴转晴: a day that stands alone above what a diary tells of it. */
export const isDayHeading = (
	{ sort, text }: RawUnit,
	index: number,
	all: readonly RawUnit[],
): boolean =>
	sort === "paragraph" &&
	headingOf(text, undefined, all[index + 1]?.text)?.day !== undefined;

/**
 * The year or month that stands alone above the lines of a chronicle: 2015年, 【二〇一五年】, —— 2015年 ——, ◆ 五月. A day may have a title
 * behind it, where what stands below is told in sentences: 3月1日：会谈与宴会.
 */
export function headingOf(
	text: string,
	above: Heading | undefined,
	below = "",
): Heading | undefined {
	if (text.length > 24) return undefined;
	const folded = fold(text);
	const titled = isTold.test(below) ? titledDay.exec(folded) : null;
	if (titled?.groups?.bare)
		return { ...above, day: readNumber(titled.groups.bare) };
	const { roc, year, month, day } =
		headingWords.exec(titled?.[1] ?? folded)?.groups ?? {};
	const stated = year ? readNumber(year) : roc && (readNumber(roc) ?? 0) + 1911;
	const number = stated || above?.year;
	if (stated && (stated < 1900 || stated >= 2200)) return undefined;
	return stated || month
		? {
				year: number,
				month: month ? readNumber(month) : undefined,
				day: day ? readNumber(day) : undefined,
			}
		: undefined;
}

const number = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
/** 10日·独立宫 takes its month from what stands above, or is the latest such day. */
const titledDay = new RegExp(
	`^([^\\p{Script=Han}\\d]*(?:(?:\\d{4}年)?(?:${number})月(?:${number})|(?<bare>${number}))[日号])` +
		"(?:凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚上?|夜里?)?(?:[（(][^（()）]{1,8}[)）])?(?:[\\s　]*[\\s　：:，、｜|／/·．・—–-][^。！？；]{1,16})?$",
	"u",
);

/** Sentences, and not the next line of a list. */
const isTold =
	/^(?![^\p{Script=Han}\d]{0,3}(?:\d{4}年)?\d{1,2}月\d{1,2}).{16,}。/u;

const headingWords =
	/^[^\p{Script=Han}\d]*(?:民国(?<roc>\d{1,3}|[一二三四五六七八九十百零〇]{1,5})年)?[（(]?(?:(?<year>\d{4}|[〇零○一二三四五六七八九]{4})年?)?(?:度|大事记?)?(?:(?<month>\d{1,2}|十?[一二三四五六七八九十])月(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?[^\p{Script=Han}\d]*(?:(?:星期|周)[一二三四五六日天](?:[^\p{Script=Han}\d]*(?:[阴晴雨雪云雾风霾沙雷雹霜太阳多转到间有小中大微阵零星冷热暖闷]{1,8}))?)?[^\p{Script=Han}\d]*(?:(?<=[日号][^\p{Script=Han}]*)\p{Script=Han}{1,4}[^\p{Script=Han}\d]*)?$/u;
