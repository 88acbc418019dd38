/** Bars over time, up to three questions side by side; everything it needs is in the drawing itself. */
import type { Frequency } from "../../../src/search/query/frequency.ts";
import { svg } from "../search/dom.ts";
import type { SearchWords } from "../search/words.ts";

/** Sizes in the drawing's own units. */
const height = 180;
const groupWidth = 34;
const margin = { left: 52, right: 12, top: 30, bottom: 26 };
/** Told apart by colour and by pattern of tone, in light and dark. */
const colours = ["#a8321f", "#2f6f8f", "#8a7a2f"];
const ink = "#777";

/** @param relative shares of what the archive holds of each time, instead of numbers. */
export function chartOf(
	rows: readonly Frequency[],
	questions: readonly string[],
	relative: boolean,
	words: SearchWords,
): SVGSVGElement {
	const dated = rows.filter(({ period }) => period !== "");
	const amountOf = (row: Frequency, n: number) => {
		const found = row.found[n]?.articles ?? 0;
		if (!relative) return found;
		return row.articles === 0 ? 0 : (100 * found) / row.articles;
	};
	const most = Math.max(
		relative ? 0.1 : 1,
		...dated.flatMap((row) => questions.map((_, n) => amountOf(row, n))),
	);
	const width = margin.left + margin.right + dated.length * groupWidth;
	const full = {
		width: Math.max(width, 360),
		height: margin.top + height + margin.bottom,
	};
	const barWidth = (groupWidth - 8) / questions.length;
	const every = Math.ceil(dated.length / 24);
	const told = (value: number) =>
		relative ? `${value.toFixed(1)}%` : String(Math.round(value));
	return svg(
		"svg",
		{
			viewBox: `0 0 ${full.width} ${full.height}`,
			width: full.width,
			height: full.height,
			role: "img",
			"aria-label": `${questions.join("、")}: ${relative ? words.axisShare : words.axisNumber}`,
			"font-family": "sans-serif",
			"font-size": 11,
			xmlns: "http://www.w3.org/2000/svg",
		},
		svg(
			"text",
			{ x: 4, y: 12, fill: ink },
			relative ? words.axisShare : words.axisNumber,
		),
		...questions.map((query, n) =>
			svg(
				"text",
				{ x: margin.left + n * 130, y: 26, fill: colours[n] },
				`■ ${query.length > 12 ? `${query.slice(0, 12)}…` : query}`,
			),
		),
		...[0, 0.5, 1].flatMap((part) => {
			const y = margin.top + height * (1 - part);
			return [
				svg("line", {
					x1: margin.left,
					x2: full.width - margin.right,
					y1: y,
					y2: y,
					stroke: ink,
					"stroke-width": 0.4,
				}),
				svg(
					"text",
					{ x: margin.left - 5, y: y + 4, "text-anchor": "end", fill: ink },
					told(most * part),
				),
			];
		}),
		...dated.flatMap((row, at) => {
			const x = margin.left + at * groupWidth + 4;
			return [
				...questions.map((query, n) => {
					const value = amountOf(row, n);
					const bar = (height * value) / most;
					return svg(
						"rect",
						{
							x: x + n * barWidth,
							y: margin.top + height - bar,
							width: Math.max(1, barWidth - 1),
							height: bar,
							fill: colours[n],
						},
						svg("title", {}, `${row.period} ${query}: ${told(value)}`),
					);
				}),
				at % every === 0 &&
					svg(
						"text",
						{
							x: x + groupWidth / 2 - 4,
							y: full.height - 8,
							"text-anchor": "middle",
							fill: ink,
						},
						row.period,
					),
			];
		}),
	);
}
