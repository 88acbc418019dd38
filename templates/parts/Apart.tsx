import type { Brief } from "../../src/site/props.ts";
import { numberText } from "../format.ts";
import type { Words } from "../words.ts";
import { bySentence, Same, Whence } from "./Evidence.tsx";
import { Prose } from "./Prose.tsx";

/** A sentence that is shown beside the chronicle, with what is to be said of it. */
export interface ApartItem {
	readonly articleId: string;
	readonly paragraph: string;
	readonly quote: string;
	/** Why it stands here, or when it was and how. */
	readonly said: string;
	/** Stable code of `said`. */
	readonly code: string;
	/** The meeting or day that it would tell of. */
	readonly id?: string;
}

/** What is listed apart from the meetings, folded: leads, contacts that were not in person, claims turned down. */
export function Apart(props: {
	readonly id: string;
	readonly title: string;
	readonly note: string;
	readonly items: readonly ApartItem[];
	readonly articles: Readonly<Record<string, Brief>>;
	readonly path: string;
	readonly w: Words;
}) {
	const { id, title, note, items, articles, path, w } = props;
	if (items.length === 0) return null;
	return (
		<section class="rejected apart" aria-labelledby={id}>
			<h2 id={id} class="section-name">
				{title}
			</h2>
			<p class="note">{note}</p>
			<details>
				<summary>{w.timeline.rejectedCount(numberText(items.length))}</summary>
				<ul>
					{once(items).map(([item, ...same]) => (
						<li
							key={`${item.articleId}${item.paragraph}${item.quote}${item.code}`}
							id={item.id}
							data-reason={item.code}
						>
							<p class="reason">{item.said}</p>
							<blockquote lang={articles[item.articleId]?.language}>
								<p>
									<Prose text={item.quote} />
								</p>
							</blockquote>
							<p class="meta">
								<Whence of={item} articles={articles} path={path} w={w} />
								<Same of={same} articles={articles} path={path} w={w} />
							</p>
						</li>
					))}
				</ul>
			</details>
		</section>
	);
}

/** Items of which the same is to be said, each sentence once. */
function once(items: readonly ApartItem[]) {
	const reasons = new Set(items.map(({ id, said }) => `${id} ${said}`));
	return [...reasons].flatMap((reason) =>
		bySentence(items.filter(({ id, said }) => `${id} ${said}` === reason)),
	);
}
