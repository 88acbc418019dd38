/** Who met whom: from the words around a meeting word to pairs of people. */

import { people } from "./gazetteer/index.ts";
import { everyday, type Head, headsIn, terseGap } from "./heads.ts";
import {
	actors,
	cross,
	isAdverbial,
	isEnumeration,
	linked,
	objects,
	pairsOf,
	subjectsOf,
} from "./pairs.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";

/** One meeting word with the people it joins. */
export interface Meeting {
	readonly head: Head;
	readonly clause: Stretch;
	/** Where the words that belong to this meeting word begin: after the previous one of the clause. */
	readonly from: number;
	/** Pairs of person ids that the clause says met. */
	readonly pairs: readonly (readonly [string, string])[];
	/** `list` where leaders are enumerated at an event; `plural` where only 两国元首 or 双方 was written. */
	readonly how: "met" | "together" | "list" | "plural";
	/** Behind the word and its objects: where 时, 前 and 后 stand. */
	readonly end: number;
}

/** What the surroundings tell about the words that name nobody. */
export interface Surroundings {
	/** The last person who acted before this sentence. */
	readonly subject: string | undefined;
	/** The one who acted before them: what 他 may stand for. */
	readonly previous?: string | undefined;
	/** Those whom 包括… in the next clause lists. */
	readonly included?: readonly PersonToken[];
	/** Who 两国元首 and 双方 are at a place in the text. */
	readonly plural: (at: number) => readonly [string, string] | undefined;
}

/** The characters by which headlines name leaders. */
export const initials = people.flatMap(({ initial }) => initial ?? []).join("");
/** Words for two people that name neither, and the initials of headlines: 习卢. */
export const pluralWords = new RegExp(
	"两国元首|两国领导人|两国首脑|两国总统|中白元首|双方领导人|双方元首|两位领导人|两位元首|两位总统|两国国家元首|两人|二人|双方|两位|" +
		`[${initials}][${initials}](?=[^，。]{0,8}$)`,
	"g",
);

/** The meetings that one sentence reports, in the order of their words. */
export function meetingsIn(
	text: string,
	clauses: readonly Stretch[],
	persons: readonly PersonToken[],
	surroundings: Surroundings,
): readonly Meeting[] {
	const meetings: Meeting[] = [];
	let { subject, previous } = surroundings;
	for (const [index, clause] of clauses.entries()) {
		const here = persons.filter(
			({ at, to }) => clause.at <= at && to <= clause.to,
		);
		const next = clauses[index + 1];
		const following =
			next &&
			persons.find(
				({ at, aside }) =>
					aside === undefined &&
					at >= next.at &&
					at - next.at <= 6 &&
					at < next.to &&
					!/[与同跟对向]/.test(text.slice(next.at, at)),
			);
		const own = subjectOf(text, clause, here);
		let from = clause.at;
		const included = includedIn(text, clauses, index, persons);
		for (const head of headsOf(text, clause, here)) {
			const opens =
				/^(?:了|过)?(?:时(?!任)|中(?![国共方])|后|前|之|期间|结束|上(?!合|海))/.test(
					afterHead(text, head, here),
				);
			const found = readHead(text, clause, from, head, here, {
				...surroundings,
				included,
				subject: (opens ? following?.id : undefined) ?? own ?? subject,
				previous: own !== undefined && own !== subject ? subject : previous,
			});
			if (found) meetings.push({ head, clause, from, end: head.to, ...found });
			from = head.to;
		}
		if (own !== undefined && own !== subject)
			[subject, previous] = [own, subject];
	}
	return meetings;
}

/** 与多国领导人举行会谈，包括甲、乙以及丙: the people of the list that the next clause opens. */
function includedIn(
	text: string,
	clauses: readonly Stretch[],
	index: number,
	persons: readonly PersonToken[],
): readonly PersonToken[] {
	const [clause, next] = clauses.slice(index, index + 2);
	if (!clause || !next) return [];
	if (
		!/(?:多国|多位|数国|几位|几国|一些国家|\d+国)[^，。]{0,8}(?:领导人|元首|总统|政要)/.test(
			text.slice(clause.at, clause.to),
		)
	)
		return [];
	if (
		!/^[\0\s]*(?:其中)?(?:包括|分别[为是])/.test(text.slice(next.at, next.to))
	)
		return [];
	return persons.filter(
		({ at, aside }) => at >= next.at && at < next.to && aside === undefined,
	);
}

/** The words after a meeting word and, where one follows, its object. */
function afterHead(
	text: string,
	head: Head,
	here: readonly PersonToken[],
): string {
	const object = here.find(({ at }) => at >= head.to && at - head.to < 40);
	return object && !/^[时中后前之期]/.test(text.slice(head.to))
		? text.slice(object.to, object.to + 6)
		: text.slice(head.to, head.to + 6);
}

/** Longer meeting words, and the single characters of headlines between two names. */
function headsOf(
	text: string,
	clause: Stretch,
	here: readonly PersonToken[],
): readonly Head[] {
	const heads = headsIn(text.slice(clause.at, clause.to)).map((head) => ({
		...head,
		at: head.at + clause.at,
		to: head.to + clause.at,
	}));
	for (const [index, left] of here.entries()) {
		const right = here[index + 1];
		if (!right) continue;
		const gap = text.slice(left.to, right.at);
		if (!terseGap.test(gap) || everyday.test(gap.trim())) continue;
		const at = right.at - 1;
		if (heads.some((head) => head.at <= at && at < head.to)) continue;
		heads.push({ at, to: right.at, word: gap.trim().slice(-1), sort: "meet" });
	}
	return heads.sort((a, b) => a.at - b.at);
}

