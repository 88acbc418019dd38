import { relativePath } from "../../src/site/addresses.ts";
import type { ListProps } from "../../src/site/pages/list.ts";
import type { View } from "../../src/site/views.ts";
import { numberText, periodText, zoneText } from "../format.ts";
import { paged } from "../paged.ts";
import { ArticleList } from "../parts/ArticleList.tsx";
import { CountedLink } from "../parts/CountedLink.tsx";
import { DayCalendar } from "../parts/DayCalendar.tsx";
import { FacetFacts } from "../parts/FacetFacts.tsx";
import { FeedHead, FeedLinks } from "../parts/Feeds.tsx";
import { Page } from "../parts/Page.tsx";
import { PartLinks } from "../parts/PartLinks.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("list");

/** Articles of a stretch of time, of the whole archive or of one source, person, place or tag. */
export function render(view: View<"list">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { facet, earlier, later, feeds, jumps, days } = props;
	const name = title(props, w);
	return (
		<Page
			view={view}
			title={name}
			kind="list"
			section={facet?.kind ?? "years"}
			scripts={["list.js"]}
			head={
				feeds && (
					<FeedHead
						feeds={feeds}
						to={to}
						title={`${facet?.name} · ${archive.title}`}
					/>
				)
			}
		>
			<Head view={view} name={name} w={w} />
			{days.length === 0 && jumps.length > 0 && (
				<nav class="jumps" aria-label={w.list.byPeriod}>
					<ul>
						{jumps.map((jump) => (
							<li key={jump.path}>
								<CountedLink
									of={jump}
									path={path}
									name={periodText(jump.name, w)}
								/>
							</li>
						))}
					</ul>
				</nav>
			)}
			{days.length > 1 && (
				<nav aria-label={w.list.byPeriod}>
					<DayCalendar days={days} months={jumps} path={path} w={w} />
				</nav>
			)}
			{props.facts && <FacetFacts facts={props.facts} path={path} w={w} />}
			{props.latestOnly && <h2 class="section-name">{w.list.latest}</h2>}
			{(props.briefs.length > 0 || jumps.length === 0) && (
				<ArticleList
					briefs={props.briefs}
					path={path}
					w={w}
					hideSource={facet?.kind === "source"}
					dayBefore={props.dayBefore}
					dayAfter={props.dayAfter}
				/>
			)}
			<PartLinks part={props.part} parts={props.parts} path={path} w={w} />
			{(earlier || later) && (
				<nav class="neighbours" aria-label={w.list.around}>
					{earlier && (
						<a rel="prev" href={to(earlier.path)}>
							<small>{w.list.earlier}</small> {periodText(earlier.name, w)}
						</a>
					)}
					{later && (
						<a rel="next" href={to(later.path)}>
							<small>{w.list.later}</small> {periodText(later.name, w)}
						</a>
					)}
				</nav>
			)}
		</Page>
	);
}

/** What the list is of, how long it is, and the way up. */
function Head(props: { view: View<"list">; name: string; w: Words }) {
	const { view, name, w } = props;
	const { facet, up, period, total, source, rights, feeds, briefs } =
		view.props;
	const to = (target: string) => relativePath(view.path, target);
	return (
		<header class="page-head">
			<p class="up">
				<a href={to(up.path)}>
					{up.name}
					{up.name && up.period && " "}
					{up.period && periodText(up.period, w)}
					{!up.name &&
						!up.period &&
						(facet ? w.facets[facet.kind] : w.years.title)}
				</a>
			</p>
			<h1>{name}</h1>
			<p class="tally">
				<span>{w.count.articles(numberText(total))}</span>
				{source?.homepage && (
					<a href={source.homepage} rel="noreferrer">
						{w.list.homepage}
					</a>
				)}
				{source && <span>{zoneText(source.zone, w)}</span>}
				{feeds && period === "" && <FeedLinks feeds={feeds} to={to} w={w} />}
				{briefs.length > 1 && (
					<button
						type="button"
						class="order-switch"
						hidden
						data-newest={w.list.newestFirst}
						data-oldest={w.list.oldestFirst}
					>
						{w.list.oldestFirst}
					</button>
				)}
			</p>
			{rights && <p class="note">{rights}</p>}
		</header>
	);
}

function title({ facet, period, part, parts }: ListProps, w: Words): string {
	const when = period === "" ? "" : periodText(period, w);
	const name = [facet?.name, when].filter(Boolean).join(" ");
	return parts.length > 1
		? name + w.marks.aside(w.list.page(String(part), String(parts.length)))
		: name;
}
