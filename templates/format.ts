/** Days, times and numbers in the words of the interface; the same on every machine and locale. */
import {
	type CivilDay,
	type EpochMs,
	isoUtc,
	minuteIn,
	offsetIn,
	weekdayOf,
} from "../src/domain/time.ts";
import type { Words } from "./words.ts";

/** `2023-12-04` → 2023年12月4日. */
export function dayText(day: string, w: Words): string {
	return w.date.day(
		day.slice(0, 4),
		Number(day.slice(5, 7)),
		Number(day.slice(8)),
	);
}

/** 星期一 … */
export function weekdayText(day: string, w: Words): string {
	return w.date.weekdays[weekdayOf(day as CivilDay) - 1] ?? "";
}

/** `2023`, `2023-03`, `undated` in words. */
export function periodText(period: string, w: Words): string {
	if (period === "undated") return w.date.undated;
	return period.length === 4
		? w.date.year(period)
		: w.date.month(period.slice(0, 4), Number(period.slice(5)));
}

/** A stretch of days, no more precisely than it is known. */
export function spanText(
	at: { start: string; end: string; precision: string },
	w: Words,
): string {
	if (at.precision === "year") return w.date.year(at.start.slice(0, 4));
	if (at.precision === "month") return periodText(at.start.slice(0, 7), w);
	if (at.start === at.end) return dayText(at.start, w);
	const sameYear = at.start.slice(0, 4) === at.end.slice(0, 4);
	return w.date.range(
		dayText(at.start, w),
		sameYear
			? w.date.dayShort(Number(at.end.slice(5, 7)), Number(at.end.slice(8)))
			: dayText(at.end, w),
	);
}

/** 12,345: grouped by thousands. */
export function numberText(n: number): string {
	return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** 北京时间, or the zone's own name where the catalogue has no word for it. */
export function zoneText(zone: string, w: Words): string {
	return w.date.zones[zone] ?? zone;
}

/** `10:08` on a clock in `zone`. */
export function clockText(at: number, zone: string): string {
	return minuteIn(at as EpochMs, zone).slice(11);
}

/** `UTC+08:00` in `zone` at that moment. */
export function offsetText(at: number, zone: string): string {
	return offsetIn(at as EpochMs, zone);
}

/** `2023-12-04 15:39 UTC`. */
export function utcText(at: number): string {
	return `${minuteIn(at as EpochMs, "utc")} UTC`;
}

/** For `datetime` attributes and machines. */
export function isoText(at: number): string {
	return isoUtc(at as EpochMs);
}

/** Minutes to read that many characters, at an unhurried 400 a minute. */
export function minutesText(characters: number): string {
	return numberText(Math.max(1, Math.round(characters / 400)));
}

/** What stands between empty lines. */
export function paragraphsOf(text: string): readonly string[] {
	return text
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "");
}
