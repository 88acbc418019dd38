import type { Encounter } from "../../src/domain/encounter.ts";
import { timeAxis } from "../../src/site/drawings/axis.ts";
import { placesMap } from "../../src/site/drawings/map.ts";
import { spanText } from "../format.ts";
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
				})
			}
		/>
	);
}

/** Where the meetings took place. */
export function Places({ encounters, w }: Props) {
	const counts = new Map<string, number>();
	for (const { place } of encounters) {
		const name = place.city ?? place.country;
		if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const description = w.marks.list(
		[...counts].map(
			([name, count]) => `${name} ${w.count.encounters(String(count))}`,
		),
	);
	return (
		<Drawing
			name="map"
			sizes={["wide", "narrow"]}
			draw={(size) =>
				placesMap(encounters, {
					id: `map-${size}`,
					title: w.timeline.map,
					description,
					width: mapWidths[size],
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
}) {
	const { name, sizes, draw } = props;
	if (sizes.every((size) => draw(size) === "")) return null;
	return (
		<div class={`drawing drawing-${name}`}>
			{sizes.map((size) => (
				<div
					key={size}
					class={size}
					dangerouslySetInnerHTML={{ __html: draw(size) }}
				/>
			))}
		</div>
	);
}
