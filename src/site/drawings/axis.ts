/** The time axis above a chronicle, drawn at build time. */
import type { Encounter } from "../../domain/encounter.ts";
import { type CivilDay, daysBetween } from "../../domain/time.ts";
import { encounterAnchor } from "../addresses.ts";
import { drawing, type Legend, linkedDot, round, targetRadius } from "./svg.ts";

/** How the axis is drawn. */
export interface AxisOptions extends Legend {
	/** CSS pixels; labels are thinned out to fit. Draw one for phones (360) and one for desks (960). */
	readonly width: number;
	/** What a dot is called. */
	readonly nameOf: (encounter: Encounter) => string;
}

const margin = 16;
const radius = 6;
/** Dots stand so far apart that none covers another's target. */
const step = 2 * targetRadius;
/** Room for one year's label, CSS pixels at 12 px type. */
const labelWidth = 38;

/**
 * All meetings on a line that is true to time: a dot each, filled when confirmed, hollow when not; dots that would cover each
 * other stand on top of each other. Empty years keep their width. Each dot leads to its meeting in the same page.
 *
 * Classes for the style sheet: `axis`, `axis-line`, `axis-year`, `axis-label`, `dot`, `axis-dot`,
 * `axis-dot-unconfirmed`, `axis-span`. Colours are `currentColor` unless the style sheet says otherwise.
 *
 * @returns an SVG element, or the empty string when there is nothing to show.
 */
export function timeAxis(
	encounters: readonly Encounter[],
	options: AxisOptions,
): string {
	const [first, last] = years(encounters);
	if (first === undefined || last === undefined) return "";
	const origin = `${first}-01-01` as CivilDay;
	const days = daysBetween(origin, `${last + 1}-01-01` as CivilDay);
	const inner = options.width - 2 * margin;
	const x = (day: CivilDay): number =>
		margin + (daysBetween(origin, day) / days) * inner;

	const rows = stack(encounters.map(({ start }) => x(start)));
	const height = 30 + (Math.max(...rows) + 1) * step;
	const baseline = height - 22;
	const dots = encounters.map((encounter, i) => {
		const row = rows[i] ?? 0;
		const y = baseline - targetRadius - row * step;
		return dot(encounter, options, [x(encounter.start), x(encounter.end)], y);
	});
	const line = `<line class="axis-line" x1="${margin}" x2="${options.width - margin}" y1="${round(baseline)}" y2="${round(baseline)}" stroke="currentColor"/>`;
	return drawing(
		options,
		"axis",
		[options.width, height],
		line + ticks([first, last], baseline, x) + dots.join(""),
	);
}

function years(
	encounters: readonly Encounter[],
): readonly [number, number] | readonly [undefined, undefined] {
	const all = encounters.flatMap(({ start, end }) => [
		Number(start.slice(0, 4)),
		Number(end.slice(0, 4)),
	]);
	return all.length > 0
		? [Math.min(...all), Math.max(...all)]
		: [undefined, undefined];
}

/** The lowest row of each dot in which it touches none before it. */
function stack(places: readonly number[]): readonly number[] {
	const lastInRow: number[] = [];
	return places.map((place) => {
		let row = 0;
		while (place - (lastInRow[row] ?? -Infinity) < step) row++;
		lastInRow[row] = place;
		return row;
	});
}

/** A mark at the beginning of each year, and the names of as many years as there is room for. */
function ticks(
	[first, last]: readonly [number, number],
	baseline: number,
	x: (day: CivilDay) => number,
): string {
	const startOf = (year: number) => x(`${year}-01-01` as CivilDay);
	const yearWidth = (startOf(last + 1) - startOf(first)) / (last - first + 1);
	const every =
		[1, 2, 5, 10, 20].find((n) => n * yearWidth >= labelWidth) ?? 50;
	let marks = "";
	for (let year = first; year <= last + 1; year++) {
		const at = round(startOf(year));
		marks += `<line class="axis-year" x1="${at}" x2="${at}" y1="${round(baseline)}" y2="${round(baseline + 5)}" stroke="currentColor"/>`;
		if (year > last || (year - first) % every !== 0) continue;
		const middle = round((startOf(year) + startOf(year + 1)) / 2);
		marks += `<text class="axis-label" x="${middle}" y="${round(baseline + 17)}" text-anchor="middle" font-size="12" fill="currentColor">${year}</text>`;
	}
	return marks;
}

function dot(
	encounter: Encounter,
	{ nameOf }: AxisOptions,
	[from, to]: readonly [number, number],
	y: number,
): string {
	const { id, status, precision } = encounter;
	const isOpen = status === "unconfirmed";
	const span =
		precision !== "day" && to - from > 2
			? `<line class="axis-span" x1="${round(from)}" x2="${round(to)}" y1="${round(y)}" y2="${round(y)}" stroke="currentColor" stroke-width="2"/>`
			: "";
	return linkedDot(
		{
			href: `#${encounterAnchor(id)}`,
			name: nameOf(encounter),
			x: from,
			y,
		},
		`${span}<circle class="axis-dot${isOpen ? " axis-dot-unconfirmed" : ""}" cx="${round(from)}" cy="${round(y)}" r="${radius - (isOpen ? 1 : 0)}" ` +
			`fill="${isOpen ? "none" : "currentColor"}" stroke="currentColor" stroke-width="${isOpen ? 2 : 0}"/>`,
	);
}
