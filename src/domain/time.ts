import { DateTime, IANAZone } from "luxon";
import type { Brand } from "../base/brand.ts";

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
	return toDay(localMs(at, zone));
}

/** The instant at which a clock in UTC shows what a clock in `zone` shows at `at`. */
function localMs(at: EpochMs, zone: string): number {
	// luxon knows the zone; its formatter would look up this machine's locale for every call.
	return at + minutesAhead(at, zone) * 60_000;
}

/** Minutes that a clock in `zone` is ahead of UTC at `at`. */
function minutesAhead(at: EpochMs, zone: string): number {
	if (zone === "UTC") return 0;
	const begin = Math.floor(at / stretchMs) * stretchMs;
	const minutes = offsetAt(begin, zone);
	return offsetAt(begin + stretchMs, zone) === minutes
		? minutes
		: offsetAt(at, zone);
}

/** No zone has ever set its clock twice within three days, so one that shows the same at both ends was not set. */
const stretchMs = 3 * 86_400_000;

/** The same, of one instant, asked of the machine's zone data, which answer slowly. */
function offsetAt(at: number, zone: string): number {
	const asked = `${at} ${zone}`;
	const known = ahead.get(asked);
	if (known !== undefined) return known;
	const minutes = IANAZone.create(zone).offset(at);
	if (ahead.size === mostRemembered) ahead.clear();
	ahead.set(asked, minutes);
	return minutes;
}

const ahead = new Map<string, number>();
const mostRemembered = 20_000;

/** `YYYY-MM-DDTHH:MM:SSZ` in UTC, with milliseconds where there are any. */
export function isoUtc(at: EpochMs): string {
	return new Date(at).toISOString().replace(".000Z", "Z");
}

/** `YYYY-MM-DD HH:MM` on a clock in `zone` (IANA name). */
export function minuteIn(at: EpochMs, zone: string): string {
	const local = localMs(at, zone);
	const minutes = Math.floor(local / 60_000) % (24 * 60);
	return `${toDay(local)} ${clock(minutes < 0 ? minutes + 24 * 60 : minutes)}`;
}

/** The hour, 0–23, on a clock in `zone` (IANA name). */
export function hourIn(at: EpochMs, zone: string): number {
	return Number(minuteIn(at, zone).slice(11, 13));
}

/** The offset of `zone` at `at`, for example `UTC+08:00`. */
export function offsetIn(at: EpochMs, zone: string): string {
	const minutes = Math.trunc(minutesAhead(at, zone));
	return `UTC${minutes < 0 ? "-" : "+"}${clock(Math.abs(minutes))}`;
}

