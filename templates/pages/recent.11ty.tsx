import type { View } from "../../src/site/views.ts";
import { isoText, utcText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Prose } from "../parts/Prose.tsx";
import { Teaser } from "../parts/Teaser.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("recent");

/** The articles that the crawler recorded last. */
export function render(view: View<"recent">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page view={view} title={w.recent.title} kind="recent" section="recent">
			<PageHead title={w.recent.title} note={w.recent.note} />
			{props.briefs.length === 0 && <p class="empty">{w.list.none}</p>}
			<ol class="teasers">
				{props.briefs.map((brief) => (
					<li key={brief.id}>
						<Teaser
							teaser={brief}
							path={path}
							headline={<Prose text={brief.headline} />}
							time={
								brief.recorded !== undefined && (
									<time dateTime={isoText(brief.recorded)}>
										{w.article.recordedAt(utcText(brief.recorded))}
									</time>
								)
							}
						/>
					</li>
				))}
			</ol>
		</Page>
	);
}
