/** `_people.yml`: people in addition to the built-in ones. */
import * as z from "zod";
import type { Named } from "../domain/gazetteer.ts";
import type { Gazetteer } from "../enrich/gazetteer/index.ts";
import { type Checked, suggestion } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { day, flag, id, initial, spelling, spellings, text } from "./values.ts";

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
	initial: initial.optional().describe("As in 习马会."),
	country: id.describe("Id of a country, built-in or of _places.yml."),
	female: flag.default(false),
	offices: z.array(office).max(50).default([]),
});

export const peopleFile = z.array(person).max(10_000);

type PeopleFile = z.output<typeof peopleFile>;

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
					`No country is known as “${country}”${suggestion(country, known, "; add it to _places.yml.")}`,
				),
			);
		return mistakes;
	});
}

/** As the gazetteer holds an entry: `names` has every spelling but `name`, once, as what the site prints is also looked for. */
export function withSpellings<Entry extends Named>(entry: Entry): Entry {
	const { name, traditional, english, names } = entry;
	const others = new Set(
		[traditional, english, ...names].filter((other) => other !== undefined),
	);
	others.delete(name);
	return { ...entry, names: [...others] };
}
