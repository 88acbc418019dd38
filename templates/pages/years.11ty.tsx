import { listPath, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("years");

/** Every year with its months. */
export function render(view: View<"years">) {
	const { archive, props, path } = view;
	const most = Math.max(1, ...props.years.flatMap(({ months }) => months));
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	return (
		<Page view={view} title={w.years.title} kind="years" section="years">
			<header class="page-head">
				<h1>{w.years.title}</h1>
				<p class="note">{w.years.note}</p>
			</header>
			{props.years.length === 0 && <p class="empty">{w.list.none}</p>}
			<ol class="year-list">
				{[...props.years]
					.reverse()
					.map(({ year, path: target, count, months }) => (
						<li key={year}>
							<a href={to(target)}>
								<b>{w.date.year(year)}</b>
								<span class="count">{w.count.articles(numberText(count))}</span>
							</a>
							<Months months={months} most={most} />
						</li>
					))}
			</ol>
			{props.undated > 0 && (
				<p>
					<a href={to(listPath(undefined, "", "undated"))}>{w.years.undated}</a>{" "}
					<span class="count">
						{w.count.articles(numberText(props.undated))}
					</span>
				</p>
			)}
		</Page>
	);
}

/**
 * Twelve bars; the numbers are on the year's own page.
 *
 * @param most articles in the fullest month of all years: heights compare from year to year.
 */
function Months({ months, most }: { months: readonly number[]; most: number }) {
	return (
		<svg
			class="months"
			viewBox="0 0 144 24"
			width="144"
			height="24"
			aria-hidden="true"
		>
			<path class="base" d="M0 23.5h144" />
			<path
				class="bars"
				d={months
					.map((count, month) => {
						const height =
							count === 0 ? 0 : Math.max(2, Math.round((count / most) * 22));
						return height === 0
							? ""
							: `M${month * 12 + 1} 23h10v-${height}h-10z`;
					})
					.join("")}
			/>
		</svg>
	);
}
