/** Dates as people and programs write them, in forms that `parseWhen` reads. */
import { dayIn, type EpochMs } from "../domain/time.ts";

/** `2023年3月2日 11:17` and `2023/3/2 11:17:17`, as `parseWhen` reads them. */
export function spelled(text: string): string {
	const found =
		/^\s*(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?[\sT]*((\d{1,2}):(\d{2})(?::\d{2})?)?/.exec(
			text,
		);
	if (!found) return spelledInEnglish(text);
	const [, year, month = "", day = "", time, hour = ""] = found;
	const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return time === undefined
		? date
		: `${date} ${hour.padStart(2, "0")}${time.slice(hour.length)}`;
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `February 26, 2026` and `26 Feb. 2026`, as `parseWhen` reads them. */
function spelledInEnglish(text: string): string {
	// A stamp of mail that could not be read is wrong, not a date in words.
	if (/^\s*[A-Z][a-z]{2}, \d/.test(text)) return "";
	const found =
		/^\D{0,12}?\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(
			text,
		) ??
		/^\D{0,12}?\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\b/.exec(
			text,
		);
	if (!found) return "";
	const [name, day] = /\d/.test(found[1] ?? "")
		? [found[2] ?? "", found[1] ?? ""]
		: [found[1] ?? "", found[2] ?? ""];
	const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
	return month === 0
		? ""
		: `${found[3]}-${`${month}`.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Epoch milliseconds; ten digits or fewer are seconds. */
export function epoch(text: string, zone: string) {
	if (!/^-?\d{1,16}(?:\.\d+)?$/.test(text)) return undefined;
	const number = Number(text);
	const at = Math.trunc(
		Math.abs(number) < 100_000_000_000 && Math.abs(number) > 100_000_000
			? number * 1000
			: number,
	);
	if (Math.abs(at) > 8.64e15) return undefined;
	return {
		precision: "instant" as const,
		at: at as EpochMs,
		day: dayIn(at as EpochMs, zone),
	};
}
