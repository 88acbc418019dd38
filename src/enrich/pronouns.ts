/** 我, 总统先生 and 主席先生 as the people they stand for. */
import type { CivilDay } from "../domain/time.ts";
import type { PersonToken } from "./persons.ts";
import { addressee } from "./plurals.ts";
import type { Layer, Unit } from "./unit.ts";

/** The people of a layer with those its speaker calls 我 and addresses, left to right. */
export function withPronouns(
	unit: Unit,
	layer: Layer,
	before: readonly Unit[],
	day: CivilDay,
): readonly PersonToken[] {
	const extra: PersonToken[] = [];
	const pronouns =
		/(?<self>我(?![们国方军省市驻党想认]))|(?<office>总统|主席)(?:先生|阁下)/g;
	for (const match of layer.text.matchAll(pronouns)) {
		const at = match.index;
		const to = at + match[0].length;
		if (layer.persons.some((person) => person.at < to && at < person.to))
			continue;
		const speaker = layer.spoken
			? layer.speaker
			: unit.speeches.findLast((speech) => speech.at <= at)?.speaker;
		const office = match.groups?.office;
		const id = office
			? addressee(office as "总统" | "主席", speaker, unit, at, before, day)
			: speaker;
		if (id) extra.push({ at, to, id, byName: false });
	}
	return extra.length === 0
		? layer.persons
		: [...layer.persons, ...extra].sort((a, b) => a.at - b.at);
}
