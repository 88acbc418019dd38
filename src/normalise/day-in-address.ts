/** Days that addresses and names of files tell. */
import { type CivilDay, civilDay } from "../domain/time.ts";

/** No outlet in such an archive is older: an earlier day is an unset clock. */
export const earliest = "1990-01-01" as CivilDay;

/**
 * The day in an address, where slashes part it only as a folder: the number of a file (`/2020/08/15.html`) and a slug
 * (`/2019/12/31-ways`) are no days. Read are `/2023/03/02/`, `20230302`, `2023-03-02`, `story20220916-…`, or the outlet's
 * short forms `/22/5/25/`, `02282023`, `022823`.
 */
export function dayInAddress(url: string): string | undefined {
	const path = pathOf(url);
	for (const [pattern, order] of daysInAddress)
		for (const [, ...groups] of path.matchAll(pattern)) {
			const [year, month, day] = order(groups).map(Number);
			const found = civilDay(year ?? 0, month ?? 0, day ?? 0);
			if (found && found >= earliest) return found;
		}
	return undefined;
}

const daysInAddress: readonly (readonly [
	RegExp,
	(found: string[]) => string[],
])[] = [
	[
		/(?:^|\D)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?=\D|$)/g,
		([y = "", , m = "", d = ""]) => [y, m, d],
	],
	[/\/((?:19|20)\d{2})\/?-?(\d{2})\/?(\d{2})(?=\/|$)/g, (m) => m],
	[/(?:^|\D)((?:19|20)\d{2})(\d{2})(\d{2})\d{4,10}(?=\D|$)/g, (m) => m],
	[/\/((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=\/|$)/g, (m) => m],
	[
		/\/(\d{2})\/(\d{1,2})\/(\d{1,2})\//g,
		([y = "", m = "", d = ""]) => [`20${y}`, m, d],
	],
	[
		/-(\d{2})(\d{2})(20\d{2})\d{0,6}(?=\D|$)/g,
		([m = "", d = "", y = ""]) => [y, m, d],
	],
	[
		/-(\d{2})(\d{2})(\d{2})(?=[/.]|$)/g,
		([m = "", d = "", y = ""]) => [`20${y}`, m, d],
	],
];

function pathOf(url: string): string {
	try {
		return new URL(url).pathname;
	} catch {
		return "";
	}
}

/**
 * The day at the beginning of a file name: `2022-09-16-….md` as Jekyll wants it, `2022-9-16 …`, `20220916_…`, `2022年9月16日…`; or
 * at its end; or the folders that it lies in.
 */
export function dayInFileName(path: string): string | undefined {
	const name = nameOf(path);
	for (const [pattern, text] of [
		...daysBefore.map((own) => [own, name] as const),
		...daysInPath.map((own) => [own, path] as const),
	]) {
		const [, year, month, day] = (pattern.exec(text) ?? []).map(Number);
		const found = civilDay(year ?? 0, month ?? 0, day ?? 0);
		if (found && found >= earliest) return found;
	}
	return undefined;
}

/** What a file is called behind the day that its name begins with. */
export function withoutDay(path: string): string {
	const name = nameOf(path);
	if (dayInFileName(path) === undefined) return name;
	return name
		.replace(daysBefore.find((own) => own.test(name)) ?? "", "")
		.replace(/^[-_. ]+/, "");
}

const daysBefore: readonly RegExp[] = [
	/^((?:19|20)\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/,
	/^((?:19|20)\d{2})[_.](\d{1,2})[_.](\d{1,2})(?!\d)/,
	/^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/,
	/^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/,
];

/** The journal's file of a day, a name that ends with one (`news_20260704.md`), and the folders of one (`2022/11/21/slug/`). */
const daysInPath: readonly RegExp[] = [
	/(?:^|\/)((?:19|20)\d{2})[/-]?(\d{2})\/(\d{2})\.(?:md|markdown|txt)$/i,
	/(?:[-_. ]|\p{Script=Han})((?:19|20)\d{2})[-_.年]?(\d{2})[-_.月]?(\d{2})日?(?:\.[a-z0-9]{1,8})?$/iu,
	/(?:^|\/)((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//,
];

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
