/** Who 两国元首, 双方, 总统先生 and 我 are, from what the article named before. */
import type { CivilDay } from "../domain/time.ts";
import {
	type Gazetteer,
	type GazetteerPerson,
	perGazetteer,
} from "./gazetteer/index.ts";
import { isHeadOfState, type PersonToken } from "./persons.ts";
import { filler } from "./segments.ts";
import type { Layer, Unit } from "./unit.ts";

/** The characters by which headlines name leaders, as one text. */
export const initialsOf = perGazetteer(({ people }) =>
	people.flatMap(({ initial }) => initial ?? []).join(""),
);

/** 两人, and 二人 that is not the end of a number; for use inside an expression. */
export const twoPeople = "两个?人|(?<![十百])二人";

/** Words for two people that name neither, and the initials of headlines: 习卢. */
export const pluralWordsOf = perGazetteer((gazetteer) => {
	const initials = initialsOf(gazetteer);
	const states = gazetteer.countries.flatMap(({ initial }) => initial ?? []);
	const state = `[${states.join("")}]`;
	return new RegExp(
		`(?:两党)?两国(?:国家|最高)?(?:元首|领导人|领导者|首脑|总统)|两党(?:最高)?(?:领导人|总书记)|双方(?:领导人|元首)|(?<![国盟方党院州])两位(?:领导人|(?:最高)?领导者|元首|总统|主席|老朋友|老友|爷爷|老人|客人|先生|男人|(?=[，。都也又还在一同相并随先便就边最]))|${twoPeople}|俩人|两对夫[妇妻]|我[们俩](?!的|国|两国|中|俄|白)|他[们俩](?!的|国|自己)|双方|` +
			`${state}{2}(?:两国)?(?:元首|首脑|总统|领导人)|[${initials}][${initials}](?=[^，。]{0,8}$)`,
		"g",
	);
});

/** Countries of whose heads of state one is known: elsewhere the head of government stands for the country. */
const ledByHeads = perGazetteer(
	({ people }) =>
		new Set(
			people.flatMap(({ country, offices = [] }) =>
				offices.some(({ headOfState }) => headOfState) ? country : [],
			),
		),
);

/** Whether 两国领导人 and the like may mean a person on `day`. */
function leads(
	person: GazetteerPerson,
	day: CivilDay,
	gazetteer: Gazetteer,
): boolean {
	return (
		isHeadOfState(person, day) ||
		(!ledByHeads(gazetteer).has(person.country) &&
			(person.offices ?? []).some(
				({ titles, from = "", until = "9999" }) =>
					from <= day &&
					day <= until &&
					titles.some((title) => /^(?:总理|首相)$/.test(title)),
			))
	);
}

const byInitialOf = perGazetteer(
	({ people }) =>
		new Map(
			people.flatMap(({ initial, id }) =>
				initial ? [[initial, id] as const] : [],
			),
		),
);

function headOf(
	gazetteer: Gazetteer,
	country: string,
	day: CivilDay,
): string | undefined {
	return gazetteer.people.find(
		(person) => person.country === country && leads(person, day, gazetteer),
	)?.id;
}

/**
 * The two people that a plural word at `at` of `unit` stands for.
 *
 * The nearest 中白 or 俄白 decides; without one, the two heads of state named last (for 双方 and 两人: the two people).
 *
 * @param before the units read so far, oldest first.
 * @param isOfHeads whether two heads of state are meant, whatever word stands there.
 */
