import { relativePath } from "../../src/site/addresses.ts";
import type { Coverage } from "../../src/site/pages/coverage.ts";
import { numberText } from "../format.ts";
import type { Words } from "../words.ts";

/** Side of one month's square, and the step to the next, in SVG units. */
const side = 11;
const step = 12;
/** Room for the years at the left. */
const gutter = 32;

/** Small multiples: for each source a row of twelve squares a year, gaps left as outlines. */
export function CoverageChart(props: {
	coverage: Coverage;
	path: string;
	w: Words;
}) {
	const { coverage, path, w } = props;
	const { rows } = coverage;
	const most = Math.max(1, ...rows.flatMap(({ months }) => months));
	const width = gutter + 12 * step;
	return (
		<ul class="coverage">
			{rows.map((row) => (
				<li key={row.path}>
					<a href={relativePath(path, row.path)}>{row.name}</a>
					<svg
						viewBox={`0 0 ${width} ${row.years.length * step}`}
						width={width}
						height={row.years.length * step}
						role="img"
						aria-label={w.coverage.alt(
							row.name,
							row.years[0] ?? "",
							row.years.at(-1) ?? "",
							numberText(row.months.reduce((sum, n) => sum + n, 0)),
						)}
					>
						{row.years.map((year, index) => (
							<text
								key={year}
								x={gutter - 6}
								y={index * step + side - 1}
								text-anchor="end"
							>
								{year}
							</text>
						))}
						{[0, 1, 2, 3, 4].map((level) => (
							<path
								key={level}
								class={`level-${level}`}
								d={row.months
									.map((count, index) =>
										levelOf(count, most) === level ? square(index) : "",
									)
									.join("")}
							/>
						))}
					</svg>
				</li>
			))}
		</ul>
	);
}

/** 0 for none, then four steps on a logarithmic scale: one article must stay visible beside many. */
function levelOf(count: number, most: number): number {
	if (count === 0) return 0;
	if (most === 1) return 2;
	return (
		1 + Math.min(3, Math.floor((Math.log(count) / Math.log(most)) * 3.999))
	);
}

function square(index: number): string {
	const x = gutter + (index % 12) * step + 1;
	const y = Math.floor(index / 12) * step + 1;
	return `M${x} ${y}h${side - 1}v${side - 1}h-${side - 1}z`;
}

/** The same numbers for readers of tables. */
export function CoverageTable({
	coverage,
	w,
}: {
	coverage: Coverage;
	w: Words;
}) {
	return (
		<table class="figures">
			<thead>
				<tr>
					<th scope="col">{w.coverage.source}</th>
					<th scope="col">{w.coverage.year}</th>
					{Array.from({ length: 12 }, (_, month) => (
						<th scope="col" key={`m${month + 1}`}>
							{month + 1}
						</th>
					))}
					<th scope="col">{w.coverage.total}</th>
				</tr>
			</thead>
			<tbody>
				{coverage.rows.flatMap((row) =>
					row.years.map((year, index) => {
						const months = row.months.slice(index * 12, index * 12 + 12);
						return (
							<tr key={`${row.path}${year}`}>
								<th scope="row">{row.name}</th>
								<td>{year}</td>
								{months.map((count, month) => (
									<td key={month}>{count === 0 ? "·" : numberText(count)}</td>
								))}
								<td>{numberText(months.reduce((sum, n) => sum + n, 0))}</td>
							</tr>
						);
					}),
				)}
			</tbody>
		</table>
	);
}
