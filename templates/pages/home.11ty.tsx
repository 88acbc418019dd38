import {
	encounterAnchor,
	paths,
	relativePath,
} from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { dayText, numberText, spanText } from "../format.ts";
import { paged } from "../paged.ts";
import { DateStamp } from "../parts/DateStamp.tsx";
import { Headline } from "../parts/Headline.tsx";
import { Coverage, fullestMonth } from "../parts/MonthGrid.tsx";
import { Page } from "../parts/Page.tsx";
import { SearchForm } from "../parts/SearchForm.tsx";
import { Teaser } from "../parts/Teaser.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("home");

/** So many of the newest articles have a picture and their first lines; the others are headlines. */
const told = 5;

/** What this archive is, what is new in it, and how far it reaches. */
export function render(view: View<"home">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { latest, timelines, coverage } = props;
	const most = fullestMonth(coverage);
	return (
		<Page view={view} title={archive.title} kind="home">
			<header class="masthead">
				<h1 class={isLong(archive.title) ? "long" : undefined}>
					{archive.title}
				</h1>
				<p class="statement">{archive.description}</p>
				<SearchForm
					id="home-search"
					class="search-large"
					action={to(paths.search)}
					label={w.search.title}
					w={w}
				/>
				{props.articles > 0 && (
					<p class="tally">
						<span>{w.count.articles(numberText(props.articles))}</span>
						<span>{w.count.sources(numberText(props.sources))}</span>
						{props.first && props.last && (
							<span>
								{w.home.span(dayText(props.first, w), dayText(props.last, w))}
							</span>
						)}
					</p>
				)}
			</header>
			{props.articles === 0 ? (
				<section class="empty-archive">
					<h2>{w.home.empty}</h2>
					<p>{w.home.emptyHow}</p>
				</section>
			) : (
				<div class="front">
					<section class="latest" aria-labelledby="latest">
						<h2 id="latest" class="section-name">
							{w.home.latest}
						</h2>
						<ul>
							{latest.map((teaser, index) => (
								<li key={teaser.id} class={index < told ? "told" : "named"}>
									<Teaser
										teaser={teaser}
										path={path}
										heading="h3"
										headline={<Headline text={teaser.headline} />}
										short={index >= told}
										time={<DateStamp at={teaser} w={w} />}
									/>
								</li>
							))}
						</ul>
						<p class="more">
							<a href={to(paths.years)}>{w.home.more}</a>
						</p>
					</section>
					{timelines.map((timeline, index) => (
						<section
							class="mini-timeline"
							aria-labelledby={`timeline-${index + 1}`}
							key={timeline.path}
						>
							<h2 id={`timeline-${index + 1}`} class="section-name">
								{timeline.name}
							</h2>
							{timeline.encounters.length === 0 ? (
								<p class="empty">{w.timeline.none}</p>
							) : (
								<ol>
									{timeline.encounters.slice(-8).map((encounter) => (
										<li key={encounter.id} class={encounter.status}>
											<a
												href={`${to(timeline.path)}#${encounterAnchor(encounter.id)}`}
											>
												<span class="when">{spanText(encounter, w)}</span>
												<span class="where">
													{[encounter.city, encounter.venue]
														.filter(Boolean)
														.join(" ")}
												</span>
											</a>
											{encounter.status === "unconfirmed" && (
												<span class="badge">{w.timeline.unconfirmed}</span>
											)}
										</li>
									))}
								</ol>
							)}
							<p class="more">
								<a href={to(timeline.path)}>{w.home.timelineMore}</a>
							</p>
						</section>
					))}
					<section class="coverage-section" aria-labelledby="coverage">
						<h2 id="coverage" class="section-name">
							{w.home.coverage}
						</h2>
						<p class="note">{w.home.coverageNote}</p>
						<Coverage rows={coverage} most={most} path={path} w={w} />
						<p class="more">
							<a href={to(paths.coverage)}>
								{props.sources > coverage.length
									? w.coverage.all(numberText(props.sources))
									: w.coverage.table}
							</a>
						</p>
					</section>
				</div>
			)}
		</Page>
	);
}

/** Whether a name takes more than a line in the largest letters; a Han character is as wide as two others. */
function isLong(title: string): boolean {
	return title.replace(/\p{Script=Han}/gu, "xx").length > 24;
}
