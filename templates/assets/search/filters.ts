/** Filters with counts, and the years as bars. */
import type { Catalog } from "../../../src/search/catalog.ts";
import {
	type Chosen,
	type FacetName,
	type FacetValue,
	facetNames,
} from "../../../src/search/query/facets.ts";
import { el, refill, svg } from "./dom.ts";
import type { SearchWords } from "./words.ts";

/** Values of one facet that are shown before “more” of it would help nobody. */
const mostValues = 12;

/** Fill `place` with a group of check boxes for each facet but the years. */
export function showFilters(
	place: Element,
	counts: Readonly<Record<FacetName, readonly FacetValue[]>>,
	chosen: Chosen,
	catalog: Catalog,
	words: SearchWords,
	toggle: (facet: FacetName, value: string) => void,
): void {
	const groups = facetNames
		.filter((facet) => facet !== "year")
		.filter((facet) => worthShowing(counts[facet], chosen[facet], facet))
		.map((facet) =>
			el(
				"fieldset",
				{},
				el("legend", {}, words.facets[facet]),
				...counts[facet].slice(0, mostValues).map(({ value, count }) => {
					const box = el("input", {
						type: "checkbox",
						checked: chosen[facet].includes(value),
						"data-facet": facet,
						"data-value": value,
					});
					box.addEventListener("change", () => toggle(facet, value));
					return el(
						"label",
						{},
						box,
						el("span", {}, nameOf(facet, value, catalog, words)),
						el("span", { class: "search-count" }, String(count)),
					);
				}),
			),
		);
	refill(place, ...groups);
}

function worthShowing(
	values: readonly FacetValue[],
	chosen: readonly string[],
	facet: FacetName,
): boolean {
	const least = facet === "meeting" || facet === "collection" ? 1 : 2;
	return chosen.length > 0 || values.length >= least;
}

/** What a facet's value is called. */
export function nameOf(
	facet: FacetName,
	value: string,
	catalog: Catalog,
	words: SearchWords,
): string {
	if (facet === "source" || facet === "person" || facet === "collection") {
		const list =
			facet === "source"
				? catalog.sources
				: facet === "person"
					? catalog.people
					: (catalog.collections ?? []);
		const known = list.find(({ id }) => id === value);
		return (
			known?.names?.[document.documentElement.lang] ?? known?.name ?? value
		);
	}
	if (facet === "language") return words.languages[value] ?? value;
	if (facet === "meeting") return words.meeting;
	return value === "undated" ? words.undated : value;
}

/** Height of the tallest bar and width of a year, in the drawing's own units. */
const barHeight = 60;
const barWidth = 24;

/** Fill `place` with one bar a year, from the first to the last; each can be pressed. */
export function showYears(
	place: Element,
	counts: readonly FacetValue[],
	chosen: readonly string[],
	words: SearchWords,
	toggle: (year: string) => void,
): void {
	const years = counts
		.filter(({ value }) => /^\d{4}$/.test(value))
		.map(({ value, count }) => ({ year: Number(value), count }));
	const first = years[0]?.year;
	const last = years.at(-1)?.year;
	if (first === undefined || last === undefined || first === last) {
		refill(place);
		return;
	}
	const most = Math.max(...years.map(({ count }) => count), 1);
	const span = last - first + 1;
	const every = Math.ceil(span / 12);
	const bars = Array.from({ length: span }, (_, n) => {
		const year = String(first + n);
		const count = years.find((one) => one.year === first + n)?.count ?? 0;
		const height = count === 0 ? 1 : Math.max(3, (count / most) * barHeight);
		const bar = svg(
			"g",
			{
				class: chosen.includes(year) ? "chosen" : "",
				role: "button",
				tabindex: count === 0 ? undefined : "0",
				"aria-pressed": String(chosen.includes(year)),
				"aria-label": words.yearBar(year, String(count)),
				"aria-disabled": count === 0 ? "true" : undefined,
				"data-year": year,
				transform: `translate(${n * barWidth} 0)`,
			},
			svg("title", {}, words.yearBar(year, String(count))),
			svg("rect", { class: "hold", width: barWidth, height: barHeight + 18 }),
			svg("rect", {
				class: "bar",
				x: 2,
				width: barWidth - 4,
				y: barHeight - height,
				height,
			}),
			n % every === 0 &&
				svg("text", { x: barWidth / 2, y: barHeight + 14 }, year.slice(2)),
		);
		if (count > 0) {
			bar.addEventListener("click", () => toggle(year));
			bar.addEventListener("keydown", (event) => {
				if (event.key !== "Enter" && event.key !== " ") return;
				event.preventDefault();
				toggle(year);
			});
		}
		return bar;
	});
	refill(
		place,
		svg(
			"svg",
			{
				viewBox: `0 0 ${span * barWidth} ${barHeight + 18}`,
				role: "group",
				"aria-label": words.byYear,
			},
			...bars,
		),
	);
}
