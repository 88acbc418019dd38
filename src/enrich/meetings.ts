/** Who met whom: from the words around a meeting word to pairs of people. */

import { everyday, type MeetingVerb, terseGap } from "./found-verbs.ts";
import type { Meeting, Pair, Surroundings } from "./meeting.ts";
import { isWeak } from "./meeting-verbs.ts";
import { isAdverbial } from "./pairs.ts";
import { type Known, readVerb } from "./participants.ts";
import type { PersonToken } from "./persons.ts";
import { pluralWordsOf } from "./plurals.ts";
import { namedBehind } from "./references.ts";
import type { Stretch } from "./segments.ts";

/** The meetings that one sentence reports, in the order of their words. */
export function meetingsIn(
	text: string,
	clauses: readonly Stretch[],
	persons: readonly PersonToken[],
	surroundings: Surroundings,
): readonly Meeting[] {
	const meetings: Meeting[] = [];
	let { subject, previous } = surroundings;
	let both: () => Pair | undefined = () => undefined;
	let next = 0;
	for (const [index, clause] of clauses.entries()) {
		while ((persons[next]?.at ?? clause.at) < clause.at) next++;
		const first = next;
		let end = next;
		while ((persons[end]?.to ?? clause.to + 1) <= clause.to) end++;
		const here = persons.slice(next, end);
		const own = subjectOf(text, clause, here);
		const known: Known = {
			text,
			clause,
			here,
			both,
			behind: () => namedBehind(clauses[index + 1], persons),
			inSentence: () => onlyTwo(persons.slice(0, first)),
			isAlone:
				persons.length === 0 && affirms.test(sentenceStart(text, clauses)),
			included: includedIn(text, clauses, index, persons),
			gazetteer: surroundings.gazetteer,
			verbs: surroundings.verbs,
			plural: surroundings.plural,
			line: (at) => {
				const pair = surroundings.line(at);
				return persons.every(({ id }) => pair?.includes(id)) &&
					!namesStranger(text, clauses, persons)
					? pair
					: undefined;
			},
			told: meetings.at(-1)?.pairs ?? surroundings.told,
			subject: own ?? subject,
			previous: own !== undefined && own !== subject ? subject : previous,
		};
		let from = clause.at;
		for (const verb of clauseVerbs(known)) {
			const following = isOpening(text, verb, here)
				? openedBy(text, clauses[index + 1], persons)
				: undefined;
			const read = readVerb(from, verb, {
				...known,
				subject: following ?? known.subject,
			});
			// 两人落座长谈: the words of one clause are about the same people.
			const last = meetings.at(-1);
			const goesOn =
				verb.sort === "talk" &&
				last?.clause === clause &&
				isWeak(last.verb.type);
			const found = read ?? (goesOn ? last : undefined);
			if (found)
				meetings.push({
					...found,
					verb,
					clause,
					from,
					end: read?.end ?? verb.to,
				});
			from = verb.to;
		}
		const earlier = both;
		// 甲进门，与乙握手，交谈二十秒。
		const met = meetings.findLast(
			(one) => one.clause === clause && one.verb.type !== "remote",
		)?.pairs;
		both = once(
			() =>
				bothIn(known) ??
				(met?.length === 1 ? met[0] : undefined) ??
				(here.length > 0 ? undefined : earlier()),
		);
		if (own !== undefined && own !== subject)
			[subject, previous] = [own, subject];
	}
	return meetings;
}

/** 7月，江泽民主席来访，与乙会谈: an office whose holder no list knows. */
function namesStranger(
	text: string,
	clauses: readonly Stretch[],
	persons: readonly PersonToken[],
): boolean {
	const [at = 0, to = 0] = [clauses[0]?.at, clauses.at(-1)?.to];
	return [...text.slice(at, to).matchAll(office)].some(
		({ index }) =>
			!persons.some(
				(person) => person.at <= at + index && at + index < person.to,
			),
	);
}
// 两国总统, and 白总统 by the initial of a country, may be these two.
const office =
	/(?<!两国|两位|双方|(?:^|[\s　，。；\0])\p{Script=Han})(?:主席|总统|总理|首相)(?![台府团国令制选])/gu;

/** 答：见到了, 对，谈了一个钟头. */
const affirms =
	/^[\0\s“]*(?:\p{Script=Han}{1,6}：)?(?:答：?|[AaＡ][：:.、])?[，\s]*(?:见到?了|见了|见过|对|是的?|是啊|嗯|当然|谈了|会了)/u;

/** The first words of the sentence that some clauses are of. */
function sentenceStart(text: string, [first]: readonly Stretch[]): string {
	return first ? text.slice(first.at, first.at + 24) : "";
}

/** 会见乙时，甲表示: what follows says who met them. */
function isOpening(
	text: string,
	verb: MeetingVerb,
	here: readonly PersonToken[],
): boolean {
	const object = here.find(({ at }) => at >= verb.to && at - verb.to < 40);
	const behind =
		object && !/^[时中后前之期]/.test(text.slice(verb.to, verb.to + 1))
			? object.to
			: verb.to;
	return (
		// 在甲陪同下，乙…
		verb.word.endsWith("同下") ||
		/^(?:了|过)?(?:时(?!任)|中(?![国共方])|后|前|之|期间|结束|上(?![合海午周月任]))/.test(
			text.slice(behind, behind + 6),
		)
	);
}

