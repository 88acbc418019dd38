/** The words that say people met, found in a folded text. */

import { wordFinder } from "./gazetteer/fold.ts";
import { type Gazetteer, perGazetteer } from "./gazetteer/index.ts";
import {
	type EventType,
	type Grammar,
	isWeak,
	type VerbEntry,
	verbTable,
} from "./meeting-verbs.ts";

/** One such word. */
export interface MeetingVerb {
	readonly at: number;
	readonly to: number;
	readonly word: string;
	readonly sort: Grammar;
	readonly type: EventType;
}

/** 举行会谈, and 举行双边峰会: a summit is a meeting of two only where two hold it. */
const summit =
	"(?:举行|进行|召开|举办)(?:了|过)?(?:双边|首次|闭门|正式|元首|小范围|一次|为期\\S天的){0,2}(?:峰会|高峰会)";
const welcome =
	"(?:在[^，。]{2,24}|(?:举行|举办)[^，。]{0,6}仪式，?(?:热烈|隆重)?)欢迎";

/** What finds the verbs of one kind: an expression, and words of which one stands in whatever it finds. */
interface Finder extends Pick<MeetingVerb, "sort" | "type"> {
	readonly source: RegExp;
	readonly signs: readonly string[];
	/** Where in what was found the word begins, counted from its end; the word itself where it is another. */
	readonly length?: number;
	readonly word?: string;
}

/** No expression looks beyond its clause. */
const bounded = (source: string): string =>
	source.replaceAll("[^，。", "[^，。；：！？");

const finder = (
	source: string,
	signs: readonly string[],
	{ grammar, type }: Pick<VerbEntry, "grammar" | "type">,
): readonly Finder[] =>
	signs.length === 0
		? []
		: [
				{
					source: new RegExp(bounded(source), "g"),
					signs,
					sort: grammar,
					type,
				},
			];

const wordsOf = (list: string): readonly string[] =>
	list.split(" ").filter((word) => word !== "");

/** What a gazetteer's verbs are found with, in the order in which they are tried at a place, and what finds their signs. */
const findersOf = perGazetteer(({ people }) => {
	const initials = people.flatMap(({ initial }) => initial ?? []).join("");
	const nths = "首再二三四五六";
	const finders = [
		/** 习卢会, 普习会: two leaders' initials and the shortest of meeting words. */
		...finder(
			`(?<=[${initials}][${initials}])[${nths}]?会(?![见晤谈面议])`,
			Array.from(initials + nths, (before) => `${before}会`),
			{ grammar: "talk", type: "talked" },
		).map((one) => ({ ...one, word: "会" })),
		...finder(summit, ["峰会"], { grammar: "talk", type: "talked" }),
		...finder(welcome, ["欢迎"], { grammar: "meet", type: "ceremony" }).map(
			(one) => ({ ...one, length: 2 }),
		),
		...verbTable.flatMap((entry) => [
			...finder(
				wordsOf(entry.words ?? "").join("|"),
				wordsOf(entry.words ?? ""),
				entry,
			),
			...(entry.patterns ?? []).flatMap(({ source, signs }) =>
				finder(source, wordsOf(signs), entry),
			),
		]),
	];
	const signsIn = wordFinder(
		finders.flatMap((one) => one.signs.map((sign) => [sign, one] as const)),
	);
	return { finders, signsIn };
});

/** The finders of which a text holds a sign: a text is looked through with few of them. */
function findersFor(text: string, gazetteer: Gazetteer): readonly Finder[] {
	const { finders, signsIn } = findersOf(gazetteer);
	const some = new Set<Finder>();
	signsIn(text, (one) => {
		some.add(one);
		return false;
	});
	return some.size < 2 ? [...some] : finders.filter((one) => some.has(one));
}

/** Parts of other words and things: 会见大厅, 定期会晤, 会晤机制. */
const notAfter =
	/^(?:大?厅|机制|纪要|桌|地点|场地|室|会(?!谈|晤)|礼|录|安排|日程|公报|规格)/;
const notBefore = /定期$|总理级$|外长级$|部长级$|专家$|团队$/;

/** Every meeting word of a text, left to right. */
export function meetingVerbsIn(
	text: string,
	gazetteer: Gazetteer,
): readonly MeetingVerb[] {
	return [...found(text, findersFor(text, gazetteer))].filter(
		({ at, to, type }) =>
			(isWeak(type) || !notAfter.test(text.slice(to, to + 3))) &&
			!notBefore.test(text.slice(Math.max(0, at - 4), at)),
	);
}

/** What the finders find, none inside another: the one that begins first, of those the one that is tried first. */
function* found(
	text: string,
	finders: readonly Finder[],
): Generator<MeetingVerb> {
	const open = finders.map((one) => ({
		one,
		match: next(one, text, 0),
	}));
	while (true) {
		let first: (typeof open)[number] | undefined;
		for (const each of open)
			if (each.match && each.match.index < (first?.match?.index ?? Infinity))
				first = each;
		if (!first?.match) return;
		const { one, match } = first;
		const to = match.index + match[0].length;
		const at = one.length === undefined ? match.index : to - one.length;
		yield {
			at,
			to,
			word: one.word ?? text.slice(at, to),
			sort: one.sort,
			type: one.type,
		};
		for (const each of open)
			if (each.match && each.match.index < to)
				each.match = next(each.one, text, to);
	}
}

function next(
	{ source }: Finder,
	text: string,
	from: number,
): RegExpExecArray | null {
	source.lastIndex = from;
	return source.exec(text);
}

/** 会见持续了一个多小时; 20:48　会晤结束: the meeting itself as what a clause is about; whose it was, stands before. */
export const lasting =
	/(?<=^|[。！？，；\n])[\s\0\d:：]*(?:[这此][场次]|整[场个]|正式)?(?:小范围|大范围|双边|闭门)?(?:会[见晤谈面]|谈话|交谈|茶叙|[午晚]宴)(?:时间)?(?:随后|随即|接着)?(?:前后|一共|总共|共|只|仅|大约|约|足足)?(?:(?:了)?(?:不到|将近|近)?[\d一二两三四五六七八九十百半几]{1,4}个?半?多?(?:小时|钟头|分钟|刻钟)|开始|结束|持续|进行了|历时|延续|长达|为时|用了|比预定|比原定)/;

/** What may come between two names with only 会, 见 or 晤: 卢卡申科今会习近平, 习近平北京晤卢卡申科. */
export const terseGap =
	/^[\0\s]*(?:今|昨|明|将|再|又|首|抵京|在京|访华|今日|昨日|昨天|今天|周[一-日]|北京|明斯克|于?\S{0,6}?)?(?<verb>会|见|晤)[\0\s]*$/;

/** 机会, 意见: the last two characters before a name may be one everyday word. */
export const everyday =
	/(?:机|社|大|峰|委员|国|学|工|商|公|都|聚|集|年|晚|宴|协|议|理事|将|还|都|不|才|也|可能|应|有机)会$|(?:意|看|听|可|偏|政|罕|少|常|再|成|遇|预|主|创|高|远|短|愚|卓|拜|参|引|眼|碰|望|求|未|不|想|要|召|约|面|接|会)见$/;
