/** The meetings as files for spreadsheets, calendars and Knight Lab's TimelineJS. */
import { escapeText, plainText } from "../../base/plain-text.ts";
import type { Encounter } from "../../domain/encounter.ts";
import { addDays, type CivilDay } from "../../domain/time.ts";
import { articlePath, encounterPath } from "../addresses.ts";
import { csv } from "./csv.ts";

/** One row a meeting; what varies by article is in `encounters.json`. */
export function encountersCsv(encounters: readonly Encounter[]): string {
	return csv([
		[
			"id",
			"timeline",
			"start",
			"end",
			"precision",
			"city",
			"country",
			"venue",
			"lat",
			"lon",
			"kind",
			"visit_start",
			"visit_end",
			"status",
			"title",
			"people",
			"outcomes",
			"articles",
			"page",
		],
		...encounters.map((one) => [
			one.id,
			one.timeline,
			one.start,
			one.end,
			one.precision,
			one.place.city ?? "",
			one.place.country ?? "",
			one.place.venue ?? "",
			String(one.place.lat ?? ""),
			String(one.place.lon ?? ""),
			one.kind,
			one.visit?.start ?? "",
			one.visit?.end ?? "",
			one.status,
			one.title,
			one.people.map(({ name }) => name).join("; "),
			one.outcomes.join("; "),
			[...new Set(one.mentions.map(({ articleId }) => articleId))].join("; "),
			encounterPath(one.id),
		]),
	]);
}

/**
 * An iCalendar of all-day events (RFC 5545). `DTSTAMP` is the day of the meeting itself, as
 * nothing here reads a clock.
 *
 * @param baseUrl of the site; without it the evidence is named by its place in the archive.
 */
export function encountersIcs(
	encounters: readonly Encounter[],
	title: string,
	baseUrl?: string,
): string {
	const address = (path: string) => (baseUrl ?? "") + path;
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Biannian//Meetings//ZH",
		"CALSCALE:GREGORIAN",
		`X-WR-CALNAME:${icsText(title)}`,
		...encounters
			.filter(({ precision }) => precision === "day" || precision === "range")
			.flatMap((one) => [
				"BEGIN:VEVENT",
				`UID:${one.id}@biannian`,
				`DTSTAMP:${one.start.replaceAll("-", "")}T000000Z`,
				`DTSTART;VALUE=DATE:${one.start.replaceAll("-", "")}`,
				// The end of an all-day event is the day after.
				`DTEND;VALUE=DATE:${addDays(one.end as CivilDay, 1).replaceAll("-", "")}`,
				`SUMMARY:${icsText(one.title)}`,
				`STATUS:${one.status === "confirmed" ? "CONFIRMED" : "TENTATIVE"}`,
				...(one.place.city === undefined
					? []
					: [
							`LOCATION:${icsText([one.place.venue, one.place.city, one.place.country].filter(Boolean).join("，"))}`,
						]),
				...(one.place.lat === undefined || one.place.lon === undefined
					? []
					: [`GEO:${one.place.lat};${one.place.lon}`]),
				`DESCRIPTION:${icsText(evidenceOf(one, address))}`,
				// A relative address would be no URI.
				...(baseUrl === undefined
					? []
					: [`URL;VALUE=URI:${address(encounterPath(one.id))}`]),
				"END:VEVENT",
			]),
		"END:VCALENDAR",
	];
	return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** The first sentence, and every article that tells of the meeting with the paragraph that does. */
function evidenceOf(
	{ mentions }: Encounter,
	address: (path: string) => string,
): string {
	const places = mentions.map(
		({ articleId, paragraph }) =>
			`${address(articlePath(articleId))}#${paragraph}`,
	);
	return [mentions[0]?.quote ?? "", ...new Set(places)].join("\n");
}

/** RFC 5545, 3.3.11. */
function icsText(text: string): string {
	return plainText(text)
		.replace(/[\\;,]/g, "\\$&")
		.replace(/\n/g, "\\n");
}

/** Lines of at most 75 octets, never cut inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
	let text = "";
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > 74) {
			text += "\r\n ";
			octets = 1;
		}
		text += character;
		octets += size;
	}
	return text;
}

/** What TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html). */
export function timelineJs(
	encounters: readonly Encounter[],
	title: string,
): string {
	return `${JSON.stringify(
		{
			title: { text: { headline: title } },
			events: encounters.map((one) => ({
				unique_id: one.id,
				start_date: jsDate(one.start, one.precision),
				end_date:
					one.end === one.start ? undefined : jsDate(one.end, one.precision),
				// Shown as HTML.
				text: {
					headline: escapeText(one.title),
					text: `<p>${escapeText(one.mentions[0]?.quote ?? "")}</p>`,
				},
				group: one.place.city ?? "",
			})),
		},
		undefined,
		1,
	)}\n`;
}

function jsDate(day: string, precision: string) {
	const [year, month, date] = day.split("-").map(Number);
	if (precision === "year") return { year };
	return precision === "month" ? { year, month } : { year, month, day: date };
}
