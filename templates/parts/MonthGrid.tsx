import { relativePath } from "../../src/site/addresses.ts";
import type { MonthGrid } from "../../src/site/month-grid.ts";
import type { CoverageRow } from "../../src/site/pages/coverage.ts";
import { numberText, periodText } from "../format.ts";
import type { Words } from "../words.ts";
import { CountedLink } from "./CountedLink.tsx";
import { levelOf } from "./levels.ts";

/** Side of one month's square, and the step to the next, in SVG units. */
const side = 11;
const step = 12;
/** Room for the years at the left. */
const gutter = 32;

interface Props {
	readonly grid: MonthGrid;
	/** The fullest month of all grids on the page: shades compare from one to the other. */
	readonly most: number;
	readonly path: string;
	readonly w: Words;
}

/**
 * Twelve squares a year, each a link to its list, gaps left as outlines. Not for the keyboard and for screen readers: there
 * are hundreds of them, and the page links the same lists by year as well.
 */
export function MonthSquares({ grid, most, path, w }: Props) {
	const width = gutter + 12 * step;
	const height = grid.years.length * step;
	return (
		<svg
			class="month-squares"
			viewBox={`0 0 ${width} ${height}`}
			width={width}
			height={height}
			aria-hidden="true"
		>
			{grid.years.map(({ year }, row) => (
				<text
					key={year}
					x={gutter - 6}
					y={row * step + side - 1}
					text-anchor="end"
				>
					{year}
				</text>
			))}
			<path
				class="level-0"
				d={grid.years
					.map(({ months }, row) =>
						Array.from({ length: 12 }, (_, column) =>
							months.some(({ name }) => monthIndex(name) === column)
								? ""
								: square(column, row),
						).join(""),
					)
					.join("")}
			/>
			{grid.years.flatMap(({ months }, row) =>
				months.map(({ name, count, path: target }) => (
					<a key={name} href={relativePath(path, target)} tabIndex={-1}>
						<path
							class={`level-${levelOf(count, most)}`}
							d={square(monthIndex(name), row)}
						>
							<title>
								{`${periodText(name, w)} ${w.count.articles(numberText(count))}`}
							</title>
						</path>
					</a>
				)),
			)}
		</svg>
	);
}

/** Outlets, each with its months. */
export function Coverage(props: {
	rows: readonly CoverageRow[];
	/** As in {@link MonthSquares}. */
	most: number;
	path: string;
	w: Words;
}) {
	const { rows, ...around } = props;
	return (
		<ul class="coverage">
			{rows.map((row) => (
				<li key={row.path}>
					<p>
						<CountedLink of={row} path={around.path} />
					</p>
					<MonthSquares grid={row} {...around} />
				</li>
			))}
		</ul>
	);
}

/** The fullest month of several grids; at least one. */
export function fullestMonth(grids: readonly MonthGrid[]): number {
	let most = 1;
	for (const { years } of grids)
		for (const { months } of years)
			for (const { count } of months) most = Math.max(most, count);
	return most;
}

function monthIndex(month: string): number {
	return Number(month.slice(5)) - 1;
}

function square(column: number, row: number): string {
	const x = gutter + column * step + 1;
	const y = row * step + 1;
	return `M${x} ${y}h${side - 1}v${side - 1}h-${side - 1}z`;
}

/** Outlets by year, for readers of tables; each number leads to its list. */
export function YearTable(props: {
	rows: readonly CoverageRow[];
	path: string;
	w: Words;
}) {
	const { rows, path, w } = props;
	const years = [
		...new Set(rows.flatMap((row) => row.years.map(({ year }) => year))),
	].sort();
	return (
		<table class="figures">
			<thead>
				<tr>
					<th scope="col">{w.coverage.source}</th>
					{years.map((year) => (
						<th scope="col" key={year}>
							{year}
						</th>
					))}
					<th scope="col">{w.coverage.total}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.path}>
						<th scope="row">
							<a href={relativePath(path, row.path)}>{row.name}</a>
						</th>
						{years.map((year) => {
							const own = row.years.find((one) => one.year === year);
							return (
								<td key={year}>
									{own?.path === undefined ? (
										"·"
									) : (
										<a href={relativePath(path, own.path)}>
											{numberText(own.count)}
										</a>
									)}
								</td>
							);
						})}
						<td>{numberText(row.count)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
