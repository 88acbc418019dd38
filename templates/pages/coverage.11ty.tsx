import type { View } from "../../src/site/views.ts";
import { numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Coverage, fullestMonth, YearTable } from "../parts/MonthGrid.tsx";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("coverage");

/** What the archive holds of every outlet, month by month, and what it lacks. */
export function render(view: View<"coverage">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const rows = props.groups.flatMap((group) => group.rows);
	const most = fullestMonth(rows);
	return (
		<Page
			view={view}
			title={w.coverage.title}
			kind="coverage"
			section="coverage"
		>
			<PageHead title={w.coverage.title} note={w.home.coverageNote}>
				<p class="tally">
					<span>{w.count.sources(numberText(props.outlets))}</span>
				</p>
			</PageHead>
			{rows.length === 0 ? (
				<p class="empty">{w.list.none}</p>
			) : (
				<>
					{props.groups.map((group) => (
						<section key={group.country ?? ""} class="coverage-group">
							<h2>
								{group.country === undefined
									? w.coverage.elsewhere
									: (w.coverage.countries[group.country] ?? group.country)}{" "}
								<span class="count">{numberText(group.count)}</span>
							</h2>
							<Coverage rows={group.rows} most={most} path={path} w={w} />
						</section>
					))}
					<h2 class="section-name" id="table">
						{w.coverage.table}
					</h2>
					<section
						class="scroll"
						aria-labelledby="table"
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
						tabIndex={0}
					>
						<YearTable rows={rows} path={path} w={w} />
					</section>
				</>
			)}
		</Page>
	);
}
