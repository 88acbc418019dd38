import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { dayText, numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("timelines");

/** All chronicles of the archive, each with how much it holds. */
export function render(view: View<"timelines">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page view={view} title={w.nav.timeline} kind="facets" section="timeline">
			<PageHead title={w.nav.timeline} />
			<ul class="facet-list">
				{props.pairs.map(({ name, path: target, meetings, first, last }) => (
					<li key={target}>
						<a href={relativePath(path, target)}>{name}</a>{" "}
						<span class="count">
							{w.count.encounters(numberText(meetings))}
							{first &&
								last &&
								` · ${w.home.span(dayText(first, w), dayText(last, w))}`}
						</span>
					</li>
				))}
			</ul>
		</Page>
	);
}