export function pluralAt(
	unit: Unit,
	at: number,
	before: readonly Unit[],
	day: CivilDay,
	isOfHeads = false,
): readonly [string, string] | undefined {
	const word = unit.folded.slice(at, at + 6);
	const { gazetteer } = unit;
	const byInitial = byInitialOf(gazetteer);
	const pair = [word.charAt(0), word.charAt(1)].map((character) =>
		byInitial.get(character),
	);
	if (pair[0] && pair[1] && pair[0] !== pair[1]) return [pair[0], pair[1]];
	if (word.startsWith("我")) return speakerAnd(unit, at);
	const states = isOfHeads || /元首|领导人|首脑|总统|两国/.test(word);
	const own = states ? undefined : onlyOnesAfter(unit, at);
	if (own) return own;
	// （6）平壤，两位领导人挥手: numbered captions stand by themselves, unless all are about the same two.
	if (numbered.test(unit.text) && named(unit, at, false, day).length === 0) {
		const ids = new Set(
			before.flatMap((one) =>
				named(one, Number.POSITIVE_INFINITY, false, day).map(({ id }) => id),
			),
		);
		if (ids.size > 2) return undefined;
	}
	const sentence = unit.sentences.find((s) => s.at <= at && at < s.to);
	let last: string | undefined;
	for (const [index, earlier] of nearest(unit, before).entries()) {
		const limit = index === 0 ? at : Number.POSITIVE_INFINITY;
		const bilateral = states
			? (earlier.bilaterals.findLast((b) => b.at <= limit) ??
				(index === 0
					? earlier.bilaterals.find((b) => b.at < (sentence?.to ?? 0))
					: undefined))
			: undefined;
		const candidates = named(earlier, limit, states, day);
		for (const [rank, person] of candidates.entries()) {
			// 普京接待过巴西总统。卢卡申科飞来，两人会谈: whoever has a name comes before somebody of an earlier sentence who has none.
			if (
				last !== undefined &&
				!last.startsWith("?") &&
				person.id.startsWith("?") &&
				person.at < (index === 0 ? (sentence?.at ?? 0) : 0) &&
				candidates
					.slice(rank + 1)
					.some(({ id }) => !id.startsWith("?") && id !== last)
			)
				continue;
			// Somebody without a name is not remembered for long.
			if (index > 1 && person.id.startsWith("?")) continue;
			if (bilateral && bilateral.at > person.at) break;
			if (last === undefined) last = person.id;
			else if (isOther(gazetteer, person.id, last, states))
				return [person.id, last];
		}
		if (bilateral) {
			const [a, b] = bilateral.pair.map((country) =>
				headOf(gazetteer, country, day),
			);
			return a && b ? [a, b] : undefined;
		}
	}
	// 两国元首会谈三小时。……甲同乙…… of a paragraph that names its two later.
	return states ? onlyOnesAfter(unit, at) : undefined;
}

/** A line of a list of pictures. */
export const numbered =
	/^[\s　]*[（(【]?图?[\d一二三四五六七八九十]{1,3}[）)】、．]/;

/** The words in quotation marks that a place stands in. */
const spokenAt = ({ layers }: Unit, at: number): Layer | undefined =>
	layers.find(
		({ spoken, text }) =>
			spoken && /\S/.test(text.charAt(at)) && text.charAt(at) !== filler,
	);

/** 我们 in somebody's words: the speaker, if he is known, and whom he named last. */
function speakerAnd(
	unit: Unit,
	at: number,
): readonly [string, string] | undefined {
	const { gazetteer } = unit;
	const layer = spokenAt(unit, at);
	const speaker = layer?.speaker;
	if (!layer || !speaker || !gazetteer.personOrNone(speaker)) return undefined;
	const other = within(layer.persons, at).findLast(
		({ id, aside }) => id !== speaker && aside !== "kin",
	)?.id;
	return other && !other.startsWith("?") ? [speaker, other] : undefined;
}

/** 再见到两个人坐在一起，是……，甲带着……乙说: the only two of a paragraph that names nobody before. */
function onlyOnesAfter(
	{ layers }: Unit,
	at: number,
): readonly [string, string] | undefined {
	const persons = (layers[0]?.persons ?? []).slice(0, maxPersons);
	if (persons.some(({ at: named, id }) => named < at && !isAmongMany(id)))
		return undefined;
	const [a, b, ...others] = new Set(
		persons
			.filter(({ id, aside }) => aside !== "kin" && !isAmongMany(id))
			.map(({ id }) => id),
	);
	return a && b && others.length === 0 && !`${a}${b}`.includes("?")
		? [a, b]
		: undefined;
}

