import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { Brief } from "../../src/site/props.ts";
import { dayText, numberText, weekdayText } from "../format.ts";
import type { Words } from "../words.ts";
import { DateStamp } from "./DateStamp.tsx";

interface Props {
	readonly briefs: readonly Brief[];
	readonly path: string;
	readonly w: Words;
	/** Leave the source out where the page is about one source. */
	readonly hideSource?: boolean;
}

/** A list that is longer and of more than two years begins with the way to each of them. */
const longList = 60;

/** Articles under their days and, where there are several, their years, in the order given. */
export function ArticleList(props: Props) {
	const { briefs, w } = props;
	if (briefs.length === 0) return <p class="empty">{w.list.none}</p>;
	const years = inGroups(briefs, (brief) => brief.day?.slice(0, 4));
	if (years.length === 1) return <Days {...props} heading="h2" />;
	return (
		<>
			{years.length > 2 && briefs.length > longList && (
				<nav class="jumps" aria-label={w.list.byPeriod}>
					<ul>
						{years.map(({ key, list }) => (
							<li key={key}>
								<a href={`#${anchorOf(key)}`}>{yearText(key, w)}</a>{" "}
								<span class="count">{numberText(list.length)}</span>
							</li>
						))}
					</ul>
				</nav>
			)}
			{years.map(({ key, list }) => (
				<section class="year-of-days" key={key} aria-labelledby={anchorOf(key)}>
					<h2 class="year-mark" id={anchorOf(key)}>
						{yearText(key, w)}
					</h2>
					<Days {...props} briefs={list} heading="h3" />
				</section>
			))}
		</>
	);
}

function Days(props: Props & { readonly heading: "h2" | "h3" }) {
	const { briefs, path, w, hideSource, heading: Heading } = props;
	return (
		<div class="days">
			{inGroups(briefs, (brief) => brief.day).map(({ key: day, list }) => (
				<section class="day" key={day ?? ""}>
					<Heading class="day-name">
						{day === undefined ? (
							w.date.undated
						) : (
							<time dateTime={day}>
								{dayText(day, w)} <span>{weekdayText(day, w)}</span>
							</time>
						)}
					</Heading>
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

function anchorOf(year: string | undefined): string {
	return `y${year ?? "-undated"}`;
}

function yearText(year: string | undefined, w: Words): string {
	return year === undefined ? w.date.undated : w.date.year(year);
}

/** Neighbours that agree on `keyOf`. */
function inGroups(
	briefs: readonly Brief[],
	keyOf: (brief: Brief) => string | undefined,
) {
	const groups: { key: string | undefined; list: Brief[] }[] = [];
	for (const brief of briefs) {
		const key = keyOf(brief);
		const group = groups.at(-1);
		if (group && group.key === key) group.list.push(brief);
		else groups.push({ key, list: [brief] });
	}
	return groups;
}
