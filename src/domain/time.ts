import { DateTime, IANAZone } from "luxon";
import type { Brand } from "./brand.ts";

/** An instant: integer milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, "EpochMs">;
/** A calendar day `YYYY-MM-DD`, as read on a wall in the zone that goes with it. */
export type CivilDay = Brand<string, "CivilDay">;
/** When something happened, no more precisely than the evidence says. */
export type When =
	| {
			readonly precision: "instant";
			readonly at: EpochMs;
			readonly day: CivilDay;
	  }
	| { readonly precision: "day"; readonly day: CivilDay };

/** The day that a clock in `zone` (IANA name) shows at `at`. */
export function dayIn(at: EpochMs, zone: string): CivilDay {
	return DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd") as CivilDay;
}

/** `YYYY-MM-DDTHH:MM:SSZ`, seconds precision, UTC. */
export function isoUtc(at: EpochMs): string {
	return DateTime.fromMillis(at, { zone: "utc" }).toISO({
		suppressMilliseconds: true,
	}) as string;
}

/** `YYYY-MM-DD HH:MM` on a clock in `zone` (IANA name). */
export function minuteIn(at: EpochMs, zone: string): string {
	return DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd HH:mm");
}

/** The offset of `zone` at `at`, for example `UTC+08:00`. */
export function offsetIn(at: EpochMs, zone: string): string {
	return `UTC${DateTime.fromMillis(at, { zone }).toFormat("ZZ")}`;
}

/** Whether this machine's time zone data knows the IANA name `zone`. */
export function isZone(zone: string): boolean {
	return IANAZone.isValidZone(zone);
}

/** `undefined` unless year, month and day name a day that exists. */
export function civilDay(
	year: number,
	month: number,
	day: number,
): CivilDay | undefined {
	const date = DateTime.fromObject({ year, month, day }, { zone: "utc" });
	return date.isValid ? (date.toFormat("yyyy-MM-dd") as CivilDay) : undefined;
}

/** `day` moved by whole days; negative goes back. */
export function addDays(day: CivilDay, days: number): CivilDay {
	return DateTime.fromISO(day, { zone: "utc" })
		.plus({ days })
		.toFormat("yyyy-MM-dd") as CivilDay;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
	return DateTime.fromISO(to, { zone: "utc" }).diff(
		DateTime.fromISO(from, { zone: "utc" }),
		"days",
	).days;
}

/** ISO weekday of `day`: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CivilDay): number {
	return DateTime.fromISO(day, { zone: "utc" }).weekday;
}

/** The last day of `day`'s month. */
export function endOfMonth(day: CivilDay): CivilDay {
	return DateTime.fromISO(day, { zone: "utc" })
		.endOf("month")
		.toFormat("yyyy-MM-dd") as CivilDay;
}

/**
 * Read one written date: ISO 8601 (`2022-09-16T00:26:00.000Z`, `2023-03-02 11:17:17`), RFC 2822
 * (`Mon, 04 Dec 2023 15:08:33 GMT`) or a bare day (`2022-09-16`, `2022/9/16`).
 *
 * @param zone IANA zone in which a time without offset is read, and in which the day is named.
 * @returns `undefined` when the text is no date or names a day that does not exist.
 */
export function parseWhen(text: string, zone: string): When | undefined {
	const trimmed = text.trim();
	const bare = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed);
	if (bare) {
		const day = civilDay(Number(bare[1]), Number(bare[2]), Number(bare[3]));
		return day && { precision: "day", day };
	}
	const iso = DateTime.fromISO(
		trimmed
			.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, "$1T")
			.replace(/ +(?=[+-]\d{2}:?\d{2}$)/, ""),
		{ zone },
	);
	const read = iso.isValid ? iso : DateTime.fromRFC2822(trimmed, { zone });
	if (!read.isValid || !/\d:\d/.test(trimmed)) return undefined;
	const at = Math.trunc(read.toMillis()) as EpochMs;
	return { precision: "instant", at, day: dayIn(at, zone) };
}