function openedBy(
	text: string,
	next: Stretch | undefined,
	persons: readonly PersonToken[],
): string | undefined {
	return (
		next &&
		persons.find(
			({ at, aside }) =>
				at >= next.at &&
				at - next.at <= 6 &&
				at < next.to &&
				aside === undefined &&
				!/[与同跟对向]/.test(text.slice(next.at, at)),
		)?.id
	);
}

const crowdOfGuests =
	/(?:多国|多位|数国|数位|几位|几国|一些国家|各国|等国|外国|外方|[\d一二两三四五六七八九十]+(?:国|位|场|名|组|批|拨))[^，。]{0,10}(?:领导人|元首|总统|政要|外宾|贵宾|来宾|首脑|会见|会谈|会晤)/;
const picksOut =
	/^[\0\s]*(?:其中(?:也|就)?(?:包括|有)|包括|他们(?:分别|依次)?[是为]|名单上?[是为有]|分别[为是]|对象(?:分别)?[是为]|(?:第一|最后一|首)(?:位|个|场)是|首先是|最后是|依[次序](?:是|为|有)|先后(?:是|为|有))/;
/** 他们是：甲、乙 */
const leadsTo =
	/^[\0\s]*(?:他们|[这此][^，。]{1,3}位|名单|来宾)?(?:分别|依次|先后|上)?(?:是|有|为|包括)$/;
const isAmong =
	/^[\0\s]*(?:也|便|就|正|则|亦|即)?(?:在其中|在列|在内|名列其中|是其中之一|为其中之一|是其中一位|位列其中|(?:就|便)?是(?:其中)?(?:的)?(?:第[\d一二三四五六七八九十]+|最后一|首|头一)[位个])/;

/** 与多国领导人举行会谈，包括甲、乙以及丙; 连见三位外宾，乙也在其中: the people of the list that the next clause opens. */
function includedIn(
	text: string,
	clauses: readonly Stretch[],
	index: number,
	persons: readonly PersonToken[],
): readonly PersonToken[] {
	const [clause, first, second] = clauses.slice(index, index + 3);
	const isLedTo =
		second !== undefined && leadsTo.test(text.slice(first?.at, first?.to));
	const next = isLedTo ? second : first;
	if (!clause || !next) return [];
	if (!crowdOfGuests.test(text.slice(clause.at, clause.to))) return [];
	const opens =
		text.charAt(next.at - 1) === "：" ||
		picksOut.test(text.slice(next.at, next.to));
	return persons.filter(
		({ at, to, aside }) =>
			at >= next.at &&
			at < next.to &&
			aside === undefined &&
			(opens || isAmong.test(text.slice(to, next.to))),
	);
}

/** Longer meeting words, and the single characters of headlines between two names. */
function clauseVerbs({
	text,
	clause,
	here,
	...known
}: Known): readonly MeetingVerb[] {
	const verbs = known.verbs.filter(
		({ at, to }) => at >= clause.at && to <= clause.to,
	);
	for (const [index, left] of here.entries()) {
		const right = here[index + 1];
		if (!right) continue;
		const gap = text.slice(left.to, right.at);
		if (!terseGap.test(gap) || everyday.test(gap.trim())) continue;
		const at = right.at - 1;
		if (verbs.some((verb) => verb.at <= at && at < verb.to)) continue;
		verbs.push({
			at,
			to: right.at,
			word: gap.trim().slice(-1),
			sort: "meet",
			type: "met",
		});
	}
	// 见甲用了四十分钟，又见乙: the shortest of verbs before its guest.
	for (const { at } of here) {
		const before = text.slice(Math.max(clause.at, at - 6), at);
		const begins = at - before.length + before.search(/[见晤][\0\s]*$/);
		if (begins < at - before.length) continue;
		const isClause = begins === clause.at;
		if (
			!isClause &&
			!/[又再先还并也后便才刚去来午晚]$/.test(text.slice(clause.at, begins))
		)
			continue;
		if (verbs.some((verb) => verb.at <= begins && begins < verb.to)) continue;
		verbs.push({
			at: begins,
			to: begins + 1,
			word: "见",
			sort: "meet",
			type: "met",
		});
	}
	return verbs.sort((a, b) => a.at - b.at);
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
	if (
		/[与同跟对向给为被由陪获]|[他她]和|受到|会[见晤]|接[见待]|访问|拜会|款待|宴请|招待|迎[接来]|[见晤][了过到]?$/.test(
			before,
		) ||
		// 当天下午和甲会谈
		(before.endsWith("和") && isAdverbial(before.slice(0, -1)))
	)
		return undefined;
	return first.id;
}

/** Few clauses are asked whom they are about. */
function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** Two people of the gazetteer who act, where nobody else is named. */
function onlyTwo(persons: readonly PersonToken[]): Pair | undefined {
	const [a, b, ...others] = new Set(
		persons.filter(({ aside }) => aside !== "kin").map(({ id }) => id),
	);
	return a && b && others.length === 0 && !`${a}${b}`.includes("?")
		? [a, b]
		: undefined;
}

/** Both people that a clause is about: the only two it names, or those whom its 两国元首 stands for. */
function bothIn({
	text,
	clause,
	here,
	plural,
	gazetteer,
}: Known): Pair | undefined {
	const ids = [
		...new Set(
			here.filter(({ aside }) => aside === undefined).map(({ id }) => id),
		),
	];
	const [a, b] = ids;
	if (a && b && ids.length === 2) return [a, b];
	if (ids.length > 0) return undefined;
	const words = text.slice(clause.at, clause.to);
	const [word] = words.matchAll(pluralWordsOf(gazetteer));
	return word && plural(clause.at + word.index);
}
