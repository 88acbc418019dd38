import { relativePath } from "../../src/site/addresses.ts";
import type { Counted } from "../../src/site/props.ts";
import type { View } from "../../src/site/views.ts";
import { numberText, periodText } from "../format.ts";
import { paged } from "../paged.ts";
import { fullestMonth } from "../parts/MonthGrid.tsx";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("years");

/** Every year with its months. */
export function render(view: View<"years">) {
	const { archive, props, path } = view;
	const { undated } = props;
	const most = fullestMonth([props]);
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const years = props.years.filter((year) => year.path !== undefined);
	return (
		<Page view={view} title={w.years.title} kind="years" section="years">
			<PageHead title={w.years.title} note={w.years.note} />
			{years.length === 0 && <p class="empty">{w.list.none}</p>}
			<ol class="year-list">
				{[...years].reverse().map(({ year, path: target, count, months }) => (
					<li key={year}>
						<a href={to(target ?? "")}>
							<b>{w.date.year(year)}</b>
							<span class="count">{w.count.articles(numberText(count))}</span>
						</a>
						<Months months={months} most={most} path={path} w={w} />
					</li>
				))}
			</ol>
			{undated && (
				<p class="undated">
					<a href={to(undated.path)}>{w.years.undated}</a>{" "}
					<span class="count">
						{w.count.articles(numberText(undated.count))}
					</span>
				</p>
			)}
		</Page>
	);
}

interface Props {
	readonly months: readonly Counted[];
	readonly most: number;
	readonly path: string;
	readonly w: Words;
}

/**
 * Twelve bars that lead to their months; the year's own page names them in words.
 *
 * @param most articles in the fullest month of all years: heights compare from year to year.
 */
function Months({ months, most, path, w }: Props) {
	return (
		<svg
			class="months"
			viewBox="0 0 144 24"
			width="144"
			height="24"
			aria-hidden="true"
		>
			<path class="base" d="M0 23.5h144" />
			{months.map(({ name, count, path: target }) => {
				const x = (Number(name.slice(5)) - 1) * 12;
				const height = Math.max(2, Math.round((count / most) * 22));
				return (
					<a key={name} href={relativePath(path, target)} tabIndex={-1}>
						<path class="reach" d={`M${x} 0h12v24h-12z`} />
						<path class="bars" d={`M${x + 1} 23h10v-${height}h-10z`}>
							<title>
								{`${periodText(name, w)} ${w.count.articles(numberText(count))}`}
							</title>
						</path>
					</a>
				);
			})}
		</svg>
	);
}
