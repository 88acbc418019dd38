import { articlePath, relativePath } from "../../src/site/addresses.ts";
import { periodAnchor } from "../../src/site/period-places.ts";
import type { Brief, NamedLink } from "../../src/site/props.ts";
import { dayText, weekdayText } from "../format.ts";
import type { Words } from "../words.ts";
import { BriefPicture } from "./BriefPicture.tsx";
import { DateStamp } from "./DateStamp.tsx";
import { Prose } from "./Prose.tsx";

interface Props {
	/** In the order of time, the newest first. */
	readonly briefs: readonly Brief[];
	readonly path: string;
	readonly w: Words;
	/** Leave the source out where the page is about one source. */
	readonly hideSource?: boolean;
	/** Days that are listed elsewhere, before the first and after the last. */
	readonly dayBefore?: NamedLink | undefined;
	readonly dayAfter?: NamedLink | undefined;
}

/** Articles under their days, months and, where there are several, their years. */
export function ArticleList(props: Props) {
	const { briefs, w } = props;
	if (briefs.length === 0) return <p class="empty">{w.list.none}</p>;
	const years = inGroups(briefs, (brief) => brief.day?.slice(0, 4));
	return (
		<div class="chronology" data-newest-first>
			{years.length === 1 ? (
				<div id={periodAnchor(years[0]?.key ?? "undated")}>
					<Months {...props} heading="h2" />
				</div>
			) : (
				years.map(({ key, list }) => (
					<section class="year-of-months" key={key}>
						<h2 class="year-mark" id={periodAnchor(key ?? "undated")}>
							{key === undefined ? w.date.undated : w.date.year(key)}
						</h2>
						<Months {...props} briefs={list} all={briefs} />
					</section>
				))
			)}
		</div>
	);
}

interface Part extends Props {
	/** All articles of the page, which days before and after are looked for in. */
	readonly all?: readonly Brief[];
}

/** Months under headings on the page of a year; on that of many years their days name them. */
function Months(props: Part & { readonly heading?: "h2" }) {
	const { briefs, w, heading: Heading } = props;
	const months = inGroups(briefs, (brief) => brief.day?.slice(0, 7));
	return months.map(({ key, list }) => (
		<section
			class="month-of-days"
			key={key}
			id={Heading || key === undefined ? undefined : periodAnchor(key)}
		>
			{key !== undefined && Heading && (
				<Heading class="month-mark" id={periodAnchor(key)}>
					{w.date.month(key.slice(0, 4), Number(key.slice(5)))}
				</Heading>
			)}
			<Days {...props} briefs={list} all={props.all ?? briefs} />
		</section>
	));
}

function Days(props: Part) {
	const { briefs, all = briefs, path, w, hideSource } = props;
	return (
		<ol class="days">
			{inGroups(briefs, (brief) => brief.day).map(({ key: day, list }) => (
				<li
					class="day"
					key={day ?? ""}
					id={day === undefined ? undefined : periodAnchor(day)}
				>
					{day !== undefined && (
						<p class="day-name">
							<time dateTime={day}>
								{w.date.dayShort(Number(day.slice(5, 7)), Number(day.slice(8)))}
							</time>{" "}
							<span>{weekdayText(day, w)}</span>
							<DaySteps {...props} all={all} day={day} />
						</p>
					)}
					<ul class="day-articles">
						{list.map((brief) => (
							<li key={brief.id} class="day-article">
								<BriefLink brief={brief} path={path} />
								<span class="meta">
									{!hideSource && <span>{brief.sourceName}</span>}
									<DateStamp at={brief} w={w} clockOnly />
								</span>
								<BriefPicture brief={brief} path={path} />
							</li>
						))}
					</ul>
				</li>
			))}
		</ol>
	);
}

/** Links to the days before and after; the style sheet shows them on the day that the address names. */
function DaySteps(props: Part & { readonly day: string }) {
	const { all = [], day, dayBefore, dayAfter, path, w } = props;
	const first = all.findIndex((brief) => brief.day === day);
	const last = all.findLastIndex((brief) => brief.day === day);
	const inPage = (brief: Brief | undefined) =>
		brief?.day === undefined
			? undefined
			: { name: brief.day, href: `#${periodAnchor(brief.day)}` };
	const elsewhere = (link: NamedLink | undefined) =>
		link && { name: link.name, href: relativePath(path, link.path) };
	const before =
		last + 1 < all.length ? inPage(all[last + 1]) : elsewhere(dayBefore);
	const after = first > 0 ? inPage(all[first - 1]) : elsewhere(dayAfter);
	return (
		<span class="day-steps">
			{before && (
				<a href={before.href} rel="prev" title={dayText(before.name, w)}>
					{w.list.dayBefore}
				</a>
			)}
			{after && (
				<a href={after.href} rel="next" title={dayText(after.name, w)}>
					{w.list.dayAfter}
				</a>
			)}
		</span>
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
			<Prose text={brief.headline} />
		</a>
	);
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
