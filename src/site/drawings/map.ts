/** The map of places, drawn at build time from Natural Earth (world-atlas, 1:110 m). */
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { byCodePoint } from "../../base/order.ts";
import { escapeMarkup } from "../../base/plain-text.ts";
import { projectRoot } from "../../base/project.ts";
import type { Encounter } from "../../domain/encounter.ts";
import { encounterAnchor } from "../addresses.ts";
import { drawing, type Legend, linkedDot, round } from "./svg.ts";

/** How the map is drawn. */
export interface MapOptions extends Legend {
	/** CSS pixels; the height follows from the places. */
	readonly width: number;
	/** What the disc of a place is called. */
	readonly nameOf: (spot: Spot) => string;
}

/** A place with its meetings. */
export interface Spot {
	readonly name: string;
	readonly lon: number;
	readonly lat: number;
	readonly confirmed: number;
	readonly unconfirmed: number;
	/** Id of the first meeting there. */
	readonly first: string;
}

type Atlas = Topology<{
	countries: GeometryCollection;
	land: GeometryCollection;
}>;

let atlas: Atlas | undefined;

/** Loaded on first use: a site without a timeline needs no map of the world. */
function world(): Atlas {
	atlas ??= createRequire(join(projectRoot, "package.json"))(
		"world-atlas/countries-110m.json",
	) as Atlas;
	return atlas;
}

/** Degrees of land shown around the places at least, so that one city alone is still somewhere. */
const padding = 9;
const fontSize = 12;

/**
 * The places of all meetings that have coordinates: a disc each, its area by the number of confirmed meetings, within a ring
 * that counts the others too; its name and numbers beside it. Each leads to its first meeting in the same page.
 *
 * Mercator, cut to the places: distances far north look longer than they are, shapes are as people know them. Classes for the
 * style sheet: `map`, `map-land`, `map-borders`, `dot`, `map-place`, `map-ring`, `map-label`.
 *
 * @returns an SVG element, or the empty string when no meeting has coordinates.
 */
export function placesMap(
	encounters: readonly Encounter[],
	options: MapOptions,
): string {
	const spots = spotsOf(encounters);
	if (spots.length === 0) return "";
	const { width } = options;
	const height = Math.round(width * (width < 500 ? 0.75 : 0.45));
	const projection = geoMercator().fitExtent(
		[
			[4, 4],
			[width - 4, height - 4],
		],
		{ type: "MultiPoint", coordinates: frame(spots) },
	);
	projection.clipExtent([
		[0, 0],
		[width, height],
	]);
	const path = geoPath(projection).digits(1);
	const { countries, land } = world().objects;
	const ground = path(feature(world(), land)) ?? "";
	const borders = path(mesh(world(), countries, (a, b) => a !== b)) ?? "";
	const placed = spots.map((spot) => {
		const [x = 0, y = 0] = projection([spot.lon, spot.lat]) ?? [];
		return { ...spot, x, y, r: radiusOf(spot.confirmed + spot.unconfirmed) };
	});
	const content =
		`<path class="map-land" d="${ground}" fill="currentColor" fill-opacity="0.12"/>` +
		`<path class="map-borders" d="${borders}" fill="none" stroke="currentColor" stroke-opacity="0.25" stroke-width="0.6"/>` +
		placed.map((spot) => disc(spot, options)).join("") +
		labels(placed, width, height);
	return drawing(options, "map", [width, height], content);
}

const radiusOf = (count: number): number => 4 + Math.sqrt(count) * 2;

