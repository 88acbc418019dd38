/** The same item for programs: BibTeX (with biblatex's fields), RIS and CSL-JSON. */
import { oneLine } from "../../base/plain-text.ts";
import type { CitedItem } from "./item.ts";
import { type CitedName, familyOf } from "./names.ts";

/** Where this archive keeps its copy of the original. */
export interface ArchivedCopy {
	/** The whole address where the site's is known, else the page's path below its root. */
	readonly address: string;
	/** Of the source file; what the archive itself put together has none. */
	readonly sha256?: string | undefined;
}

const copyText = ({ address, sha256 }: ArchivedCopy): string =>
	sha256 === undefined ? address : `${address} SHA-256 ${sha256}`;

/** One item of CSL-JSON, in an array (https://github.com/citation-style-language/schema). */
export function cslJson(item: CitedItem, copy: ArchivedCopy): string {
	return `${JSON.stringify([cslItem(item, copy)], undefined, 1)}\n`;
}

export function cslItem(item: CitedItem, copy: ArchivedCopy) {
	const date = (day: string) => ({
		"date-parts": [day.split("-").map(Number)],
	});
	return {
		id: item.id,
		type: item.type,
		title: item.title,
		author: item.authors.length === 0 ? undefined : item.authors,
		"container-title": item.outlet,
		section: item.section,
		issued: item.day && date(item.day),
		accessed: item.seen && date(item.seen),
		URL: item.url,
		language: item.language,
		custom: {
			archived_copy: copy.address,
			sha256: copy.sha256,
		},
	};
}

const risTypes = {
	"article-newspaper": "NEWS",
	webpage: "ELEC",
	"post-weblog": "BLOG",
	broadcast: "VIDEO",
} as const;

/** RIS; lines end with CR LF, as the format says. `N1` names the archived copy. */
export function ris(item: CitedItem, copy: ArchivedCopy): string {
	const fields: [string, string | undefined][] = [
		["TY", risTypes[item.type]],
		["ID", item.id],
		...item.authors.map((name): [string, string] => ["AU", inverted(name)]),
		["TI", item.title],
		["T2", item.outlet],
		["SE", item.section],
		["PY", item.day?.slice(0, 4)],
		["DA", item.day?.replaceAll("-", "/")],
		["Y2", item.seen?.replaceAll("-", "/")],
		["LA", item.language],
		["UR", item.url],
		["N1", copyText(copy)],
		["ER", ""],
	];
	return fields
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}  - ${oneLine(value ?? "")}\r\n`)
		.join("");
}

/** Family, given, suffix: as RIS and BibTeX take a name apart. */
function inverted(name: CitedName): string {
	if ("literal" in name) return name.literal;
	return [familyOf(name), name.suffix, name.given]
		.filter((part) => part !== undefined)
		.join(", ");
}

/** `@article` of a newspaper, `@online` of what is not in one. */
export function bibtex(item: CitedItem, copy: ArchivedCopy): string {
	const isArticle = item.type === "article-newspaper";
	const authors = item.authors.map((name) =>
		"literal" in name
			? `{${texEscape(name.literal)}}`
			: texEscape(inverted(name)),
	);
	const fields: [string, string | undefined][] = [
		["author", authors.length === 0 ? undefined : authors.join(" and ")],
		["title", `{${texEscape(item.title)}}`],
		[isArticle ? "journal" : "organization", texEscape(item.outlet)],
		["date", item.day],
		["year", item.day?.slice(0, 4)],
		["month", item.day?.slice(5, 7).replace(/^0/, "")],
		["url", item.url?.replace(/[{}\\]/g, encodeURIComponent)],
		["urldate", item.seen],
		[
			"langid",
			item.language.startsWith("zh")
				? "chinese"
				: item.language === "en"
					? "english"
					: undefined,
		],
		["annotation", texEscape(copyText(copy))],
	];
	const lines = fields
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `  ${name} = {${value}}`);
	return `@${isArticle ? "article" : "online"}{${item.id},\n${lines.join(",\n")}\n}\n`;
}

/** Text inside braces; a brace of the text itself cannot be written safely and becomes a bracket. */
function texEscape(text: string): string {
	return oneLine(text)
		.replace(/\\/g, "/")
		.replace(/\{/g, "(")
		.replace(/\}/g, ")")
		.replace(/[%&#$_]/g, "\\$&");
}
