/** Whose a title that stands without a name is: 副主席, 总统, 国家元首. */
import type { CivilDay } from "../domain/time.ts";
import { isHeadOfState } from "./persons.ts";
import { addressee } from "./plurals.ts";
import type { Unit } from "./unit.ts";

/** The one whom the text calls so, else the last named who had the office on `day`, else the head of the country of the news. */
export const holderOf = (
	title: string,
	unit: Unit,
	at: number,
	before: readonly Unit[],
	day: CivilDay,
): string | undefined => {
	const alone = title.replace("同志", "");
	return (
		bearerOf(alone, unit, at, before) ??
		addressee(alone.slice(-2), undefined, unit, at, before, day) ??
		headAtHome(alone, [...before.slice(0, 2), unit], day)
	);
};

/** How many parts of an article before it may say whose a title is. */
const bearerReach = 12;

/** 时任副主席甲……副主席: the only one whom the words before call so. */
function bearerOf(
	title: string,
	unit: Unit,
	at: number,
	before: readonly Unit[],
): string | undefined {
	if (!/书记|委员|领导者|副/.test(title)) return undefined;
	const called = new RegExp(
		`(?<!副)${title}(?!.*[，。、和与])(?!.*同(?!志)).{0,12}$`,
	);
	const ids = new Set(
		[...before.slice(-bearerReach), unit].flatMap((one) =>
			(one.layers[0]?.persons ?? [])
				.filter(
					({ at: from, to, byName }) =>
						byName &&
						(one !== unit || to <= at) &&
						called.test(one.folded.slice(Math.max(0, from - 6), to)),
				)
				.map(({ id }) => id),
		),
	);
	const [only, other] = ids;
	return other === undefined ? only : undefined;
}

/** 国家元首 and 总统 in the news of a country: of the only one that the head of the article names and whose head of state is known. */
function headAtHome(
	word: string,
	units: readonly Unit[],
	day: CivilDay,
): string | undefined {
	if (!/元首|总统/.test(word)) return undefined;
	for (const { folded, gazetteer } of units) {
		const named = gazetteer.countries.filter(({ name, names }) =>
			[name, ...names].some((word) => folded.includes(word)),
		);
		const heads = gazetteer.people.filter(
			({ country, ...person }) =>
				// 白俄罗斯 holds 俄罗斯.
				named.some(
					({ id, name }) =>
						id === country &&
						!named.some(
							(other) => other.id !== id && other.name.includes(name),
						),
				) && isHeadOfState({ country, ...person }, day),
		);
		const [head, other] = heads;
		if (head) return other ? undefined : head.id;
	}
	return undefined;
}
