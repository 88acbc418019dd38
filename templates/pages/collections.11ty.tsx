import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { numberText, paragraphsOf } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("collections");

/** Every collection of the owner's, with the beginning of what is said of it. */
export function render(view: View<"collections">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page
			view={view}
			title={w.nav.collections}
			kind="collections"
			section="collections"
		>
			<PageHead title={w.nav.collections} />
			<ol class="teasers">
				{props.collections.map(({ name, path: target, count, text }) => (
					<li key={target}>
						<h2>
							<a href={relativePath(path, target)}>{name}</a>
						</h2>
						{text !== undefined && <p class="lede">{paragraphsOf(text)[0]}</p>}
						<p class="meta">{w.count.articles(numberText(count))}</p>
					</li>
				))}
			</ol>
		</Page>
	);
}
