import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paragraphsOf } from "../format.ts";
import { paged } from "../paged.ts";
import { DateStamp } from "../parts/DateStamp.tsx";
import { FeedHead, FeedLinks } from "../parts/Feeds.tsx";
import { Headline } from "../parts/Headline.tsx";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Teaser } from "../parts/Teaser.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("collection");

/** Articles that the owner put together, in the owner's order and with the owner's notes. */
export function render(view: View<"collection">) {
	const { archive, props, path } = view;
	const { title, text = "", articles, feeds } = props;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	return (
		<Page
			view={view}
			title={title}
			description={paragraphsOf(text)[0]}
			kind="collection"
			section="collections"
			head={
				<FeedHead feeds={feeds} to={to} title={`${title} · ${archive.title}`} />
			}
		>
			<PageHead title={title}>
				{paragraphsOf(text).map((paragraph) => (
					<p class="statement" key={paragraph}>
						{paragraph}
					</p>
				))}
			</PageHead>
			{articles.length === 0 && <p class="empty">{w.list.none}</p>}
			<ol class="teasers">
				{articles.map(({ teaser, note }) => (
					<li key={teaser.id}>
						<Teaser
							teaser={teaser}
							path={path}
							headline={<Headline text={teaser.headline} />}
							note={note}
							time={<DateStamp at={teaser} w={w} />}
						/>
					</li>
				))}
			</ol>
			<p class="more">
				<FeedLinks feeds={feeds} to={to} w={w} />
			</p>
		</Page>
	);
}
