import { paths, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("compare");

/** Two articles side by side; its script fills it with those that the address names. */
export function render(view: View<"compare">) {
	const w = wordsFor(view.archive.language);
	return (
		<Page
			view={view}
			title={w.compare.title}
			kind="compare"
			scripts={["compare.js"]}
			framesOwnPages
		>
			<PageHead title={w.compare.title} note={w.compare.note} />
			<noscript>
				<p class="empty">{w.compare.noScript}</p>
			</noscript>
			<p class="empty" id="compare-state" role="status" hidden>
				{w.compare.loading}
			</p>
			<div
				id="compare"
				data-missing={w.compare.missing}
				data-nothing={w.compare.nothing}
				data-only={w.compare.only}
			/>
			<p class="more">
				<a href={relativePath(view.path, paths.years)}>{w.years.title}</a>
			</p>
		</Page>
	);
}
