/** Ids that an owner's file names, against those that there are. */
import type { Gazetteer } from "../enrich/gazetteer/index.ts";
import type { ArchiveFile } from "./archive-file.ts";
import { type Checked, suggestion } from "./check.ts";
import type { Mistake } from "./mistake.ts";

/** Two known people, not one twice; no id and no pair twice. */
export function checkTimelines(
	{ value, mistake }: Checked<ArchiveFile>,
	{ people }: Gazetteer,
): Mistake[] {
	const known = people.map(({ id }) => id);
	const ids = new Set<string>();
	const pairs = new Set<string>();
	const mistakes: Mistake[] = [];
	for (const [at, timeline] of (value.timelines ?? []).entries()) {
		const refuse = (path: readonly PropertyKey[], reason: string) =>
			mistakes.push(mistake(["timelines", at, ...path], reason));
		if (ids.has(timeline.id))
			refuse(["id"], `There are two timelines “${timeline.id}”.`);
		ids.add(timeline.id);
		for (const [place, person] of timeline.people.entries())
			if (!known.includes(person))
				refuse(
					["people", place],
					`Nobody is known as “${person}”${suggestion(person, known, "; add an entry to _people.yml.")}`,
				);
		const [one, other] = [...timeline.people].sort();
		if (one === other)
			refuse(["people"], "A timeline follows two different people.");
		if (pairs.has(`${one} ${other}`))
			refuse(["people"], "Another timeline follows these two already.");
		pairs.add(`${one} ${other}`);
	}
	return mistakes;
}
