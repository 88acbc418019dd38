/**
 * How to cite an article: three styles for people, three formats for programs. Days are the
 * outlet's own; the day of access is the day of recording in UTC, when the crawler saw the page,
 * because that is the state which is kept here.
 */
import type { Article } from "../domain/article.ts";
import { dayIn, type EpochMs } from "../domain/time.ts";

export interface Citations {
	/** GB/T 7714—2015, 顺序编码制, a newspaper article online: `[N/OL]`. */
	readonly gbt: string;
	/** APA, 7th edition. */
	readonly apa: string;
	/** Chicago, 17th edition, bibliography entry. */
	readonly chicago: string;
	readonly bibtex: string;
	readonly ris: string;
	/** One item of CSL-JSON, in an array. */
	readonly csl: string;
}

const monthNames = [
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

export function citationsOf(article: Article): Citations {
	const facts = {
		authors: article.bylines,
		title: article.headline,
		outlet: article.source.name,
		day: article.published?.day as string | undefined,
		seen:
			article.recorded === undefined
				? undefined
				: (dayIn(article.recorded as EpochMs, "utc") as string),
		url: article.url,
		language: article.language,
		id: article.id,
	};
	return {
		gbt: gbt(facts),
		apa: apa(facts),
		chicago: chicago(facts),
		bibtex: bibtex(facts),
		ris: ris(facts),
		csl: csl(facts),
	};
}

interface Facts {
	readonly authors: readonly string[];
	readonly title: string;
	readonly outlet: string;
	readonly day: string | undefined;
	readonly seen: string | undefined;
	readonly url: string | undefined;
	readonly language: string;
	readonly id: string;
}

/** 主要责任者. 题名[N/OL]. 报纸名, 出版日期[引用日期]. 获取和访问路径. (GB/T 7714—2015, 4.4 and 8.8) */
function gbt({ authors, title, outlet, day, seen, url }: Facts): string {
	const names = authors.slice(0, 3).join(", ");
	const more = authors.length > 3 ? ", 等" : "";
	const head = names === "" ? "" : `${names}${more}. `;
	const accessed = seen === undefined ? "" : `[${seen}]`;
	const date = `${day ?? ""}${accessed}`;
	const medium = url === undefined ? "[N]" : "[N/OL]";
	return `${head}${title}${medium}. ${outlet}${date === "" ? "" : `, ${date}`}.${url === undefined ? "" : ` ${url}.`}`;
}

/** Author. (Year, Month day). Title. Source. URL (APA 7, 10.1 example 16) */
function apa({ authors, title, outlet, day, url }: Facts): string {
	const date =
		day === undefined
			? "n.d."
			: `${day.slice(0, 4)}, ${monthNames[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}`;
	const who = joined(authors, ", & ");
	const end = url === undefined ? "" : ` ${url}`;
	return who === ""
		? `${stop(title)} (${date}). ${outlet}.${end}`
		: `${stop(who)} (${date}). ${stop(title)} ${outlet}.${end}`;
}

/** Author. “Title.” Source, Month day, year. URL. (Chicago 17, 14.191) */
function chicago({ authors, title, outlet, day, url }: Facts): string {
	const date =
		day === undefined
			? "n.d."
			: `${monthNames[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
	const who = joined(authors, ", and ");
	return `${who === "" ? "" : `${stop(who)} `}“${stop(inner(title))}” ${outlet}, ${stop(date)}${url === undefined ? "" : ` ${url}.`}`;
}

/** Quotation marks inside quotation marks become single. */
function inner(title: string): string {
	return title.replaceAll("“", "‘").replaceAll("”", "’");
}

function joined(names: readonly string[], last: string): string {
	if (names.length < 2) return names[0] ?? "";
	return `${names.slice(0, -1).join(", ")}${last}${names.at(-1)}`;
}

/** `text` with a full stop, unless it ends with a mark of its own. */
function stop(text: string): string {
	return /[.!?。！？…]$/.test(text) ? text : `${text}.`;
}

function bibtex(facts: Facts): string {
	const { authors, title, outlet, day, seen, url, language, id } = facts;
	const fields: [string, string | undefined][] = [
		[
			"author",
			authors.length === 0
				? undefined
				: authors.map((name) => `{${texEscape(name)}}`).join(" and "),
		],
		["title", `{${texEscape(title)}}`],
		["journal", texEscape(outlet)],
		["date", day],
		["year", day?.slice(0, 4)],
		["month", day?.slice(5, 7).replace(/^0/, "")],
		["url", url?.replace(/[{}\\]/g, encodeURIComponent)],
		["urldate", seen],
		["langid", language.startsWith("zh") ? "chinese" : undefined],
	];
	const lines = fields
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `  ${name} = {${value}}`);
	return `@article{${id},\n${lines.join(",\n")}\n}\n`;
}

/** Text inside braces; a brace of the text itself cannot be written safely and becomes a bracket. */
function texEscape(text: string): string {
	return line(text)
		.replace(/\\/g, "/")
		.replace(/\{/g, "(")
		.replace(/\}/g, ")")
		.replace(/[%&#$_]/g, "\\$&");
}

/** One line: RIS and BibTeX have no way to write a line break in a value. */
function line(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** RIS, type NEWS; lines end with CR LF, as the format says. */
function ris(facts: Facts): string {
	const { authors, title, outlet, day, seen, url, language, id } = facts;
	const fields: [string, string | undefined][] = [
		["TY", "NEWS"],
		["ID", id],
		...authors.map((name): [string, string] => ["AU", line(name)]),
		["TI", line(title)],
		["T2", line(outlet)],
		["PY", day?.slice(0, 4)],
		["DA", day?.replaceAll("-", "/")],
		["Y2", seen?.replaceAll("-", "/")],
		["LA", language],
		["UR", url],
		["ER", ""],
	];
	return fields
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}  - ${value}\r\n`)
		.join("");
}

function csl(facts: Facts): string {
	const { authors, title, outlet, day, seen, url, language, id } = facts;
	const date = (text: string) => ({
		"date-parts": [text.split("-").map(Number)],
	});
	return `${JSON.stringify(
		[
			{
				id,
				type: "article-newspaper",
				title,
				...(authors.length === 0
					? {}
					: { author: authors.map((literal) => ({ literal })) }),
				"container-title": outlet,
				...(day === undefined ? {} : { issued: date(day) }),
				...(seen === undefined ? {} : { accessed: date(seen) }),
				...(url === undefined ? {} : { URL: url }),
				language,
			},
		],
		undefined,
		1,
	)}\n`;
}
