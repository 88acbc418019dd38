/** Colours as `#rrggbb`, and how well one is read on another (WCAG 2.2, relative luminance). */

/** Six hex digits behind `#`. */
export type Hex = string;

/** From 1 (not at all) to 21 (black on white). */
export function contrast(one: Hex, other: Hex): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort(
		(a, b) => a - b,
	);
	return (light + 0.05) / (dark + 0.05);
}

/** `share` of `other` in `one`, channel by channel. */
function mixed(one: Hex, other: Hex, share: number): Hex {
	const [from, to] = [channels(one), channels(other)];
	return hexOf(
		from.map((value, at) => value + ((to[at] ?? 0) - value) * share),
	);
}

/** The colour, moved towards `goal` as little as it takes to be read on `ground`. */
export function readableOn(
	colour: Hex,
	ground: Hex,
	goal: Hex,
	least: number,
): Hex {
	for (let share = 0; share < 1; share += 0.02) {
		const moved = mixed(colour, goal, share);
		if (contrast(moved, ground) >= least) return moved;
	}
	return goal;
}

function luminance(colour: Hex): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Hex): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hexOf(values: readonly number[]): Hex {
	return `#${values.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}
