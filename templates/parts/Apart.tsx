import type { Brief } from "../../src/site/props.ts";
import { numberText } from "../format.ts";
import type { Words } from "../words.ts";
import { bySentence, Elsewhere, SentenceLink } from "./Evidence.tsx";
import { Prose } from "./Prose.tsx";

/** A sentence that is listed apart from the chronicle, with a remark on it. */
export interface ApartItem {
	readonly articleId: string;
	readonly paragraph: string;
	readonly quote: string;
	/** Why it stands here, or when it was and how. */
	readonly remark: string;
	/** Stable code of `remark`. */
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
							<p class="reason">{item.remark}</p>
							<blockquote lang={articles[item.articleId]?.language}>
								<p>
									<Prose text={item.quote} />
								</p>
							</blockquote>
							<p class="meta">
								<SentenceLink of={item} articles={articles} path={path} w={w} />
								<Elsewhere of={same} articles={articles} path={path} w={w} />
							</p>
						</li>
					))}
				</ul>
			</details>
		</section>
	);
}

/** Items in groups of the same remark and the same sentence. */
function once(items: readonly ApartItem[]) {
	const reasons = new Set(items.map(({ id, remark }) => `${id} ${remark}`));
	return [...reasons].flatMap((reason) =>
		bySentence(items.filter(({ id, remark }) => `${id} ${remark}` === reason)),
	);
}
