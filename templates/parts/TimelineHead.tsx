import type {
	MeetingCount,
	TimelineProps,
} from "../../src/site/pages/timeline.ts";
import { dayText, numberText } from "../format.ts";
import type { Words } from "../words.ts";
import { FeedLinks } from "./Feeds.tsx";
import { Headline } from "./Headline.tsx";

/** Whose meetings they are, how many of which sort, how they are to be read. */
export function TimelineHead({
	props,
	to,
	w,
}: {
	props: TimelineProps;
	to: (path: string) => string;
	w: Words;
}) {
	const { timeline, entries, leads, contacts, rejected, count } = props;
	const withStatus = (status: string) =>
		entries.filter(({ encounter }) => encounter.status === status).length;
	const unconfirmed = withStatus("unconfirmed");
	const apart = [
		["leads", leads],
		["contacts", contacts],
		["rejected", rejected],
	] as const;
	return (
		<header class="page-head">
			<h1>
				<Headline text={timeline.title} />
			</h1>
			<p class="statement">
				{w.timeline.lead(timeline.people.map(({ name }) => name))}
			</p>
			<p class="tally">
				<span>{w.count.encounters(numberText(withStatus("confirmed")))}</span>
				{unconfirmed > 0 && (
					<span>
						{w.timeline.unconfirmed} {numberText(unconfirmed)}
					</span>
				)}
				{apart.map(
					([name, items]) =>
						items.length > 0 && (
							<a key={name} href={`#${name}`}>
								{w.timeline[name]}{" "}
								{w.timeline.rejectedCount(numberText(items.length))}
							</a>
						),
				)}
			</p>
			{count && <Count count={count} w={w} />}
			<p class="tally downloads">
				<span>{w.timeline.downloads}</span>
				{["json", "csv", "ics"].map((type) => (
					<a key={type} href={to(`${props.downloads}.${type}`)}>
						{type.toUpperCase()}
					</a>
				))}{" "}
				<FeedLinks feeds={props.feeds} to={to} w={w} />
			</p>
			<details class="reading">
				<summary>{w.timeline.reading}</summary>
				<ul>
					{w.timeline.readingTerms.map((term) => (
						<li key={term}>{term}</li>
					))}
				</ul>
			</details>
		</header>
	);
}

/** How many meetings the articles count, how many of them the archive holds, and where the others must lie. */
function Count({ count, w }: { count: MeetingCount; w: Words }) {
	const { number, day, held, gaps } = count;
	const n = numberText;
	return (
		<p class="note counted">
			{w.timeline.counted(n(number), dayText(day, w), n(held))}{" "}
			{w.timeline.missing(n(number - held))}
			{w.marks.list(
				gaps.map(({ missing, from, to }) =>
					from === undefined
						? w.timeline.missingBefore(n(missing), dayText(to, w))
						: w.timeline.missingBetween(
								n(missing),
								dayText(from, w),
								dayText(to, w),
							),
				),
			)}
			{w.marks.stop.trim()}
		</p>
	);
}
