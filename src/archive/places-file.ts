/** `_places.yml`: countries, cities and venues in addition to the built-in ones. */
import * as z from "zod";
import type { City, Country, Venue } from "../domain/gazetteer.ts";
import type { Gazetteer } from "../enrich/gazetteer/index.ts";
import { type Checked, suggestion } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { withSpellings } from "./people-file.ts";
import {
	decimal,
	id,
	initial,
	spelling,
	spellings,
	text,
	zone,
} from "./values.ts";

export const placesFileName = "_places.yml";

const names = {
	name: spelling.describe("Simplified Chinese."),
	traditional: spelling.optional(),
	english: text(80).optional(),
	names: spellings.default([]).describe("Other spellings, in any script."),
};

const country = z.strictObject({
	id,
	...names,
	initial: initial.optional().describe("As in 中白."),
	loose: spellings
		.default([])
		.describe("Spellings that only count beside a title: 白俄总统."),
});

const city = z.strictObject({
	id: id.describe("Part of the addresses of meetings there."),
	...names,
	country: id.describe("Id of a country, built-in or of this file."),
	lat: decimal(-90, 90),
	lon: decimal(-180, 180),
	zone,
});

const venue = z.strictObject({
	...names,
	cities: z.union([id.transform((one) => [one]), z.array(id).min(1).max(50)]),
});

export const placesFile = z.strictObject({
	countries: z.array(country).max(1_000).default([]),
	cities: z.array(city).max(10_000).default([]),
	venues: z.array(venue).max(10_000).default([]),
});

type PlacesFile = z.output<typeof placesFile>;

/** No id twice; every country and city known. */
export function checkPlaces(
	{ value, mistake }: Checked<PlacesFile>,
	gazetteer: Gazetteer,
): Mistake[] {
	const mistakes: Mistake[] = [];
	const countries = gazetteer.countries.map(({ id }) => id);
	const cities = gazetteer.cities.map(({ id }) => id);
	for (const list of ["countries", "cities"] as const) {
		const ids = new Set<string>();
		for (const [at, { id }] of value[list].entries()) {
			if (ids.has(id))
				mistakes.push(mistake([list, at, "id"], `“${id}” is there twice.`));
			ids.add(id);
		}
	}
	for (const [at, { country }] of value.cities.entries())
		if (!countries.includes(country))
			mistakes.push(
				mistake(
					["cities", at, "country"],
					`No country is known as “${country}”${suggestion(country, countries, "; add it to “countries”.")}`,
				),
			);
	for (const [at, venue] of value.venues.entries())
		for (const name of venue.cities)
			if (!cities.includes(name))
				mistakes.push(
					mistake(
						["venues", at, "cities"],
						`No city is known as “${name}”${suggestion(name, cities, "; add it to “cities”.")}`,
					),
				);
	return mistakes;
}

/** As the gazetteer holds them. */
export function placeEntries(file: PlacesFile): {
	readonly countries: Country[];
	readonly cities: City[];
	readonly venues: Venue[];
} {
	return {
		countries: file.countries.map(withSpellings),
		cities: file.cities.map((city) => ({
			...withSpellings(city),
			ascii: city.id,
		})),
		venues: file.venues.map(withSpellings),
	};
}
