import type { View } from "../../src/site/props.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("search");

/** The frame of the search page; the search script fills it. */
export function render(view: View<"search">) {
	const w = wordsFor(view.archive.language);
	return (
		<Page view={view} title={w.search.title} kind="search" section="search">
			<header class="page-head">
				<h1>{w.search.title}</h1>
			</header>
			<noscript>
				<p class="note">{w.search.noScript}</p>
			</noscript>
		</Page>
	);
}
