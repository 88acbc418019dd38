/** Days with which a line or a paragraph opens, and which hold for all that follows in it. */
import { addDays } from "../domain/time.ts";
import type { Dated } from "./dated.ts";
import { numeral } from "./numerals.ts";
import type { Scene } from "./scene.ts";
import type { Unit } from "./unit.ts";

/**
 * 那是2019年2月13日。两人……: a paragraph that opens with a day long gone, written out, and names no other date, is about that day.
 */
export function openingDay({
	unit,
	sentence,
	frame,
}: Scene): Dated | undefined {
	const [first] = unit.sentences;
	if (unit.sort !== "paragraph" || !first || sentence.at < first.to)
		return undefined;
	if (!fullDay.test(unit.folded.slice(first.at, first.to))) return undefined;
	const [date, other] = unit.dates;
	return date?.precision === "day" &&
		!other &&
		date.to <= first.to &&
		date.end < addDays(frame.anchor, -10) &&
		!presently.test(unit.folded.slice(date.to, sentence.to))
		? date
		: undefined;
}

const fullDay = new RegExp(
	`[${numeral}]{4}年[${numeral}]{1,3}月[${numeral}]{1,3}[日号]`,
);
const presently =
	/如今|现在|目前|当前|今后|近来|以来|至今|后来|此后|出生|说|表示|称|宣布|报道|写道/;

const beginsWithDay = new RegExp(
	`^.{0,3}(?:[${numeral}去今前明同当翌昨后次大第隔本上下周星礼]|民国)`,
);

/** The day that a line of a chronicle begins with: whatever it tells took place then. */
export function lineDay(unit: Unit): Dated | undefined {
	const { folded, sort } = unit;
	// Dates cost more than all the rest: only where one may stand so early.
	if (sort !== "paragraph" || !beginsWithDay.test(folded)) return undefined;
	const [first] = unit.dates;
	if (first?.precision !== "day" || first.at > 3) return undefined;
	return /^[\s　：:|｜—–-]/.test(folded.slice(first.to, first.to + 1))
		? first
		: undefined;
}
