import type { Contact, Encounter } from "../../src/domain/encounter.ts";
import { encounterAnchor, relativePath } from "../../src/site/addresses.ts";
import { meetingEvent } from "../../src/site/json-ld.ts";
import type { EncounterEntry as Entry } from "../../src/site/props.ts";
import type { View } from "../../src/site/views.ts";
import { dayText, numberText, spanText } from "../format.ts";
import { paged } from "../paged.ts";
import { Apart, type ApartItem } from "../parts/Apart.tsx";
import { Axis, Places } from "../parts/Drawings.tsx";
import { EncounterEntry } from "../parts/EncounterEntry.tsx";
import { Headline } from "../parts/Headline.tsx";
import { JsonLd } from "../parts/JsonLd.tsx";
import { Page } from "../parts/Page.tsx";
import { TimelineFilters } from "../parts/TimelineFilters.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("timeline");

/** The chronicle of one pair: every meeting with its evidence, and what was turned down. */
export function render(view: View<"timeline">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { timeline, entries, leads, contacts, rejected, articles, others } =
		props;
	const encounters = entries.map(({ encounter }) => encounter);
	const names = timeline.people.map(({ name }) => name);
	return (
		<Page
			view={view}
			title={timeline.title}
			kind="timeline"
			section="timeline"
			scripts={["timeline.js"]}
			head={
				<JsonLd
					value={entries
						.filter(({ encounter }) => encounter.status === "confirmed")
						.map(({ encounter }) => meetingEvent(encounter, archive.baseUrl))}
				/>
			}
		>
			<div class="chronicle-head">
				<header class="page-head">
					<h1>
						<Headline text={timeline.title} />
					</h1>
					<p class="statement">{w.timeline.lead(names)}</p>
					<p class="tally">
						<span>
							{w.count.encounters(
								numberText(
									entries.filter((e) => e.encounter.status === "confirmed")
										.length,
								),
							)}
						</span>
						{entries.some((e) => e.encounter.status === "unconfirmed") && (
							<span>
								{w.timeline.unconfirmed}{" "}
								{numberText(
									entries.filter((e) => e.encounter.status === "unconfirmed")
										.length,
								)}
							</span>
						)}
						{leads.length > 0 && (
							<a href="#leads">
								{w.timeline.leads}{" "}
								{w.timeline.rejectedCount(numberText(leads.length))}
							</a>
						)}
						{contacts.length > 0 && (
							<a href="#contacts">
								{w.timeline.contacts}{" "}
								{w.timeline.rejectedCount(numberText(contacts.length))}
							</a>
						)}
						{rejected.length > 0 && (
							<a href="#rejected">
								{w.timeline.rejected}{" "}
								{w.timeline.rejectedCount(numberText(rejected.length))}
							</a>
						)}
					</p>
					<p class="tally downloads">
						<span>{w.timeline.downloads}</span>
						{["json", "csv", "ics"].map((type) => (
							<a key={type} href={to(`${props.downloads}.${type}`)}>
								{type.toUpperCase()}
							</a>
						))}
					</p>
				</header>
				<Places encounters={encounters} w={w} />
			</div>
			{entries.length === 0 ? (
				<p class="empty">{w.timeline.none}</p>
			) : (
				<>
					<Axis encounters={encounters} w={w} />
					<TimelineFilters entries={entries} w={w} />
					{byYear(entries).map(({ year, list }) => (
						<section
							class={`chronicle-year gap-${gapLevel(list[0]?.gap ?? 0)}`}
							key={year}
							aria-labelledby={`y${year}`}
						>
							<div class="year-head">
								<h2 id={`y${year}`}>{w.date.year(year)}</h2>
								{(list[0]?.gap ?? 0) >= 2 && (
									<p class="gap">{gapText(list[0]?.gap ?? 0, w)}</p>
								)}
							</div>
							<ol class="chronicle">
								{list.map(({ entry, gap }, index) => (
									<li
										key={entry.encounter.id}
										data-encounter-id={entry.encounter.id}
										data-start={entry.encounter.start}
										data-end={entry.encounter.end}
										data-year={entry.encounter.start.slice(0, 4)}
										data-status={entry.encounter.status}
										data-kind={entry.encounter.kind}
										data-place={entry.encounter.place.city ?? ""}
										class={index === 0 ? undefined : `gap-${gapLevel(gap)}`}
									>
										{index > 0 && gap >= 2 && (
											<p class="gap">{gapText(gap, w)}</p>
										)}
										<EncounterEntry
											entry={entry}
											path={path}
											w={w}
											heading="h3"
										/>
									</li>
								))}
							</ol>
						</section>
					))}
				</>
			)}
			<Apart
				id="leads"
				title={w.timeline.leads}
				note={w.timeline.leadsNote}
				items={leads.flatMap(leadItems(w))}
				articles={articles}
				path={path}
				w={w}
			/>
			<Apart
				id="contacts"
				title={w.timeline.contacts}
				note={w.timeline.contactsNote}
				items={contacts.flatMap(contactItems(w))}
				articles={articles}
				path={path}
				w={w}
			/>
			<Apart
				id="rejected"
				title={w.timeline.rejected}
				note={w.timeline.rejectedNote}
				items={rejected.map((claim) => ({
					...claim,
					said: claim.detail,
					code: claim.reason,
				}))}
				articles={articles}
				path={path}
				w={w}
			/>
			{others.length > 0 && (
				<nav class="other-timelines" aria-label={w.timeline.others}>
					<h2 class="section-name">{w.timeline.others}</h2>
					<ul>
						{others.map(({ name, path: target }) => (
							<li key={target}>
								<a href={to(target)}>{name}</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</Page>
	);
}

/** A lead's sentences, with the days it would be and why it is none yet. */
const leadItems =
	(w: Words) =>
	({ id, mentions, reason, ...span }: Encounter): ApartItem[] =>
		mentions.map((mention) => ({
			...mention,
			id: encounterAnchor(id),
			said: `${spanText(span, w)}${w.timeline.colon}${reason ?? ""}`,
			code: "lead",
		}));

const contactItems =
	(w: Words) =>
	({ day, means, mentions }: Contact): ApartItem[] =>
		mentions.map((mention) => ({
			...mention,
			said: `${dayText(day, w)}${w.timeline.colon}${w.timeline.means[means]}`,
			code: means,
		}));

/** Meetings by year, each with the whole months since the one before. */
function byYear(entries: readonly Entry[]) {
	const years: {
		year: string;
		list: { entry: Entry; gap: number }[];
	}[] = [];
	let before: string | undefined;
	for (const entry of entries) {
		const { start, end } = entry.encounter;
		const year = start.slice(0, 4);
		const gap = before === undefined ? 0 : months(before, start);
		const group = years.at(-1);
		if (group?.year === year) group.list.push({ entry, gap });
		else years.push({ year, list: [{ entry, gap }] });
		before = end;
	}
	return years;
}

function months(from: string, to: string): number {
	const of = (day: string) =>
		Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	const whole = of(to) - of(from);
	return to.slice(8) < from.slice(8) ? whole - 1 : whole;
}

/** Steps of the white space before an entry: it grows with the logarithm of the gap. */
function gapLevel(gap: number): number {
	return gap <= 0 ? 0 : Math.min(6, Math.ceil(Math.log2(gap + 1)));
}

function gapText(gap: number, w: Words): string {
	return gap >= 24
		? w.timeline.gapYears(String(Math.floor(gap / 12)))
		: w.timeline.gapMonths(String(gap));
}
