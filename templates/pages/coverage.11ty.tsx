import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { CoverageChart, CoverageTable } from "../parts/CoverageChart.tsx";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("coverage");

/** What the archive holds of each source and month, and what it lacks. */
export function render(view: View<"coverage">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page
			view={view}
			title={w.coverage.title}
			kind="coverage"
			section="coverage"
		>
			<header class="page-head">
				<h1>{w.coverage.title}</h1>
				<p class="note">{w.home.coverageNote}</p>
			</header>
			{props.coverage.rows.length === 0 ? (
				<p class="empty">{w.list.none}</p>
			) : (
				<>
					<CoverageChart coverage={props.coverage} path={path} w={w} />
					<h2 class="section-name" id="table">
						{w.coverage.table}
					</h2>
					<section
						class="scroll"
						aria-labelledby="table"
						// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
						tabIndex={0}
					>
						<CoverageTable coverage={props.coverage} w={w} />
					</section>
				</>
			)}
		</Page>
	);
}
