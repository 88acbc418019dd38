/** Who met whom: from the words around a meeting word to pairs of people. */
import { everyday, type Head, headsIn, terseGap } from "./heads.ts";
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
}

/** What the surroundings tell about the words that name nobody. */
export interface Surroundings {
	/** The last person who acted before this sentence. */
	readonly subject: string | undefined;
	/** Who 两国元首 and 双方 are at a place in the text. */
	readonly plural: (at: number) => readonly [string, string] | undefined;
}

export const pluralWords =
	/两国元首|两国领导人|两国首脑|两国总统|中白元首|双方领导人|双方元首|两位领导人|两位元首|两位总统|两国国家元首|两人|二人|双方|两位/g;

const strong = /与|同|跟|为|由|被|受到|获|得到|接受/;
const comma = /^[\0\s]*(?:、|和|及|以及|与|同|跟)[^，。、与同跟为]{0,16}$/;

/** The meetings that one sentence reports, in the order of their words. */
export function meetingsIn(
	text: string,
	clauses: readonly Stretch[],
	persons: readonly PersonToken[],
	surroundings: Surroundings,
): readonly Meeting[] {
	const meetings: Meeting[] = [];
	let subject = surroundings.subject;
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
		for (const head of headsOf(text, clause, here)) {
			const opens =
				/^(?:了|过)?(?:时(?!任)|中(?![国共方])|后|前|之|期间|结束|上(?!合|海))/.test(
					afterHead(text, head, here),
				);
			const found = readHead(text, clause, from, head, here, {
				...surroundings,
				subject: (opens ? following?.id : undefined) ?? own ?? subject,
			});
			if (found) meetings.push({ head, clause, from, ...found });
			from = head.to;
		}
		subject = own ?? subject;
	}
	return meetings;
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
	if (/[与同跟对向给被由]|受到|会[见晤]|接见|访问/.test(before))
		return undefined;
	return first.id;
}

type Found = Pick<Meeting, "pairs" | "how">;

function readHead(
	text: string,
	clause: Stretch,
	from: number,
	head: Head,
	here: readonly PersonToken[],
	{ subject, plural }: Surroundings,
): Found | undefined {
	const left = actors(text, from, head, here);
	const right = head.sort === "meet" ? objects(text, clause, head, here) : [];
	const before = text.slice(left.at(-1)?.to ?? from, head.at);
	const apart = /分别|各自|先后|逐一|逐个|单独/.test(text.slice(from, head.at));
	const crowd =
		/等(?:[^，。]{0,8})(?:领导人|元首|首脑|国家|贵宾|嘉宾|来宾|政要|人)/.test(
			text.slice(from, clause.to),
		) || /集体|各国|与会|外方领导人/.test(text.slice(from, head.to + 12));

	if (right.length > 0) {
		const subjects =
			left.length > 0 ? subjectsOf(text, left) : subject ? [subject] : [];
		const ids = right.map(({ id }) => id);
		const pairs = cross(subjects, ids);
		const isCrowd = !apart && (ids.length >= 3 || crowd);
		if (subjects.length === 2 && !apart && left.length === 2)
			pairs.push([subjects[0] ?? "", subjects[1] ?? ""]);
		return pairs.length > 0
			? { pairs, how: isCrowd ? "list" : "met" }
			: undefined;
	}
	const plurals = [...before.matchAll(pluralWords)];
	if (plurals.length > 0 && !linked(text, left)) {
		const pair = plural(
			(left.at(-1)?.to ?? from) + (plurals.at(-1)?.index ?? 0),
		);
		return pair && { pairs: [pair], how: "plural" };
	}
	const how = head.sort === "joint" ? "together" : "met";
	if (left.length >= 2) {
		const pairs = pairsOf(text, left);
		if (pairs.length === 0) return undefined;
		const isCrowd = !apart && (crowd || left.length >= 4);
		return { pairs, how: isCrowd || isEnumeration(text, left) ? "list" : how };
	}
	const [only] = left;
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
	if (!only || !subject || subject === only.id) return undefined;
	const marker = text.slice(from, only.at);
	if (
		!/(?:与|同|和|跟|为|由|被|受到|获得?|得到|接受)[^，。]{0,40}$/.test(marker)
	)
		return undefined;
	return { pairs: [[subject, only.id]], how: crowd && !apart ? "list" : how };
}

/** The people on the left of a meeting word; 陪同甲会见乙 is told of 甲. */
function actors(
	text: string,
	from: number,
	head: Head,
	here: readonly PersonToken[],
): readonly PersonToken[] {
	const left = here.filter(
		({ at, to, aside }) => from <= at && to <= head.at && aside === undefined,
	);
	const leader = left.findLastIndex(({ at }) =>
		/(?:陪同|随同|跟随|随)$/.test(text.slice(from, at)),
	);
	return leader > 0 ? left.slice(leader) : left;
}

