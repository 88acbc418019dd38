/** Who takes part in what a meeting word tells: who stands on its left, behind it, in the clause before. */
import type { MeetingVerb } from "./found-verbs.ts";
import type { Meeting, Pair, Surroundings } from "./meeting.ts";
import { isWeak } from "./meeting-verbs.ts";
import { isIntended } from "./modality.ts";
import {
	actors,
	cross,
	isAdverbial,
	isCompanion,
	isEnumeration,
	linked,
	objects,
	pairsOf,
	relative,
	subjectsOf,
} from "./pairs.ts";
import type { PersonToken } from "./persons.ts";
import { initialsOf, pluralWordsOf } from "./plurals.ts";
import { isReference } from "./references.ts";
import type { Stretch } from "./segments.ts";
import { isCrowd } from "./together.ts";

/** What a clause's meeting words are read with. */
export interface Known extends Surroundings {
	readonly text: string;
	readonly clause: Stretch;
	readonly here: readonly PersonToken[];
	/** The two of the clause before, where it named both or said 两国元首. */
	readonly both: () => Pair | undefined;
	/** The only two whom the next clause names. */
	readonly behind: () => Pair | undefined;
	/** The only two whom its sentence names before the clause. */
	readonly inSentence: () => Pair | undefined;
	/** Whether its sentence names nobody and answers the one before: 见到了，谈了两个多小时. */
	readonly isAlone: boolean;
	/** Those whom 包括… in the next clause lists. */
	readonly included: readonly PersonToken[];
}

type Found = Pick<Meeting, "pairs" | "how"> & { readonly end?: number };

/** The pairs that a meeting word joins; `undefined` where it joins nobody. */
export function readVerb(
	from: number,
	verb: MeetingVerb,
	known: Known,
): Found | undefined {
	const { text, clause, here } = known;
	if (verb.sort === "loose")
		return here.length === 0
			? (byPlural(from, verb, [], known) ?? byNobody(verb, [], known))
			: loosely(known);
	const left = actors(text, from, verb, here);
	const lists = listing(from, verb, known);
	const right = verb.sort === "meet" ? objects(text, clause, verb, here) : [];
	if (known.included.length > 0 && verb.sort !== "joint") {
		const actor = left[0]?.id ?? known.subject;
		const guests = known.included.map(({ id }) => id);
		if (actor) return { pairs: cross([actor], guests), how: "met" };
	}
	if (right.length > 0) return byObject(from, verb, left, right, lists, known);
	return (
		byPlural(from, verb, left, known) ??
		byReference(from, verb, known) ??
		byPartners(from, verb, left, lists, known) ??
		byOne(from, verb, left, lists, known) ??
		byNobody(verb, left, known) ??
		byLine(from, verb, known)
	);
}

/** 6月10日　青岛，上合峰会期间会面: in a list of what the two did together a line names neither, or one of them. */
function byLine(
	from: number,
	{ at, to, type, sort }: MeetingVerb,
	{ text, clause, here, line }: Known,
): Found | undefined {
	if (type === "told" || type === "remote" || here.length > 1) return undefined;
	// 金砖国家领导人合影
	if (isCrowd(text.slice(from, at))) return undefined;
	// 9日，在马拉博会见赤道几内亚总统: somebody whom no list knows.
	if (sort === "meet" && somebody.test(text.slice(to, clause.to)))
		return undefined;
	const pair = line(at);
	// （7）甲同班达里总统会见: with somebody whom no list knows.
	if (/[与同和跟][^，。]{2,}$/.test(text.slice(here[0]?.to ?? from, at)))
		return undefined;
	return pair && here.every(({ id }) => pair.includes(id))
		? { pairs: [pair], how: "implied" }
		: undefined;
}