/** Where the meetings were that have coordinates, the places with most of them first. */
export function spotsOf(encounters: readonly Encounter[]): readonly Spot[] {
	const spots = new Map<string, Spot>();
	for (const { id, place, status } of encounters) {
		const { city, country, lat, lon } = place;
		if (lat === undefined || lon === undefined) continue;
		const name = city ?? country ?? "";
		const known = spots.get(name);
		spots.set(name, {
			name,
			lat,
			lon,
			confirmed: (known?.confirmed ?? 0) + (status === "confirmed" ? 1 : 0),
			unconfirmed: (known?.unconfirmed ?? 0) + (status === "confirmed" ? 0 : 1),
			first: known?.first ?? id,
		});
	}
	// Big discs first, so that small ones lie on top.
	return [...spots.values()].sort(
		(a, b) => countOf(b) - countOf(a) || byCodePoint(a.name, b.name),
	);
}

const countOf = ({ confirmed, unconfirmed }: Spot): number =>
	confirmed + unconfirmed;

/** The corners of what is shown. */
function frame(spots: readonly Spot[]): [number, number][] {
	const lons = spots.map(({ lon }) => lon);
	const lats = spots.map(({ lat }) => lat);
	const clamp = (lat: number): number => Math.max(-65, Math.min(75, lat));
	const west = Math.max(-180, Math.min(...lons) - padding);
	const east = Math.min(180, Math.max(...lons) + padding);
	const south = clamp(Math.min(...lats) - padding);
	const north = clamp(Math.max(...lats) + padding);
	return [
		[west, south],
		[west, north],
		[east, south],
		[east, north],
	];
}

type Placed = Spot & {
	readonly x: number;
	readonly y: number;
	readonly r: number;
};

function disc(spot: Placed, { nameOf }: MapOptions): string {
	const { first, confirmed, unconfirmed, x, y, r } = spot;
	const circle = (className: string, radius: number, fill: string): string =>
		`<circle class="${className}" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${fill} stroke="currentColor"/>`;
	return linkedDot(
		{ href: `#${encounterAnchor(first)}`, name: nameOf(spot), x, y },
		(unconfirmed > 0 ? circle("map-ring", r, 'fill="none"') : "") +
			(confirmed > 0
				? circle(
						"map-place",
						radiusOf(confirmed),
						'fill="currentColor" fill-opacity="0.75"',
					)
				: ""),
	);
}

/** 北京 5, 北京 5+1 where one more is unconfirmed, 北京 (1) where that is all. */
function labelOf({ name, confirmed, unconfirmed }: Spot): string {
	if (confirmed === 0) return `${name} (${unconfirmed})`;
	if (unconfirmed > 0) return `${name} ${confirmed}+${unconfirmed}`;
	return confirmed > 1 ? `${name} ${confirmed}` : name;
}

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Names beside their discs, on the first side where they cover nothing. */
function labels(
	places: readonly Placed[],
	width: number,
	height: number,
): string {
	const taken: Box[] = places.map(({ x, y, r }) => ({
		left: x - r,
		right: x + r,
		top: y - r,
		bottom: y + r,
	}));
	return places
		.map((spot) => {
			const { x, y, r } = spot;
			const text = labelOf(spot);
			const long =
				[...text].reduce((sum, c) => sum + (c > "⺀" ? 1 : 0.6), 0) * fontSize;
			const sides = [
				{ left: x + r + 3, top: y - fontSize / 2 },
				{ left: x - r - 3 - long, top: y - fontSize / 2 },
				{ left: x - long / 2, top: y - r - 3 - fontSize },
				{ left: x - long / 2, top: y + r + 3 },
			].map(({ left, top }) => ({
				left,
				top,
				right: left + long,
				bottom: top + fontSize + 2,
			}));
			const free = sides.find(
				(box) =>
					box.left >= 0 &&
					box.right <= width &&
					box.top >= 0 &&
					box.bottom <= height &&
					!taken.some((other) => overlap(box, other)),
			);
			const box = free ?? sides[0];
			if (!box) return "";
			taken.push(box);
			return `<text class="map-label" x="${round(box.left)}" y="${round(box.top + fontSize - 1)}" font-size="${fontSize}" fill="currentColor">${escapeMarkup(text)}</text>`;
		})
		.join("");
}

function overlap(a: Box, b: Box): boolean {
	return (
		a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
	);
}
