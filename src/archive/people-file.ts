/** `_people.yml`: people beside those that the program knows. */
import * as z from "zod";
import type { GazetteerPerson } from "../domain/gazetteer.ts";
import type { Gazetteer } from "../enrich/gazetteer/index.ts";
import { type Checked, suggestion } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { day, flag, id, spelling, spellings, text } from "./values.ts";

export const peopleFileName = "_people.yml";

const office = z
	.strictObject({
		titles: spellings.describe(
			"As papers write them behind the country's name, simplified: 总统.",
		),
		from: day.optional(),
		until: day.optional(),
		headOfState: flag
			.default(false)
			.describe("Whether 两国元首 may mean the holder."),
	})
	.refine(({ from = "", until = "9999" }) => from <= until, {
		path: ["until"],
		message: "must not be before “from”.",
	});

const sign = z
	.string()
	.regex(/^\p{Script=Han}$/u, "must be one Chinese character.");

const person = z.strictObject({
	id: id.describe("Part of addresses; do not change it once it is published."),
	name: spelling.describe("Simplified Chinese."),
	traditional: spelling
		.optional()
		.describe("Where it is more than another script of the name."),
	english: text(80).optional(),
	names: spellings
		.default([])
		.describe("Other spellings, in any script; none may be a part of a word."),
	courtesy: spellings.default([]).describe("Short forms: 习主席."),
	initial: sign.optional().describe("As in 习马会."),
	country: id.describe("Id of a country, built-in or of _places.yml."),
	female: flag.default(false),
	offices: z.array(office).max(50).default([]),
});

export const peopleFile = z.array(person).max(10_000);

export type PeopleFile = z.output<typeof peopleFile>;

/** No id twice; every country known. */
export function checkPeople(
	{ value, mistake }: Checked<PeopleFile>,
	{ countries }: Gazetteer,
): Mistake[] {
	const known = countries.map(({ id }) => id);
	const ids = new Set<string>();
	return value.flatMap(({ id, country }, at) => {
		const mistakes: Mistake[] = [];
		if (ids.has(id))
			mistakes.push(mistake([at, "id"], `There are two people “${id}”.`));
		ids.add(id);
		if (!known.includes(country))
			mistakes.push(
				mistake(
					[at, "country"],
					`No country is known as “${country}”${suggestion(country, known).replace(/\.$/, "; add it to _places.yml.")}`,
				),
			);
		return mistakes;
	});
}

/** As the gazetteer holds them: what the site prints is also what is looked for. */
export function personEntries(file: PeopleFile): GazetteerPerson[] {
	return file.map(({ names, traditional, english, initial, ...person }) => ({
		...person,
		names: allSpellings(person.name, [traditional, english, ...names]),
		...(traditional === undefined ? {} : { traditional }),
		...(english === undefined ? {} : { english }),
		...(initial === undefined ? {} : { initial }),
		offices: person.offices.map(({ from, until, ...office }) => ({
			...office,
			...(from === undefined ? {} : { from }),
			...(until === undefined ? {} : { until }),
		})),
	}));
}

/** Every spelling once, but for the name itself. */
export function allSpellings(
	name: string,
	others: readonly (string | undefined)[],
): string[] {
	const known = new Set(others.filter((other) => other !== undefined));
	known.delete(name);
	return [...known];
}
