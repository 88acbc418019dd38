/** `2022-09..2023-03` and the like → the days from the first to the last, both included. */

export interface DayRange {
	/** Days since 1970-01-01; open where not given. */
	readonly from: number;
	readonly to: number;
}

const msPerDay = 86_400_000;

/** @param text a year, month or day, or two of them with `..` between, either of which may be missing. */
export function readDayRange(text: string): DayRange | undefined {
	const [first = "", last = first, ...more] = text.split(/\.\.|…|~|至/u);
	if (more.length > 0 || (first === "" && last === "")) return undefined;
	const from =
		first === "" ? { from: Number.NEGATIVE_INFINITY } : readDay(first);
	const to = last === "" ? { to: Number.POSITIVE_INFINITY } : readDay(last);
	if (!from || !to || from.from > to.to) return undefined;
	return { from: from.from, to: to.to };
}

/** `2023`, `2023-03`, `2023-03-04`, with `/`, `.` or 年月日 as well. */
function readDay(text: string): DayRange | undefined {
	const match =
		/^(\d{4})年?(?:[-/.]?(\d{1,2})月?(?:[-/.]?(\d{1,2})日?)?)?$/u.exec(text);
	if (!match) return undefined;
	const [year, month, day] = match
		.slice(1)
		.map((part) => Number(part ?? 0)) as [number, number, number];
	const from = Date.UTC(year, Math.max(month - 1, 0), Math.max(day, 1));
	const to =
		month === 0
			? Date.UTC(year + 1, 0, 0)
			: Date.UTC(year, day === 0 ? month : month - 1, day);
	// 2023-13 and 2023-02-30 would become days of another month.
	const isThere =
		month <= 12 && (day === 0 || new Date(to).getUTCDate() === day);
	return isThere ? { from: from / msPerDay, to: to / msPerDay } : undefined;
}
