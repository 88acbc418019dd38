/**
 * Citations for people, in the styles that Chinese and English scholarship asks for. They are what citeproc makes of the
 * same item with the styles' own CSL files; `tests/site/citations.test.ts` compares them and names where they differ on
 * purpose.
 */
import type { CitedItem } from "./item.ts";
import { type CitedName, familyOf } from "./names.ts";
import { titleCase } from "./title-case.ts";

const citationStyles = {
	/** GB/T 7714—2025, numeric: full-width punctuation, names in ordinary case. */
	gbt2025,
	/** GB/T 7714—2015, numeric: half-width punctuation, family names in capitals. */
	gbt2015,
	/** APA, 7th edition. */
	apa,
	/** Chicago, a full note; the 17th and 18th editions agree but for three authors. */
	chicago,
	/** MLA, 9th edition. */
	mla,
} as const satisfies Readonly<Record<string, (item: CitedItem) => string>>;

export type CitationStyle = keyof typeof citationStyles;

/** The original of `item`, cited in every style. */
export function citedInStyles(
	item: CitedItem,
): Readonly<Record<CitationStyle, string>> {
	const typeset: CitedItem = {
		...item,
		title: curly(item.title),
		authors: item.authors.map((name) =>
			"literal" in name
				? { literal: curly(name.literal) }
				: { ...name, family: curly(name.family), given: curly(name.given) },
		),
	};
	return Object.fromEntries(
		Object.entries(citationStyles).map(([name, write]) => [
			name,
			write(typeset),
		]),
	) as Record<CitationStyle, string>;
}

