import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { SearchPage } from "../parts/SearchPage.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("search");

/** The search page; its script fills it. */
export function render(view: View<"search">) {
	const w = wordsFor(view.archive.language);
	const to = (target: string) => relativePath(view.path, target);
	return (
		<Page
			view={view}
			title={w.search.title}
			kind="search"
			section="search"
			own={view.props.own}
		>
			<header class="page-head">
				<h1>{w.search.title}</h1>
			</header>
			<SearchPage language={view.archive.language} to={to} />
		</Page>
	);
}
