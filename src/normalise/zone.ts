/** Where the clock of an outlet without an adapter hangs. */
import { dayIn, type EpochMs, isZone, parseWhen } from "../domain/time.ts";
import type { SourceAdapter } from "../sources/adapter.ts";
import { dayInAddress } from "./day-in-address.ts";
import type { Statement } from "./published.ts";

/** Rule id of the remark that an article's hour is told by UTC, for want of an outlet's clock. */
export const zoneUnknown = "normalise/zone-unknown";

export interface ZoneFound {
	readonly zone: string;
	/** What told it: the outlet's adapter, an offset in the file, the outlet's country, the language of the text, nothing. */
	readonly basis: "outlet" | "offset" | "country" | "language" | "unknown";
}

/**
 * An offset that the file itself states counts before any default; then the country that the address names; then the country
 * of a language that is spoken in one zone. A default never moves an article to another day than its address names.
 *
 * @param url canonical address.
 * @param language of the text, BCP 47.
 */
export function settleZone(
	{ source, names }: SourceAdapter,
	statements: readonly Statement[],
	url: string | undefined,
	language: string,
): ZoneFound {
	if (names.length > 0 || source.zone !== "UTC")
		return { zone: source.zone, basis: "outlet" };
	const own = statements.filter(({ kind }) =>
		/^(?:body|page|front-matter)$/.test(kind),
	);
	for (const { text, read } of own) {
		const minutes = offsetIn(read ?? text);
		// A program that writes UTC says nothing of the outlet.
		if (minutes === undefined || minutes === 0) continue;
		const zone = zoneOfOffset(minutes, language);
		if (zone !== undefined) return { zone, basis: "offset" };
	}
	const found = byCountry(url) ?? byLanguage(language);
	if (!found) return { zone: "UTC", basis: "unknown" };
	return movesDay(found.zone, statements, url)
		? { zone: "UTC", basis: "unknown" }
		: found;
}

/** Whether the address names the day in UTC and not the day in `zone`. */
function movesDay(
	zone: string,
	statements: readonly Statement[],
	url: string | undefined,
): boolean {
	const day = url === undefined ? undefined : dayInAddress(url);
	if (day === undefined) return false;
	for (const { kind, text, read } of statements) {
		if (!/^(?:body|page|front-matter)$/.test(kind)) continue;
		const when = parseWhen(read ?? text, "UTC");
		// An hour without an offset is that of any clock.
		const local = parseWhen(read ?? text, zone);
		if (when?.precision !== "instant" || local?.precision !== "instant")
			continue;
		if (when.at !== local.at) continue;
		return when.day === day && dayIn(when.at as EpochMs, zone) !== day;
	}
	return false;
}

/** Minutes ahead of UTC that a date states: `+08:00`, `+0800`, `GMT+8`, `(UTC +08:00)`. */
function offsetIn(text: string): number | undefined {
	const found =
		/\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:\(?(?:GMT|UTC)?\s*)?([+-])(\d{1,2}):?(\d{2})?\)?\s*$/i.exec(
			text.trim(),
		);
	if (!found) return undefined;
	const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
	return minutes > 14 * 60 ? undefined : found[1] === "-" ? -minutes : minutes;
}

/** Places that keep an offset all the year, for offsets in which most readers of a language live. */
const zonesOfOffsets: Readonly<Record<string, string>> = {
	"480": "Asia/Shanghai",
	"480 zh-Hant": "Asia/Taipei",
	"540": "Asia/Tokyo",
	"540 ko": "Asia/Seoul",
	"330": "Asia/Kolkata",
	"345": "Asia/Kathmandu",
	"210": "Asia/Tehran",
	"270": "Asia/Kabul",
	"390": "Asia/Yangon",
	"570": "Australia/Darwin",
};

/** By offset alone; whole hours have zones of their own (`Etc/GMT-3` is ahead by three). */
function zoneOfOffset(minutes: number, language: string): string | undefined {
	const known =
		zonesOfOffsets[`${minutes} ${language}`] ?? zonesOfOffsets[`${minutes}`];
	if (known) return known;
	if (minutes % 60 !== 0) return undefined;
	const hours = minutes / 60;
	const name = `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
	return isZone(name) ? name : undefined;
}

/** Countries with one clock, by the end of host names. */
const countries: Readonly<Record<string, string>> = {
	cn: "Asia/Shanghai",
	tw: "Asia/Taipei",
	hk: "Asia/Hong_Kong",
	mo: "Asia/Macau",
	sg: "Asia/Singapore",
	my: "Asia/Kuala_Lumpur",
	jp: "Asia/Tokyo",
	kr: "Asia/Seoul",
	th: "Asia/Bangkok",
	vn: "Asia/Ho_Chi_Minh",
	ph: "Asia/Manila",
	in: "Asia/Kolkata",
	by: "Europe/Minsk",
	ua: "Europe/Kyiv",
	de: "Europe/Berlin",
	at: "Europe/Vienna",
	ch: "Europe/Zurich",
	fr: "Europe/Paris",
	nl: "Europe/Amsterdam",
	be: "Europe/Brussels",
	it: "Europe/Rome",
	es: "Europe/Madrid",
	pl: "Europe/Warsaw",
	cz: "Europe/Prague",
	se: "Europe/Stockholm",
	uk: "Europe/London",
	nz: "Pacific/Auckland",
};

/** Services for all the world whose names only sound well with a country's end. */
const everywhere =
	/(?:^|\.)(?:telegra\.ph|archive\.ph|youtu\.be|redd\.it|flip\.it)$/;

function byCountry(url: string | undefined): ZoneFound | undefined {
	const host = /^https?:\/\/([^/:?#]+)/.exec(url ?? "")?.[1] ?? "";
	if (everywhere.test(host)) return undefined;
	const zone = countries[host.slice(host.lastIndexOf(".") + 1)];
	return zone === undefined ? undefined : { zone, basis: "country" };
}

/** Nearly all outlets in these languages keep one clock; Chinese ones from Singapore to Harbin that of eight hours. */
const languages: Readonly<Record<string, string>> = {
	"zh-Hans": "Asia/Shanghai",
	"zh-Hant": "Asia/Taipei",
	ja: "Asia/Tokyo",
	ko: "Asia/Seoul",
};

function byLanguage(language: string): ZoneFound | undefined {
	const zone = languages[language];
	return zone === undefined ? undefined : { zone, basis: "language" };
}