const somebody =
	/^(?:了|过)?[^，。；（(\s\0时中后前并][^，。；（(\s\0]*[人统理席相长使王臣]/;

/** Whether the words around a meeting word take people one by one, or all at once. */
interface Listing {
	readonly apart: boolean;
	readonly crowd: boolean;
}

function listing(
	from: number,
	verb: MeetingVerb,
	{ text, clause }: Known,
): Listing {
	return {
		apart:
			/分别|各自|先后|逐一|逐个|单独|双边|密集|连见|接连|相继|依次|轮番|轮流|挨个|陆续|一一/.test(
				text.slice(from, verb.to),
			),
		crowd:
			/等(?:[^，。]{0,8})(?:领导人|元首|首脑|国家|贵宾|嘉宾|来宾|政要|人)/.test(
				text.slice(from, clause.to),
			) || /集体|各国|与会|外方领导人/.test(text.slice(from, verb.to + 12)),
	};
}

function byObject(
	from: number,
	verb: MeetingVerb,
	left: readonly PersonToken[],
	right: readonly PersonToken[],
	{ apart, crowd }: Listing,
	{ text, subject }: Known,
): Found | undefined {
	const inherits = subject && isAdverbial(text.slice(from, verb.at));
	const subjects =
		left.length > 0 ? subjectsOf(text, left) : inherits ? [subject] : [];
	const ids = right.map(({ id }) => id);
	const pairs = [...cross(subjects, ids)];
	// 会见 takes its guests one by one; a welcome, a banquet or a photograph takes them all at once.
	const oneByOne = /^(?:会见|会晤|接见|会|见|晤)$/.test(verb.word);
	const before = text.slice(from, verb.at);
	const between = text.slice(verb.at, right[0]?.at).replace(relative, "");
	const isCrowd =
		!apart &&
		(oneByOne
			? /共同|一同|各国|与会/.test(before + between)
			: ids.length >= 3 || crowd);
	if (subjects.length === 2 && !apart && left.length === 2)
		pairs.push([subjects[0] ?? "", subjects[1] ?? ""]);
	const end = right.at(-1)?.to ?? verb.to;
	return pairs.length > 0
		? { pairs, how: isCrowd ? "list" : "met", end }
		: undefined;
}

function byPlural(
	from: number,
	verb: MeetingVerb,
	left: readonly PersonToken[],
	{ text, clause, plural, told, gazetteer }: Known,
): Found | undefined {
	const start = left.at(-1)?.to ?? from;
	const words = text.slice(start, verb.at);
	const word = [...words.matchAll(pluralWordsOf(gazetteer))].at(-1);
	if (!word || linked(text, left)) return undefined;
	// 举行中美元首会晤 names an event; 中美元首坐到了一起 tells who.
	const isEvent =
		/^(?!两国|双方|两位|中白).{2}(?:元首|首脑|总统|领导人)$/.test(word[0]) &&
		/^会[晤谈面见]$/.test(verb.word) &&
		/^[^在于今昨前\d日]{0,8}$/.test(words.slice(word.index + word[0].length)) &&
		// …会晤于2023年11月15日举行 says that it was held.
		!/^[于在][^，。]*[日号晚午](?:[^，。]{0,8})(?:举行|结束|开始|登场)/.test(
			text.slice(verb.to, clause.to),
		);
	if (isEvent) return undefined;
	// 更早一次，他俩……: of those whose meeting was told last, whoever was named since.
	const pair =
		(again.test(text.slice(Math.max(0, verb.at - againReach), verb.at))
			? told[0]
			: undefined) ?? plural(start + word.index);
	// 习卢会 names both as well as their names would.
	const byInitials =
		word[0].length === 2 && initialsOf(gazetteer).includes(word[0].charAt(0));
	return pair && { pairs: [pair], how: byInitials ? "met" : "plural" };
}

const again = /(?:^|[，。；])(?:更早|再早|再往前|上|前|此前)的?一[次回]，/;
const againReach = 60;

const howOf = (verb: MeetingVerb): Meeting["how"] =>
	verb.sort === "joint" ? "together" : "met";

function byPartners(
	from: number,
	verb: MeetingVerb,
	left: readonly PersonToken[],
	{ apart, crowd }: Listing,
	{ text, subject }: Known,
): Found | undefined {
	const [guest] = left;
	if (!guest || left.length < 2) return undefined;
	// 先后同甲、乙、丙会晤: all of them are on one side, and who met them acted before.
	if (
		subject &&
		!left.some(({ id }) => id === subject) &&
		(isEnumeration(text, left) || isRow(text, left)) &&
		/[与同跟][^，。]{0,16}$/.test(text.slice(from, guest.at))
	)
		return {
			pairs: cross(
				[subject],
				left.map(({ id }) => id),
			),
			how: apart || !crowd ? howOf(verb) : "list",
		};
	const pairs = pairsOf(text, left);
	const isCrowd = !apart && (crowd || left.length >= 4);
	if (pairs.length > 0)
		return {
			pairs,
			how: isCrowd || isEnumeration(text, left) ? "list" : howOf(verb),
		};
	return isHosted(text, verb, left) ? loose(left) : undefined;
}

/** 丁、乙 and 丁和乙: two guests of one host who was named before. */
const isRow = (text: string, [a, b, c]: readonly PersonToken[]): boolean =>
	a !== undefined &&
	b !== undefined &&
	c === undefined &&
	/^[\0\s]*(?:[、和及]|以及)/.test(text.slice(a.to, b.at));

/** 甲出席乙举行的欢迎宴会, 乙为甲举行欢迎仪式: a guest, and who holds it. */
function isHosted(
	text: string,
	{ at, type }: MeetingVerb,
	left: readonly PersonToken[],
): boolean {
	if (type !== "ceremony" && type !== "hosted") return false;
	const before = text.slice(left[0]?.to, at);
	return (
		/(?:出席|参加|应邀|接受|赴)/.test(before) &&
		/(?:举行|举办|设|准备)[^，。]{0,16}$/.test(before)
	);
}

/** The only two people among some; neither is somebody else's aide. */
function loose(persons: readonly PersonToken[]): Found | undefined {
	const ids = [...new Set(persons.map(({ id }) => id))];
	const [a, b] = ids;
	return a && b && ids.length === 2
		? { pairs: [[a, b]], how: "met" }
		: undefined;
}

function byOne(
	from: number,
	verb: MeetingVerb,
	left: readonly PersonToken[],
	{ apart, crowd }: Listing,
	{ text, clause, here, subject, previous }: Known,
): Found | undefined {
	const [only, other] = left;
	if (!only || other) return undefined;
	const how = howOf(verb);
	// 习近平将与他会谈: 他 is who acted before.
	const him =
		/[与同和跟][他她](?!们)[^，。]*$/.test(text.slice(only.to, verb.at)) ||
		(verb.sort === "meet" &&
			/^(?:了|过)?[他她](?!们)/.test(text.slice(verb.to, verb.to + 2)));
	const isLeftOut =
		verb.sort === "meet" &&
		!/[与同和跟由被受获得]$/.test(text.slice(from, only.at)) &&
		objectless.test(text.slice(verb.to, clause.to + 1)) &&
		isAdverbial(text.slice(only.to, verb.at).replace(givesIt, ""));
	if ((him || isLeftOut) && previous && previous !== only.id)
		return { pairs: [[only.id, previous]], how };
	const named = addressed(text, clause, verb, here);
	if (named && named.id !== only.id)
		return { pairs: [[only.id, named.id]], how };
	if (!subject || subject === only.id) return undefined;
	const marker = text.slice(from, only.at);
	const joins =
		/(?:与|同|和|跟|为|由|被|受到|获得?|得到|接受)[^，。]{0,40}$/.exec(
			marker.slice(-48),
		);
	if (!joins) return undefined;
	const start = Math.max(0, marker.length - 48) + joins.index;
	if (!isAdverbial(marker.slice(0, start))) return undefined;
	return { pairs: [[subject, only.id]], how: crowd && !apart ? "list" : how };
}

/** 乙抵京。2日，甲予以会见。 whom he received was told before. */
const objectless = /^(?:了|过)?(?:[。；！]|$)|^(?:了|过)?，/;
const givesIt = /予以|给予|出面|全程|热情|盛情|隆重|设宴/;

/** 甲在会晤中对乙说, 刚与甲会谈的乙: somebody behind the word who belongs to it. */
function addressed(
	text: string,
	clause: Stretch,
	verb: MeetingVerb,
	here: readonly PersonToken[],
): PersonToken | undefined {
	const told = here.find(
		({ at }) =>
			at >= verb.to &&
			at - verb.to < 30 &&
			/^(?:中|时|上|期间)[^，。]*?(?:对|向|告诉)[^，。]{0,24}$/.test(
				text.slice(verb.to, at),
			),
	);
	if (told) return told;
	// Inside a relative clause the one it describes is the subject.
	return /^(?:了|过)?的/.test(
		text.slice(verb.to, Math.min(clause.to, verb.to + 2)),
	)
		? here.find(
				({ at, aside }) =>
					at >= verb.to && at - verb.to < 16 && aside === undefined,
			)
		: undefined;
}

/** 会谈中, 会谈持续了两小时: whose it was tells the clause behind, the one before, or the article. */
function byReference(
	from: number,
	verb: MeetingVerb,
	{ text, clause, here, behind, both, told, plural }: Known,
): Found | undefined {
	if (here.length > 0 || from > clause.at || !isReference(text, clause, verb))
		return undefined;
	const pair = behind() ?? both();
	if (!pair && told.length > 0) return { pairs: told, how: "implied" };
	const last = pair ?? plural(verb.at);
	return last && { pairs: [last], how: "implied" };
}

/** 两国元首步入北大厅，开始会谈: the clause names nobody and goes on about the two before it. */
function byNobody(
	verb: MeetingVerb,
	left: readonly PersonToken[],
	{ text, clause, here, both, inSentence, isAlone, told }: Known,
): Found | undefined {
	if (left.length > 0 || here.length > 0) return undefined;
	const answers = isAlone && told.length > 0;
	// 19日两国元首会谈，20日再次会面。
	const takesNone =
		/^会[晤面]/.test(verb.word) &&
		!isIntended(text.slice(clause.at, verb.at)) &&
		objectless.test(text.slice(verb.to, clause.to + 1));
	if (verb.sort === "meet" && !(takesNone && both()))
		return answers ? { pairs: told, how: "implied" } : undefined;
	// 甲飞来，乙迎上前，谈了一个小时: talks take two, and no others are named.
	const pair =
		both() ??
		(verb.type === "talked" || isWeak(verb.type) ? inSentence() : undefined);
	if (!pair && answers && verb.type === "talked")
		return { pairs: told, how: "implied" };
	return pair && { pairs: [pair], how: "implied" };
}

/** A greeting, a farewell, words to somebody's face: of the two whom the clause names, or of one and who acted before. */
function loosely({
	text,
	here,
	subject,
	previous,
	gazetteer: { personOrNone },
}: Known): Found | undefined {
	const isWife = (id: string): boolean => {
		const known = personOrNone(id);
		return known?.female === true && known.offices === undefined;
	};
	const acting = here.filter(
		(person) =>
			person.aside !== "kin" &&
			!isCompanion(text, person) &&
			// 甲与彭丽媛送别乙夫妇
			!(isWife(person.id) && here.length > 2),
	);
	const ids = [...new Set(acting.map(({ id }) => id))];
	const [only, other] = ids;
	if (only && other)
		return ids.length === 2
			? { pairs: [[only, other]], how: "met" }
			: undefined;
	if (!only) return undefined;
	const before = subject === only ? previous : subject;
	return before && before !== only
		? { pairs: [[only, before]], how: "implied" }
		: undefined;
}
