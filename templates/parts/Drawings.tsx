import type { Encounter } from "../../src/domain/encounter.ts";
import { timeAxis } from "../../src/site/drawings/axis.ts";
import { placesMap, spotsOf } from "../../src/site/drawings/map.ts";
import { numberText, spanText } from "../format.ts";
import type { Words } from "../words.ts";

/** Widths in CSS pixels; the style sheet shows the one that fits, so that labels keep their size. */
const axisWidths = { wide: 1160, broad: 860, middle: 640, narrow: 350 };
const mapWidths = { wide: 460, narrow: 350 };

interface Props {
	readonly encounters: readonly Encounter[];
	readonly w: Words;
}

/** All meetings on a line that is true to time. */
export function Axis({ encounters, w }: Props) {
	const description = w.marks.list(encounters.map((one) => spanText(one, w)));
	return (
		<Drawing
			name="axis"
			sizes={["wide", "broad", "middle", "narrow"]}
			draw={(size) =>
				timeAxis(encounters, {
					id: `axis-${size}`,
					title: w.timeline.axis,
					description,
					width: axisWidths[size],
					nameOf: (one) =>
						[
							spanText(one, w),
							one.title,
							...(one.status === "unconfirmed" ? [w.timeline.unconfirmed] : []),
						].join(w.marks.comma),
				})
			}
		/>
	);
}

/** Where the meetings took place. */
export function Places({ encounters, w }: Props) {
	const spots = spotsOf(encounters);
	const nameOf = (spot: (typeof spots)[number]) =>
		w.timeline.atPlace(
			spot.name,
			numberText(spot.confirmed),
			numberText(spot.unconfirmed),
		);
	return (
		<Drawing
			name="map"
			sizes={["wide", "narrow"]}
			note={
				spots.some(({ unconfirmed }) => unconfirmed > 0)
					? w.timeline.mapKey
					: undefined
			}
			draw={(size) =>
				placesMap(encounters, {
					id: `map-${size}`,
					title: w.timeline.map,
					description: w.marks.list(spots.map(nameOf)),
					width: mapWidths[size],
					nameOf,
				})
			}
		/>
	);
}

/** SVG made at build time from the corpus, its texts escaped where it is made. */
function Drawing<Size extends string>(props: {
	name: string;
	sizes: readonly Size[];
	draw: (size: Size) => string;
	/** How its numbers are to be read. */
	note?: string | undefined;
}) {
	const { name, sizes, draw, note } = props;
	if (sizes.every((size) => draw(size) === "")) return null;
	return (
		<div class={`drawing drawing-${name}`} id={name} tabIndex={-1}>
			{sizes.map((size) => (
				<div
					key={size}
					class={size}
					dangerouslySetInnerHTML={{ __html: draw(size) }}
				/>
			))}
			{note && <p class="note">{note}</p>}
		</div>
	);
}
