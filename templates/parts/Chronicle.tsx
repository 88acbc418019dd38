import type { EncounterEntry as Entry } from "../../src/site/props.ts";
import type { Words } from "../words.ts";
import { EncounterEntry, VisitText } from "./EncounterEntry.tsx";

/** A meeting, and the whole months since the one before. */
interface Item {
	readonly entry: Entry;
	readonly gap: number;
}

interface Around {
	readonly path: string;
	readonly w: Words;
}

/** All meetings of a pair, year by year; those of one visit stand together under it. */
export function Chronicle({
	entries,
	...around
}: Around & { readonly entries: readonly Entry[] }) {
	const { w } = around;
	return (
		<>
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
						{byVisit(list).map(({ visit, items }, index) =>
							visit && items.length > 1 ? (
								<li
									key={items[0]?.entry.encounter.id}
									class={`visit ${gapClass(items[0], index === 0) ?? ""}`}
								>
									<p class="visit-head">
										<VisitText visit={visit} w={w} />
									</p>
									<ol>
										{items.map((item, i) => (
											<Meeting
												key={item.entry.encounter.id}
												item={item}
												isFirst={i === 0}
												{...around}
											/>
										))}
									</ol>
								</li>
							) : (
								items.map((item) => (
									<Meeting
										key={item.entry.encounter.id}
										item={item}
										isFirst={index === 0}
										{...around}
									/>
								))
							),
						)}
					</ol>
				</section>
			))}
		</>
	);
}

function Meeting({
	item,
	isFirst,
	path,
	w,
}: Around & { readonly item: Item; readonly isFirst: boolean }) {
	const { entry, gap } = item;
	const { encounter } = entry;
	return (
		<li
			data-encounter-id={encounter.id}
			data-start={encounter.start}
			data-end={encounter.end}
			data-year={encounter.start.slice(0, 4)}
			data-status={encounter.status}
			data-kind={encounter.kind}
			data-place={encounter.place.city ?? ""}
			class={gapClass(item, isFirst)}
		>
			{!isFirst && gap >= 2 && <p class="gap">{gapText(gap, w)}</p>}
			<EncounterEntry entry={entry} path={path} w={w} heading="h3" />
		</li>
	);
}

/** The white space before the first of a year stands before the year. */
const gapClass = (
	item: Item | undefined,
	isFirst: boolean,
): string | undefined =>
	isFirst ? undefined : `gap-${gapLevel(item?.gap ?? 0)}`;

function byYear(entries: readonly Entry[]) {
	const years: { year: string; list: Item[] }[] = [];
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

type Visit = NonNullable<Entry["encounter"]["visit"]>;

/** Neighbours that took place on one visit. */
function byVisit(list: readonly Item[]) {
	const groups: { visit: Visit | undefined; items: Item[] }[] = [];
	for (const item of list) {
		const { visit } = item.entry.encounter;
		const last = groups.at(-1);
		if (last && visit && keyOf(last.visit) === keyOf(visit))
			last.items.push(item);
		else groups.push({ visit, items: [item] });
	}
	return groups;
}

const keyOf = (visit: Visit | undefined): string | undefined =>
	visit && [visit.start, visit.end, visit.visitor?.id].join(" ");

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
