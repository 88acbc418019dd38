import {
	clockText,
	dayText,
	isoText,
	offsetText,
	zoneText,
} from "../format.ts";
import type { Words } from "../words.ts";

interface Props {
	readonly at: {
		readonly day?: string | undefined;
		readonly at?: number | undefined;
		readonly zone?: string | undefined;
	};
	readonly w: Words;
	/** Name the zone and its offset. */
	readonly withZone?: boolean;
	/** Leave out the day, where a heading says it. */
	readonly clockOnly?: boolean;
}

/** When an article was published, on its outlet's own clock. */
export function DateStamp({ at, w, withZone, clockOnly }: Props) {
	const { day, zone } = at;
	if (day === undefined) return <span class="undated">{w.date.undated}</span>;
	if (at.at === undefined || zone === undefined)
		return clockOnly ? null : <time dateTime={day}>{dayText(day, w)}</time>;
	const clock = clockText(at.at, zone);
	return (
		<>
			<time dateTime={isoText(at.at)}>
				{clockOnly ? clock : `${dayText(day, w)} ${clock}`}
			</time>
			{withZone && (
				<span class="zone">
					{" "}
					{zoneText(zone, w)}
					{w.marks.aside(offsetText(at.at, zone))}
				</span>
			)}
		</>
	);
}
