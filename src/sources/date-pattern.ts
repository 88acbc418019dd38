/** Dates as outlets write them, by a pattern of the owner's: `yyyy年M月d日 HH:mm`. */
import { civilDay } from "../domain/time.ts";

/** What stands in a text where the pattern fits. */
export interface Dated {
	/** The words, verbatim. */
	readonly text: string;
	/** The same as `parseWhen` reads it: `2023-03-01 10:00` or `2023-03-01`, an offset behind the time where one stands. */
	readonly read: string;
}

/** A pattern that cannot be read; the message says why. */
export class NoPattern extends Error {}

const englishMonths = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
];

/** Letters of a pattern → what may stand there, named for what it tells. The letters are those of ICU and luxon. */
const tokens: Readonly<Record<string, string>> = {
	yyyy: "(?<year>\\d{4})",
	yy: "(?<short>\\d{2})",
	/** Year of the Republic, 1 is 1912. */
	rrr: "(?<republic>\\d{2,3})",
	MMMM: `(?<name>${englishMonths.join("|")})`,
	MMM: `(?<name>${englishMonths.map((name) => name.slice(0, 3)).join("|")})\\.?`,
	MM: "(?<month>\\d{2})",
	M: "(?<month>\\d{1,2})",
	dd: "(?<day>\\d{2})",
	d: "(?<day>\\d{1,2})",
	HH: "(?<hour>\\d{2})",
	H: "(?<hour>\\d{1,2})",
	hh: "(?<half>\\d{2})",
	h: "(?<half>\\d{1,2})",
	mm: "(?<minute>\\d{2})",
	ss: "(?<second>\\d{2})",
	a: "(?<noon>AM|PM|a\\.m\\.|p\\.m\\.|上午|下午)",
	Z: "(?<offset>Z|[+-]\\d{2}:?\\d{2})",
};

/**
 * A reader of dates.
 *
 * @param pattern the letters of {@link tokens}; anything else stands for itself, letters between `'`, spaces for any white space.
 * @returns the first date of a text, or `undefined` where none fits or its day does not exist.
 * @throws {NoPattern} when the pattern names no day, the same thing twice, or letters that mean nothing.
 */
export function datePattern(
	pattern: string,
): (text: string) => Dated | undefined {
	const source = pattern
		.trim()
		.split(/('[^']*'|\s+|([A-Za-z])\2*)/)
		.filter((part, at) => at % 3 !== 2 && part)
		.map(sourceOf)
		.join("");
	for (const [wanted, ways] of Object.entries(needed))
		if (!ways.some((name) => source.includes(`(?<${name}>`)))
			throw new NoPattern(`It names no ${wanted}.`);
	// No digit before or behind: 2023年3月1日 is not in 12023年3月15日.
	const reader = compiled(`(?<!\\d)${source}(?!\\d)`);
	return (text) => {
		const found = reader.exec(text);
		const read = found?.groups && readingOf(found.groups);
		return found && read ? { text: found[0], read } : undefined;
	};
}

const needed: Readonly<Record<string, readonly string[]>> = {
	"year (yyyy)": ["year", "short", "republic"],
	"month (MM, M, MMM)": ["month", "name"],
	"day (dd, d)": ["day"],
};

function sourceOf(part: string): string {
	if (/^\s+$/.test(part)) return "\\s*";
	const quoted = /^'(.*)'$/s.exec(part);
	const literal = quoted ? quoted[1] || "'" : part;
	if (!quoted && /^[A-Za-z]+$/.test(part)) {
		const token = tokens[part];
		if (token) return token;
		if (!/^[TZ]$/.test(part))
			throw new NoPattern(
				`“${part}” means nothing; write letters that stand for themselves between ' and '.`,
			);
	}
	return literal.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function compiled(source: string): RegExp {
	try {
		return new RegExp(source, "iu");
	} catch {
		throw new NoPattern("It names one thing twice.");
	}
}

function readingOf(
	groups: Readonly<Record<string, string | undefined>>,
): string | undefined {
	const { year, short, republic, month, name, hour, half, noon } = groups;
	const { day: date, minute = "00", second, offset } = groups;
	const day = civilDay(
		Number(year ?? (short && `20${short}`) ?? Number(republic) + 1911),
		Number(month ?? monthOf(name ?? "")),
		Number(date),
	);
	if (!day) return undefined;
	const hours = hour ?? (half && `${hourOf(Number(half), noon ?? "")}`);
	if (hours === undefined) return day;
	const time = `${hours.padStart(2, "0")}:${minute}:${second ?? "00"}`;
	return `${day} ${time}${offset ?? ""}`;
}

function monthOf(name: string): number {
	const start = name.slice(0, 3).toLowerCase();
	return (
		englishMonths.findIndex((month) => month.toLowerCase().startsWith(start)) +
		1
	);
}

function hourOf(half: number, noon: string): number {
	return (half % 12) + (/^p|下午/i.test(noon) ? 12 : 0);
}