/**
 * The first person of a clause who is neither addressed nor accompanied nor somebody's object.
 *
 * @param here the people of that clause, left to right.
 */
export function subjectOf(
	text: string,
	clause: Stretch,
	here: readonly PersonToken[],
): string | undefined {
	const first = here.find(({ aside }) => aside === undefined);
	if (!first) return undefined;
	const before = text.slice(clause.at, first.at);
	if (/[与同跟对向给被由]|[他她]和|受到|会[见晤]|接见|访问/.test(before))
		return undefined;
	return first.id;
}

type Found = Pick<Meeting, "pairs" | "how"> & { readonly end?: number };

function readHead(
	text: string,
	clause: Stretch,
	from: number,
	head: Head,
	here: readonly PersonToken[],
	{ subject, previous, included = [], plural }: Surroundings,
): Found | undefined {
	const left = actors(text, from, head, here);
	if (included.length > 0 && head.sort !== "joint") {
		const actor = left[0]?.id ?? subject;
		if (actor)
			return {
				pairs: cross(
					[actor],
					included.map(({ id }) => id),
				),
				how: "met",
			};
	}
	const right = head.sort === "meet" ? objects(text, clause, head, here) : [];
	const before = text.slice(left.at(-1)?.to ?? from, head.at);
	const apart = /分别|各自|先后|逐一|逐个|单独|双边/.test(
		text.slice(from, head.to),
	);
	const crowd =
		/等(?:[^，。]{0,8})(?:领导人|元首|首脑|国家|贵宾|嘉宾|来宾|政要|人)/.test(
			text.slice(from, clause.to),
		) || /集体|各国|与会|外方领导人/.test(text.slice(from, head.to + 12));

	if (right.length > 0) {
		const inherits = subject && isAdverbial(text.slice(from, head.at));
		const subjects =
			left.length > 0 ? subjectsOf(text, left) : inherits ? [subject] : [];
		const ids = right.map(({ id }) => id);
		const pairs = cross(subjects, ids);
		// 会见 takes its guests one by one; a welcome, a banquet or a photograph takes them all at once.
		const oneByOne = /^(?:会见|会晤|接见|会|见|晤)$/.test(head.word);
		const isCrowd =
			!apart &&
			(oneByOne
				? /集体|共同|一同|各国|与会/.test(text.slice(from, right[0]?.at))
				: ids.length >= 3 || crowd);
		if (subjects.length === 2 && !apart && left.length === 2)
			pairs.push([subjects[0] ?? "", subjects[1] ?? ""]);
		const end = right.at(-1)?.to ?? head.to;
		return pairs.length > 0
			? { pairs, how: isCrowd ? "list" : "met", end }
			: undefined;
	}
	const plurals = [...before.matchAll(pluralWords)];
	if (plurals.length > 0 && !linked(text, left)) {
		const pair = plural(
			(left.at(-1)?.to ?? from) + (plurals.at(-1)?.index ?? 0),
		);
		// 习卢会 names both as well as their names would.
		const word = plurals.at(-1)?.[0] ?? "";
		return (
			pair && {
				pairs: [pair],
				how:
					word.length === 2 && initials.includes(word.charAt(0))
						? "met"
						: "plural",
			}
		);
	}
	const how = head.sort === "joint" ? "together" : "met";
	// 先后同甲、乙、丙会晤: all of them are on one side, and who met them acted before.
	const [guest] = left;
	if (
		guest &&
		left.length >= 2 &&
		subject &&
		!left.some(({ id }) => id === subject) &&
		isEnumeration(text, left) &&
		/[与同跟][^，。]{0,16}$/.test(text.slice(from, guest.at))
	)
		return {
			pairs: cross(
				[subject],
				left.map(({ id }) => id),
			),
			how: apart || !crowd ? how : "list",
		};
	if (left.length >= 2) {
		const pairs = pairsOf(text, left);
		if (pairs.length === 0) return undefined;
		const isCrowd = !apart && (crowd || left.length >= 4);
		return { pairs, how: isCrowd || isEnumeration(text, left) ? "list" : how };
	}
	const [only] = left;
	// 习近平将与他会谈: 他 is who acted before.
	const him =
		/[与同和跟][他她](?!们)[^，。]*$/.test(before) ||
		(head.sort === "meet" &&
			/^(?:了|过)?[他她](?!们)/.test(text.slice(head.to)));
	if (only && him && previous && previous !== only.id)
		return { pairs: [[only.id, previous]], how };
	// 甲在会晤中对乙说
	const told = here.find(
		({ at }) =>
			at >= head.to &&
			at - head.to < 30 &&
			/^(?:中|时|上|期间)[^，。]*?(?:对|向|告诉)[^，。]{0,24}$/.test(
				text.slice(head.to, at),
			),
	);
	if (only && told && told.id !== only.id)
		return { pairs: [[only.id, told.id]], how };
	// 刚与甲会谈的乙: inside a relative clause the one it describes is the subject.
	const described = /^(?:了|过)?的/.test(text.slice(head.to, clause.to))
		? here.find(
				({ at, aside }) =>
					at >= head.to && at - head.to < 16 && aside === undefined,
			)
		: undefined;
	if (only && described && described.id !== only.id)
		return { pairs: [[described.id, only.id]], how };
	if (!only || !subject || subject === only.id) return undefined;
	const marker = text.slice(from, only.at);
	const joins =
		/(?:与|同|和|跟|为|由|被|受到|获得?|得到|接受)[^，。]{0,40}$/.exec(marker);
	if (!joins || !isAdverbial(marker.slice(0, joins.index))) return undefined;
	return { pairs: [[subject, only.id]], how: crowd && !apart ? "list" : how };
}
