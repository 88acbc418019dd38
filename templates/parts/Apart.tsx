import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { Brief } from "../../src/site/props.ts";
import { dayText, numberText } from "../format.ts";
import type { Words } from "../words.ts";

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
					{items.map((item) => {
						const brief = articles[item.articleId];
						const target = relativePath(path, articlePath(item.articleId));
						return (
							<li
								key={`${item.articleId}${item.paragraph}${item.quote}${item.code}`}
								id={item.id}
								data-reason={item.code}
							>
								<p class="reason">{item.said}</p>
								<blockquote lang={brief?.language}>
									<p>{item.quote}</p>
								</blockquote>
								<p class="meta">
									<a href={`${target}#${item.paragraph}`}>
										{brief?.sourceName ?? item.articleId}
										{brief?.day && `${w.marks.comma}${dayText(brief.day, w)}`}
									</a>
								</p>
							</li>
						);
					})}
				</ul>
			</details>
		</section>
	);
}