/** Typewriter quotation marks and apostrophes as printed ones. */
function curly(text: string): string {
	return text
		.replace(/(^|[\s([—–])"/g, "$1“")
		.replaceAll('"', "”")
		.replace(/(^|[\s([—–“])'/g, "$1‘")
		.replaceAll("'", "’");
}

/** The title as Chicago and MLA print it between quotation marks; marks inside are single. */
function quotedTitle({ title, language }: CitedItem): string {
	const cased = /^en\b/.test(language) ? titleCase(title) : title;
	return cased.replaceAll("“", "‘").replaceAll("”", "’");
}

/** A comma stands before the second of two names only where the first is turned round. */
function isTurned(name: CitedName | undefined): boolean {
	return name !== undefined && !("literal" in name);
}

const months =
	"January February March April May June July August September October November December".split(
		" ",
	);
/** MLA 9, appendix 1: months of more than four letters are cut. */
const shortMonths =
	"Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

function datePartsOf(day: string) {
	const month = Number(day.slice(5, 7)) - 1;
	return {
		year: day.slice(0, 4),
		month: months[month] ?? "",
		shortMonth: shortMonths[month] ?? "",
		date: Number(day.slice(8)),
	};
}

/** December 4, 2023 */
function monthFirst(day: string): string {
	const { year, month, date } = datePartsOf(day);
	return `${month} ${date}, ${year}`;
}

/** David von der Leyen Jr. */
function inReadingOrder(name: CitedName): string {
	if ("literal" in name) return name.literal;
	const plain = `${name.given} ${familyOf(name)}`;
	return name.suffix === undefined ? plain : `${plain} ${name.suffix}`;
}

/** `David J.` → `D. J.`, `Jean-Paul` → `J.-P.` */
function initials(given: string, stop: string, gap: string): string {
	return given
		.split(/[ .]+/)
		.filter((part) => part !== "")
		.map((part) =>
			part
				.split("-")
				.map((piece) => Array.from(piece)[0] ?? "")
				.filter((letter) => letter !== "")
				.map((letter) => letter.toUpperCase() + stop)
				.join("-"),
		)
		.join(gap);
}

/** With a full stop, unless it ends with a mark of its own. */
function stopped(text: string): string {
	return /[.!?。！？]["'”’」』]?$/.test(text) ? text : `${text}.`;
}

/** Author. (Year, Month day). Title. Outlet. Address (APA 7, 10.1 and 10.16). */
function apa(item: CitedItem): string {
	const names = item.authors.map((name) => {
		if ("literal" in name) return name.literal;
		const plain = `${familyOf(name)}, ${initials(name.given, ".", " ")}`;
		return name.suffix === undefined ? plain : `${plain}, ${name.suffix}`;
	});
	const who =
		names.length > 20
			? `${names.slice(0, 19).join(", ")}, … ${names.at(-1)}`
			: names.length === 2 && !isTurned(item.authors[0])
				? names.join(" & ")
				: names.length > 1
					? `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`
					: (names[0] ?? "");
	const date =
		item.day === undefined
			? "n.d."
			: `${item.day.slice(0, 4)}, ${monthFirst(item.day).replace(/, \d+$/, "")}`;
	const kind = item.type === "broadcast" ? " [Broadcast]" : "";
	const title = `${item.title}${kind}`;
	const head =
		who === ""
			? `${stopped(title)} (${date}).`
			: `${stopped(who)} (${date}). ${stopped(title)}`;
	const outlet = `${item.type === "broadcast" ? "In " : ""}${stopped(item.outlet)}`;
	// What has no date may have changed: the reader is told when it was seen.
	const address =
		item.url === undefined
			? ""
			: item.day === undefined && item.seen !== undefined
				? ` Retrieved ${monthFirst(item.seen)}, from ${item.url}`
				: ` ${item.url}`;
	return `${head} ${outlet}${address}`;
}

/** Author, “Title,” Outlet, Month day, year, address. (Chicago 18, 13.95 and 14.89) */
function chicago(item: CitedItem): string {
	const names = item.authors.map(inReadingOrder);
	const who =
		names.length > 3
			? `${names[0]} et al.`
			: names.length === 3
				? `${names[0]}, ${names[1]}, and ${names[2]}`
				: names.join(" and ");
	const date =
		item.day === undefined
			? // Of a web page citeproc leaves out what is not known.
				item.type === "webpage" || item.type === "post-weblog"
				? []
				: ["n.d."]
			: [monthFirst(item.day)];
	const seen =
		item.day === undefined && item.seen !== undefined && item.url !== undefined
			? [`accessed ${monthFirst(item.seen)}`]
			: [];
	const rest = [
		item.outlet,
		...date,
		...seen,
		...(item.url === undefined ? [] : [item.url]),
	].join(", ");
	return `${who === "" ? "" : `${who}, `}“${quotedTitle(item)},” ${rest.endsWith(".") ? rest : `${rest}.`}`;
}

/** Author. “Title.” Outlet, day month year, address. (MLA 9, 5.30) */
function mla(item: CitedItem): string {
	const [first, ...more] = item.authors;
	const lead =
		first === undefined || "literal" in first
			? (first?.literal ?? "")
			: `${familyOf(first)}, ${first.given}${first.suffix === undefined ? "" : `, ${first.suffix}`}`;
	const who =
		more.length > 1
			? `${lead}, et al.`
			: more[0]
				? `${lead}${isTurned(first) ? "," : ""} and ${inReadingOrder(more[0])}`
				: lead;
	const date =
		item.day === undefined
			? []
			: [
					(({ date, shortMonth, year }) => `${date} ${shortMonth} ${year}`)(
						datePartsOf(item.day),
					),
				];
	const rest = [
		item.outlet,
		...date,
		...(item.url === undefined ? [] : [item.url]),
	].join(", ");
	const seen =
		item.day === undefined && item.seen !== undefined && item.url !== undefined
			? (({ date, shortMonth, year }) =>
					` Accessed ${date} ${shortMonth} ${year}.`)(datePartsOf(item.seen))
			: "";
	return `${who === "" ? "" : `${stopped(who)} `}“${stopped(quotedTitle(item))}” ${rest.endsWith(".") ? rest : `${rest}.`}${seen}`;
}

/** What the two editions of GB/T 7714 write differently. */
interface Edition {
	readonly comma: string;
	/** Of a day of publication that stands alone. */
	readonly brackets: readonly [string, string];
	readonly capitals: boolean;
	/** Whether a newspaper's article names the day on which it was seen. */
	readonly seen: boolean;
}

function gbt2015(item: CitedItem): string {
	return gbt(item, {
		comma: ", ",
		brackets: ["(", ")"],
		capitals: true,
		seen: true,
	});
}

function gbt2025(item: CitedItem): string {
	return gbt(item, {
		comma: "，",
		brackets: ["（", "）"],
		capitals: false,
		seen: false,
	});
}

/**
 * 主要责任者. 题名[N/OL]. 报纸名, 出版日期[引用日期]. 获取和访问路径. — or, of what is only electronic,
 * 题名[EB/OL]. (更新日期)[引用日期]. 获取和访问路径.
 */
function gbt(item: CitedItem, edition: Edition): string {
	const isChinese = item.language.startsWith("zh");
	const capitals = (text: string) =>
		edition.capitals ? text.toUpperCase() : text;
	const names = item.authors.slice(0, 3).map((name) => {
		if ("literal" in name) return capitals(name.literal);
		const given = edition.capitals
			? name.given.replaceAll("-", " ")
			: name.given;
		return [
			capitals(familyOf(name)),
			initials(given, "", " "),
			...(name.suffix === undefined ? [] : [name.suffix.replace(".", "")]),
		].join(" ");
	});
	if (item.authors.length > 3) names.push(andOthers(item.language));
	const who = names.length === 0 ? "" : `${names.join(edition.comma)}. `;
	const online = item.url === undefined ? "" : "/OL";
	const address = item.url === undefined ? "" : ` ${item.url}.`;
	const seen = item.seen === undefined || !online ? "" : `[${item.seen}]`;
	const [open, close] = edition.brackets;
	if (item.type === "article-newspaper") {
		// Where a newspaper's day is not known, the 2025 edition infers a year, from when it was seen.
		const inferred =
			!edition.seen && item.day === undefined && seen !== ""
				? `[${item.seen?.slice(0, 4)}]`
				: undefined;
		const day = item.day ?? inferred;
		return `${who}${item.title}[N${online}]. ${item.outlet}${day === undefined ? "" : edition.comma + day}${edition.seen ? seen : ""}.${address}`;
	}
	const dates = `${item.day === undefined ? "" : open + item.day + close}${seen}`;
	const medium =
		item.type === "broadcast" && edition.seen ? `Z${online}` : `EB${online}`;
	const host = item.type === "broadcast" ? `//${item.outlet}` : "";
	const isDated = dates !== "" && !(item.type === "broadcast" && !edition.seen);
	return `${who}${item.title}[${medium}]${host}.${isDated ? ` ${dates}.` : ""}${address}`;

	function andOthers(language: string): string {
		return isChinese || language === "ja" ? "等" : "et al";
	}
}
