import { relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("withdrawn");

/** Every article that was published here and is not any more. */
export function render(view: View<"withdrawn">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	return (
		<Page
			view={view}
			title={w.withdrawn.title}
			description={w.withdrawn.note}
			kind="withdrawn"
		>
			<PageHead title={w.withdrawn.title} note={w.withdrawn.note} />
			{props.entries.length === 0 && <p class="empty">{w.withdrawn.none}</p>}
			<ol class="teasers">
				{props.entries.map((entry) => (
					<li key={entry.id}>
						<h2>
							<a href={relativePath(path, entry.path)}>{entry.headline}</a>
						</h2>
						<p class="lede">{entry.reason}</p>
						<p class="meta">
							<span>{entry.outlet}</span>
							{entry.day !== undefined && (
								<span>
									{w.withdrawn.published}{" "}
									<time dateTime={entry.day}>{entry.day}</time>
								</span>
							)}
							<span>
								{w.withdrawn.day}{" "}
								<time dateTime={entry.withdrawn}>{entry.withdrawn}</time>
							</span>
						</p>
					</li>
				))}
			</ol>
		</Page>
	);
}
