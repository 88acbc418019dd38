import { type CivilDay, daysBetween } from "../../src/domain/time.ts";
import { encounterAnchor } from "../../src/site/addresses.ts";
import type { EncounterEntry } from "../../src/site/props.ts";
import { spanText } from "../format.ts";
import type { Words } from "../words.ts";

/** Units of the drawing. */
const width = 1_000;
const margin = 24;
const line = 66;
/** Meetings nearer than this to each other are stacked. */
const near = 18;

/** All meetings on one line of time, each a link to its entry. */
export function TimelineAxis(props: {
	entries: readonly EncounterEntry[];
	w: Words;
}) {
	const { entries, w } = props;
	const first = entries[0]?.encounter.start;
	const last = entries.at(-1)?.encounter.end;
	if (first === undefined || last === undefined || entries.length < 2)
		return null;
	const from = `${first.slice(0, 4)}-01-01` as CivilDay;
	const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
	const days = daysBetween(
		from,
		`${Number(last.slice(0, 4)) + 1}-01-01` as CivilDay,
	);
	const x = (day: string) =>
		Math.round(
			margin +
				(daysBetween(from, day as CivilDay) / days) * (width - 2 * margin),
		);
	const tickEvery = Math.ceil(years / 12);
	return (
		<figure class="axis">
			{/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
			<svg
				viewBox={`0 0 ${width} 100`}
				role="group"
				aria-label={w.timeline.axis}
			>
				<path class="line" d={`M${margin} ${line}H${width - margin}`} />
				{Array.from({ length: years + 1 }, (_, index) => {
					const year = String(Number(first.slice(0, 4)) + index);
					const at = x(`${year}-01-01`);
					const labelled = index % tickEvery === 0 && index < years;
					return (
						<g key={year} class={index % (tickEvery * 3) === 0 ? "" : "minor"}>
							<path class="tick" d={`M${at} ${line}v${labelled ? 8 : 4}`} />
							{labelled && (
								<text x={at + 4} y={line + 10}>
									{year}
								</text>
							)}
						</g>
					);
				})}
				{stacked(entries.map(({ encounter }) => x(encounter.start))).map(
					({ at, level }, index) => {
						const encounter = entries[index]?.encounter;
						return (
							encounter && (
								<a
									key={encounter.id}
									href={`#${encounterAnchor(encounter.id)}`}
									aria-label={`${spanText(encounter, w)} ${encounter.place.city ?? ""}`}
								>
									<path
										class="stem"
										d={`M${at} ${line}v-${12 + level * near}`}
									/>
									<circle
										class={encounter.status}
										cx={at}
										cy={line - 14 - level * near}
										r="7"
									/>
								</a>
							)
						);
					},
				)}
			</svg>
		</figure>
	);
}

/** How high each point stands so that it hides none before it; at most two above the line. */
function stacked(points: readonly number[]): { at: number; level: number }[] {
	const lastAt: number[] = [];
	return points.map((at) => {
		let level = 0;
		while (level < 2 && at - (lastAt[level] ?? -near) < near) level++;
		lastAt[level] = at;
		return { at, level };
	});
}
