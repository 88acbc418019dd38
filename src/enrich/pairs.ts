/** Who belongs to a meeting word, and which two of them the grammar joins. */
import type { MeetingVerb } from "./found-verbs.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";

const strong = /与|同|跟|为|由|被|受到|获|得到|接受/;
// A role may be followed by a name the gazetteer does not know: 越南总理范明政、白俄罗斯总统卢卡申科.
const comma =
	/^[\0\s]*(?:[\p{Script=Han}·]{1,12}(?=、))?(?:、|和|与|及|以及|同|跟)[^，。、与同跟为]{0,16}$/u;

/** 斯洛伐克总理菲佐和卢卡申科: behind a role stands a name that the gazetteer may not know. */
const commaBehindRole =
	/^[\p{Script=Han}·]{1,12}?(?:和|与|及|以及)[^，。、与同跟为]{0,16}$/u;

const adverbs =
	/^[\0\s]*[^，。与同和跟]{1,12}(?:之?[前后]|时|期间|之际|间隙)(?=[与同和跟]|$)|在[^，。与同]{1,16}|于|[\d〇零一二三四五六七八九十两]+|[年月日号时分]|周[一二三四五六日天]?|星期[一二三四五六日天]?|上午|下午|中午|晚上?|早上?|凌晨|清晨|深夜|[午早晚夜][间里后前]|傍晚|入夜|黄昏|当中|空档|间隙|腾出[^，。]{0,8}|抽空|[\d一二两三四五六七八九十半]+个?(?:小时|分钟)|今[天日早晚]?|昨[天日晚]?|前天|当[天日晚地]|当地时间|随后|之后|此后|而后|后来|接着|稍后|稍早|其间|期间|访问|访华|会议|峰会|论坛|并且?|还|也|又|再[次度]?|首次|分别|先后|亲自|亲切|正式|单独|已经?|曾经?|刚刚?|专门|特意|应邀|抵达|抵京|来华|到访|除了?|结束|会后|会前|首日|即|便|后|前|时|中|及|而|则|他|她|将|拟|会|要|可能|预计|计划|希望|准备|没有|未|他们|第[一二三四五六七八九十\d]+次|北京|明斯克|的|了|过|是|以来|进行|举行|届时|继续|因此|尽快|尽早|早日|直接|当面|私下|秘密|短暂|简短|闭门|一起|一同|同时|最近|近日|日前|不久前?|最终|成功|顺利|能够?|愿意?|想|期待|盼望?|有望|料|或|在即|此行|专程|却|便|就|才|竟|仅|甚至|而后|于是|为了|通过|[\0\s“”（）()：、]/g;

/** 习近平与夫人彭丽媛: who comes along with one of two. */
export const isCompanion = (text: string, { at }: Stretch): boolean =>
	/(?:夫人|妻子|丈夫|女儿|[儿长幼]子)$/.test(
		text.slice(Math.max(0, at - 2), at),
	);

/** Whether words before a meeting word only say how, when and where, so that the subject is still the one before. */
export function isAdverbial(words: string): boolean {
	return words.replaceAll(adverbs, "").length <= 1;
}

/** The people on the left of a meeting word; 陪同甲会见乙 is told of 甲. */
export function actors(
	text: string,
	from: number,
	verb: MeetingVerb,
	here: readonly PersonToken[],
): readonly PersonToken[] {
	const left = here.filter(
		({ at, to, id, aside }) =>
			from <= at &&
			to <= verb.at &&
			aside === undefined &&
			// 卢卡申科率政府官员迎接: the officials come along.
			!(
				id.startsWith("?") &&
				/(?:率领?|偕|带领|陪同)[^，。]{0,12}$/.test(text.slice(from, at))
			),
	);
	const leader = left.findLastIndex(({ at }) =>
		/(?:陪同|随同|跟随|随)$/.test(text.slice(from, at)),
	);
	return leader > 0 ? left.slice(leader) : left;
}

/** What describes somebody who is met: 应邀来华与会的, 同各国领导人一道出席活动的. */
export const relative =
	/(?:来|前来|专程|应邀|同|与|出席|参加|到|正在|刚|此前|上午|下午|率|以|对)[^，。；]{0,60}的(?=[^的，。；]{0,24}$)/;

/** Where such a description begins. */
const described = /^(?:了|过)?(?:来[华京到访]|前来|专程|应邀|出席|参加|正在)/;

/** The people a meeting word is followed by; those inside a relative clause (刚与甲会谈的乙) are not its objects. */
export function objects(
	text: string,
	clause: Stretch,
	verb: MeetingVerb,
	here: readonly PersonToken[],
): readonly PersonToken[] {
	const after = text.slice(verb.to, clause.to);
	if (
		/^(?:了|过)?(?:时(?!任)|中(?![国共方])|后|前(?![总首来外任国])|的|之|期间|上(?![合海午周月任]))/.test(
			after,
		)
	)
		return [];
	const objects: PersonToken[] = [];
	for (const person of here) {
		if (person.at < verb.to) continue;
		const last = objects.at(-1);
		const between = text.slice(last?.to ?? verb.to, person.at);
		// 会见来华出席某外长会晤的乙: whoever the relative clause names is not met.
		if (
			!last &&
			described.test(between) &&
			/^[^，。；、]{0,16}的/.test(text.slice(person.to, clause.to))
		)
			continue;
		const gap = last ? between : between.replace(relative, "");
		if (
			last ? !goesOn(last, gap) : /说|表示|称|指出|并|之后|期间|转达/.test(gap)
		)
			break;
		// 会见习近平的特使 is about the envoy.
		// 接待普京最亲密的盟友乙: who that is, says the name behind.
		const [named] = here.filter(({ at }) => at >= person.to);
		if (
			person.aside === "kin" &&
			named &&
			/^(?![^，。]*[和与同跟、])\p{Script=Han}{1,12}$/u.test(
				text.slice(person.to, named.at),
			)
		)
			continue;
		if (person.aside === "kin")
			return last ? objects : [{ ...person, id: "?代表" }];
		if (person.aside) continue;
		if (!last && /[与同跟对向由被]$/.test(gap.replaceAll(/[\0\s]/g, "")))
			continue;
		objects.push(person);
	}
	return objects;
}

const goesOn = (last: PersonToken, gap: string): boolean =>
	comma.test(gap) || (last.id.startsWith("?") && commaBehindRole.test(gap));

/** The nearest list on the left of a verb with an object: 甲, 甲和乙, 甲同乙. */
export function subjectsOf(
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
export function linked(text: string, left: readonly PersonToken[]): boolean {
	return (
		left.length >= 2 &&
		pairsOf(text, left).length > 0 &&
		strong.test(text.slice(left.at(-2)?.to, left.at(-1)?.at))
	);
}

export function isEnumeration(
	text: string,
	left: readonly PersonToken[],
): boolean {
	if (left.length < 3) return false;
	return left.every((person, i) => {
		const next = left[i + 1];
		return !next || !strong.test(text.slice(person.to, next.at));
	});
}

/** Pairs among the people left of the word: across the last 与, or within each of 甲与乙、丙与丁. */
export function pairsOf(
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

export function cross(
	first: readonly string[],
	second: readonly string[],
): (readonly [string, string])[] {
	return first.flatMap((a) =>
		second.filter((b) => b !== a).map((b) => [a, b] as const),
	);
}
