import { paths, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/props.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("not-found");

/** What a host shows for an address that is not here. */
export function render(view: View<"not-found">) {
	const w = wordsFor(view.archive.language);
	return (
		<Page view={view} title={w.notFound.title} kind="not-found">
			<header class="page-head">
				<h1>{w.notFound.title}</h1>
				<p>{w.notFound.text}</p>
				<p>
					<a href={relativePath(view.path, paths.search)}>{w.nav.search}</a> ·{" "}
					<a href={relativePath(view.path, paths.years)}>{w.nav.years}</a> ·{" "}
					<a href={relativePath(view.path, paths.home)}>{w.nav.home}</a>
				</p>
			</header>
		</Page>
	);
}