/** `HH:MM` of minutes from 0 on. */
function clock(minutes: number): string {
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether `text` is `YYYY-MM-DD` and names a day that exists. */
export function isDay(text: string): boolean {
	return (
		/^\d{4}-\d{2}-\d{2}$/.test(text) && parseWhen(text, "utc") !== undefined
	);
}

/** Whether this machine's time zone data knows the IANA name `zone`. */
export function isZone(zone: string): boolean {
	return IANAZone.isValidZone(zone);
}

// Days without a clock are counted as integers: rules over text ask for thousands of them, and a zone has no say in them.

const dayMs = 86_400_000;

/** Milliseconds at the beginning of `day` in UTC; `NaN` when it is no day. */
function toMs(day: CivilDay): number {
	return Date.parse(`${day}T00:00:00Z`);
}

/** `YYYY-MM-DD` of an instant in UTC. */
function toDay(ms: number): CivilDay {
	const date = new Date(ms);
	const year = date.getUTCFullYear();
	const sign = year < 0 ? "-" : "";
	return `${sign}${`${Math.abs(year)}`.padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` as CivilDay;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOf(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 && leap ? 29 : (lengths[month - 1] ?? 0);
}

const two = (number: number): string =>
	number < 10 ? `0${number}` : `${number}`;

/** `undefined` unless year, month and day name a day that exists, of the years 0 to 9999. */
export function civilDay(
	year: number,
	month: number,
	day: number,
): CivilDay | undefined {
	if (!(year >= 0 && year <= 9999 && Number.isInteger(year))) return undefined;
	if (!(day >= 1 && day <= lengthOf(year, month) && Number.isInteger(day)))
		return undefined;
	return `${`${year}`.padStart(4, "0")}-${two(month)}-${two(day)}` as CivilDay;
}

/** `day` moved by whole days; negative goes back. */
export function addDays(day: CivilDay, days: number): CivilDay {
	return toDay(toMs(day) + days * dayMs);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
	return (toMs(to) - toMs(from)) / dayMs;
}

/** ISO weekday of `day`: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CivilDay): number {
	return ((new Date(toMs(day)).getUTCDay() + 6) % 7) + 1;
}

/** The last day of `day`'s month. */
export function endOfMonth(day: CivilDay): CivilDay {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	return `${day.slice(0, 8)}${two(lengthOf(year, month))}` as CivilDay;
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
	const at = plainInstant(trimmed) ?? instant(trimmed, zone);
	return at === undefined
		? undefined
		: { precision: "instant", at, day: dayIn(at, zone) };
}

/** What luxon makes of a text; a time without a day is none, for it would be today's. */
function instant(text: string, zone: string): EpochMs | undefined {
	if (!/\d:\d/.test(text)) return undefined;
	const iso = /^[+-]?\d{4}/.test(text)
		? DateTime.fromISO(
				text
					.replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/, "$1T")
					.replace(/ +(?=[+-]\d{2}:?\d{2}$)/, ""),
				{ zone },
			)
		: undefined;
	const read = iso?.isValid ? iso : DateTime.fromRFC2822(text, { zone });
	return read.isValid ? (Math.trunc(read.toMillis()) as EpochMs) : undefined;
}

const isoStamp =
	/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?(?:Z|([+-]\d{2}):?(\d{2}))$/;
const mailStamp =
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
const months = "JanFebMarAprMayJunJulAugSepOctNovDec";
const weekdays = "MonTueWedThuFriSatSun";

/**
 * The two stamps that nearly every file has, read without a library: with their offset, in full, and existing. Anything else is
 * luxon's, which takes 20 times as long.
 */
function plainInstant(text: string): EpochMs | undefined {
	const iso = isoStamp.exec(text);
	if (iso) {
		const [, year, month, day, hour, minute, second, ms, ahead, past] = iso;
		const offset = Number(ahead ?? 0) * 60;
		const sign = ahead?.startsWith("-") ? -1 : 1;
		const date = civilDay(Number(year), Number(month), Number(day));
		const local = msOf(date, [hour, minute, second]);
		if (local === undefined || Number(past ?? 0) > 59) return undefined;
		return (local +
			Number(ms ?? 0) -
			(offset + sign * Number(past ?? 0)) * 60_000) as EpochMs;
	}
	const mail = mailStamp.exec(text);
	if (!mail) return undefined;
	const [, name = "", day, month = "", year, hour, minute, second] = mail;
	const number = months.indexOf(month) / 3 + 1;
	const date = civilDay(Number(year), number, Number(day));
	const at = msOf(date, [hour, minute, second]);
	return at !== undefined &&
		weekdays.indexOf(name) / 3 + 1 === weekdayOf(toDay(at))
		? (at as EpochMs)
		: undefined;
}

/** @param clock hours, minutes and seconds as written. */
function msOf(
	day: CivilDay | undefined,
	clock: readonly (string | undefined)[],
): number | undefined {
	const [h = 0, m = 0, s = 0] = clock.map(Number);
	return day && h < 24 && m < 60 && s < 60
		? toMs(day) + ((h * 60 + m) * 60 + s) * 1000
		: undefined;
}
