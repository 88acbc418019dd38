import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { isoText, utcText } from "../format.ts";
import { paged } from "../paged.ts";
import { BriefPicture } from "../parts/BriefPicture.tsx";
import { Page } from "../parts/Page.tsx";
import { Prose } from "../parts/Prose.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("recent");

/** The articles that the crawler recorded last. */
export function render(view: View<"recent">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page view={view} title={w.recent.title} kind="recent" section="recent">
			<header class="page-head">
				<h1>{w.recent.title}</h1>
				<p class="note">{w.recent.note}</p>
			</header>
			{props.briefs.length === 0 && <p class="empty">{w.list.none}</p>}
			<ol class="teasers">
				{props.briefs.map((brief) => (
					<li key={brief.id}>
						<BriefPicture brief={brief} path={path} />
						<h2 lang={brief.language}>
							<a href={relativePath(path, articlePath(brief.id))}>
								<Prose text={brief.headline} />
							</a>
						</h2>
						<p class="lede" lang={brief.language}>
							<Prose text={brief.lede} />
						</p>
						<p class="meta">
							<span>{brief.sourceName}</span>
							{brief.recorded !== undefined && (
								<time dateTime={isoText(brief.recorded)}>
									{w.article.recordedAt(utcText(brief.recorded))}
								</time>
							)}
						</p>
					</li>
				))}
			</ol>
		</Page>
	);
}