/** The people a meeting word is followed by; those inside a relative clause (刚与甲会谈的乙) are not its objects. */
function objects(
	text: string,
	clause: Stretch,
	head: Head,
	here: readonly PersonToken[],
): readonly PersonToken[] {
	const after = text.slice(head.to, clause.to);
	if (
		/^(?:了|过)?(?:时(?!任)|中(?![国共方])|后|前(?![总首来外任国])|的|之|期间|上(?!合|海))/.test(
			after,
		)
	)
		return [];
	const objects: PersonToken[] = [];
	for (const person of here) {
		if (person.at < head.to) continue;
		const last = objects.at(-1);
		const gap = text.slice(last?.to ?? head.to, person.at);
		if (last ? !comma.test(gap) : /说|表示|称|指出|并|之后|期间|转达/.test(gap))
			break;
		// 会见习近平的特使 is about the envoy.
		if (person.aside === "kin")
			return last ? objects : [{ ...person, id: "?代表" }];
		if (person.aside) continue;
		if (!last && /[与同跟对向由被]$/.test(gap.replaceAll(/[\0\s]/g, "")))
			continue;
		objects.push(person);
	}
	return objects;
}

/** The nearest list on the left of a verb with an object: 甲, 甲和乙, 甲同乙. */
function subjectsOf(
	text: string,
	left: readonly PersonToken[],
): readonly string[] {
	const list = [left.at(-1) as PersonToken];
	for (let i = left.length - 2; i >= 0; i--) {
		const person = left[i] as PersonToken;
		const gap = text.slice(person.to, list[0]?.at);
		if (!comma.test(gap) && !/^[^，。]{0,24}[与同跟和][^，。]{0,16}$/.test(gap))
			break;
		list.unshift(person);
	}
	// 应邀访华的甲… the actor is the nearest list, but 甲 alone before other words is the subject of the clause.
	return list.map(({ id }) => id);
}

/** Whether a list of people leads up to the meeting word with no plural word needed. */
function linked(text: string, left: readonly PersonToken[]): boolean {
	return (
		left.length >= 2 &&
		pairsOf(text, left).length > 0 &&
		strong.test(text.slice(left.at(-2)?.to, left.at(-1)?.at))
	);
}

function isEnumeration(text: string, left: readonly PersonToken[]): boolean {
	if (left.length < 3) return false;
	return left.every((person, i) => {
		const next = left[i + 1];
		return !next || !strong.test(text.slice(person.to, next.at));
	});
}

/** Pairs among the people left of the word: across the last 与, or within each of 甲与乙、丙与丁. */
function pairsOf(
	text: string,
	left: readonly PersonToken[],
): (readonly [string, string])[] {
	const gaps = left
		.slice(1)
		.map((person, i) => text.slice(left[i]?.to, person.at));
	const bonds = gaps.map((gap) => strong.test(gap));
	if (
		bonds.filter(Boolean).length >= 2 &&
		gaps.some((gap) => gap.includes("、"))
	) {
		return bonds.flatMap((bond, i) => {
			const [a, b] = [left[i]?.id, left[i + 1]?.id];
			return bond && a && b ? [[a, b] as const] : [];
		});
	}
	const at = bonds.lastIndexOf(true);
	if (at < 0) {
		const isList = gaps.every((gap) => comma.test(gap));
		if (isList || /和/.test(gaps.at(-1) ?? ""))
			return left.length === 2 || isList ? everyPair(left) : lastPair(left);
		return [];
	}
	const first: string[] = [left[at]?.id ?? ""];
	for (let i = at - 1; i >= 0 && comma.test(gaps[i] ?? ""); i--)
		first.unshift(left[i]?.id ?? "");
	const second: string[] = [left[at + 1]?.id ?? ""];
	for (let i = at + 1; i < gaps.length && comma.test(gaps[i] ?? ""); i++)
		second.push(left[i + 1]?.id ?? "");
	return cross(first, second);
}

const lastPair = (left: readonly PersonToken[]): [string, string][] => [
	[left.at(-2)?.id ?? "", left.at(-1)?.id ?? ""],
];

function everyPair(left: readonly PersonToken[]): [string, string][] {
	return left.flatMap(({ id }, i) =>
		left.slice(i + 1).map((other): [string, string] => [id, other.id]),
	);
}

function cross(
	first: readonly string[],
	second: readonly string[],
): (readonly [string, string])[] {
	return first.flatMap((a) =>
		second.filter((b) => b !== a).map((b) => [a, b] as const),
	);
}
