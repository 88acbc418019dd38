import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { Brief } from "../../src/site/props.ts";
import { dayText, weekdayText } from "../format.ts";
import type { Words } from "../words.ts";
import { DateStamp } from "./DateStamp.tsx";

interface Props {
	readonly briefs: readonly Brief[];
	readonly path: string;
	readonly w: Words;
	/** Leave the source out where the page is about one source. */
	readonly hideSource?: boolean;
}

/** Articles under their days, in the order given. */
export function ArticleList({ briefs, path, w, hideSource }: Props) {
	if (briefs.length === 0) return <p class="empty">{w.list.none}</p>;
	return (
		<div class="days">
			{byDay(briefs).map(({ day, list }) => (
				<section class="day" key={day ?? ""}>
					<h2 class="day-name">
						{day === undefined ? (
							w.date.undated
						) : (
							<time dateTime={day}>
								{dayText(day, w)} <span>{weekdayText(day, w)}</span>
							</time>
						)}
					</h2>
					<ul>
						{list.map((brief) => (
							<li key={brief.id}>
								<BriefLink brief={brief} path={path} />
								<span class="meta">
									{!hideSource && <span>{brief.sourceName}</span>}
									<DateStamp at={brief} w={w} clockOnly />
								</span>
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

/** A headline that leads to its article. */
export function BriefLink({ brief, path }: { brief: Brief; path: string }) {
	return (
		<a
			class="headline-link"
			lang={brief.language}
			href={relativePath(path, articlePath(brief.id))}
		>
			{brief.headline}
		</a>
	);
}

function byDay(briefs: readonly Brief[]) {
	const groups: { day: string | undefined; list: Brief[] }[] = [];
	for (const brief of briefs) {
		const group = groups.at(-1);
		if (group && group.day === brief.day) group.list.push(brief);
		else groups.push({ day: brief.day, list: [brief] });
	}
	return groups;
}
