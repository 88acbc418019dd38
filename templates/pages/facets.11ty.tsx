import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
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
			<header class="page-head">
				<h1>{w.facets[kind]}</h1>
				<p class="note">{w.facets.notes[kind]}</p>
			</header>
			{items.length === 0 ? (
				<p class="empty">{w.facets.none}</p>
			) : (
				<ul class={`facet-list facet-${kind}`}>
					{items.map((item) => (
						<li key={item.path}>
							<a href={relativePath(path, item.path)}>{item.name}</a>{" "}
							<span class="count">{numberText(item.count)}</span>
						</li>
					))}
				</ul>
			)}
			<PartLinks part={part} parts={parts} path={path} w={w} />
		</Page>
	);
}