/** How far back in a paragraph somebody may be named whom 双方 stands for, in characters. */
const textReach = 1200;

/** The people, left to right, that stand within reach before a place; looks at no others. */
export function within(
	persons: readonly PersonToken[],
	limit: number,
): readonly PersonToken[] {
	if (limit === Number.POSITIVE_INFINITY) return persons.slice(-maxPersons);
	const last = persons.findLastIndex(({ at }) => at < limit);
	let first = last + 1;
	while (first > 0 && (persons[first - 1]?.at ?? 0) > limit - textReach)
		first--;
	return persons.slice(first, last + 1);
}

/** Of a whole paragraph the last so many are looked at. */
const maxPersons = 60;

/** Those who come in numbers, or tell of it: none of 两人. */
export const isAmongMany = (id: string): boolean =>
	/^\?(?:官员|代表团|代表|外长们|记者|专家|学者|教授|分析人士|发言人|外交部发言人|议员|国会议员|企业家|外交官|老战士)$/.test(
		id,
	);

/** A head of state whom the gazetteer does not know, and who is one of 两国元首 all the same. */
const unknownHead = /^\?(?:总统|国家主席|国王|埃米尔)$/;

/** The people of a unit before `limit` who may be meant, last first. */
function named(
	unit: Unit,
	limit: number,
	states: boolean,
	day: CivilDay,
): readonly { readonly id: string; readonly at: number }[] {
	// 两人用餐 of a report are not whom somebody's words before it name.
	const isSaid = spokenAt(unit, limit) !== undefined;
	return unit.layers
		.filter(({ spoken }) => states || isSaid || !spoken)
		.flatMap(({ persons }) => within(persons, limit))
		.filter(({ at, to, id, aside }) => {
			if (to > limit || aside === "kin") return false;
			const person = unit.gazetteer.personOrNone(id);
			if (states && unknownHead.test(id)) return true;
			// 应甲邀请，乙来访。双方会谈: who invites is one of the two.
			if (!states)
				return (
					(aside === undefined || unit.folded.charAt(at - 1) === "应") &&
					!isAmongMany(id)
				);
			return person !== undefined && leads(person, day, unit.gazetteer);
		})
		.sort((a, b) => b.at - a.at);
}

/** Two states have heads of two countries; two people are simply not the same. */
function isOther(
	{ personOrNone }: Gazetteer,
	a: string,
	b: string,
	states: boolean,
): boolean {
	if (a === b) return false;
	return !states || personOrNone(a)?.country !== personOrNone(b)?.country;
}

/** Parts of an article that a word looks back over, the nearest first. */
const reach = 12;
const nearest = (unit: Unit, before: readonly Unit[]): readonly Unit[] => [
	unit,
	...before.slice(-reach).reverse(),
];

/** 总统先生, 主席先生 and 总理: the last person named, other than the speaker, whose office of that day has that word. */
export function addressee(
	title: string,
	speaker: string | undefined,
	unit: Unit,
	at: number,
	before: readonly Unit[],
	day: CivilDay,
): string | undefined {
	for (const [index, earlier] of nearest(unit, before).entries()) {
		const limit = index === 0 ? at : Number.POSITIVE_INFINITY;
		const hit = earlier.layers
			.flatMap(({ persons }) => within(persons, limit))
			.filter(({ to, id }) => to <= limit && id !== speaker)
			.sort((a, b) => b.at - a.at)
			.find(({ id }) => {
				const person = unit.gazetteer.personOrNone(id);
				return person?.offices?.some(
					({ titles, from = "", until = "9999" }) =>
						from <= day &&
						day <= until &&
						titles.some((text) => text.endsWith(title)),
				);
			});
		if (hit) return hit.id;
	}
	return undefined;
}
