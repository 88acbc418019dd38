import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { CountedLink } from "../parts/CountedLink.tsx";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { PartLinks } from "../parts/PartLinks.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("facets");

/** All sources, people, places or tags, the most frequent first. */
export function render(view: View<"facets">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const { kind, items, part, parts } = props;
	return (
		<Page view={view} title={w.facets[kind]} kind="facets" section={kind}>
			<PageHead title={w.facets[kind]} note={w.facets.notes[kind]} />
			{items.length === 0 ? (
				<p class="empty">{w.facets.none}</p>
			) : (
				<ul class={`facet-list facet-${kind}`}>
					{items.map((item) => (
						<li key={item.path}>
							<CountedLink of={item} path={path} />
						</li>
					))}
				</ul>
			)}
			<PartLinks part={part} parts={parts} path={path} w={w} />
		</Page>
	);
}
