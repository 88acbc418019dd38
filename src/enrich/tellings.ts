/** Sentences that imply a meeting without saying that one took place. */
import type { Dated } from "./dated.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";
import type { Layer, Unit } from "./unit.ts";

/** 卢卡申科周三在北京告诉习近平: spoken face to face where a clause has both and no wire between them. */
export function isTold(
	text: string,
	clause: Stretch,
	persons: readonly PersonToken[],
	people: readonly [string, string],
): boolean {
	const words = text.slice(clause.at, clause.to);
	if (
		!/告诉|对[^，。]{0,30}(?:说|表示)|向[^，。]{0,30}(?:表示|介绍|保证)/.test(
			words,
		)
	)
		return false;
	if (/电话|通话|视频|致电|致函|信|媒体|记者|将/.test(words)) return false;
	const here = persons
		.filter(({ at, to }) => at >= clause.at && to <= clause.to)
		.map(({ id }) => id);
	return people.every((id) => here.includes(id));
}

/**
 * 图为3月1日习近平和卢卡申科在北京。: a caption that shows both without a word for what they do. It dates the story beside it and
 * makes no meeting.
 */
export function isShown(
	text: string,
	sentence: Stretch,
	persons: readonly PersonToken[],
	people: readonly [string, string],
): boolean {
	const here = persons.filter(
		({ at, to }) => at >= sentence.at && to <= sentence.to,
	);
	const [a, b] = here;
	return (
		here.length === 2 &&
		a !== undefined &&
		b !== undefined &&
		people.includes(a.id) &&
		people.includes(b.id) &&
		a.id !== b.id &&
		/^[\0\s]*(?:和|与|同|、)[^，。]{0,8}$/.test(text.slice(a.to, b.at))
	);
}

const visited = /来华|访华|访问|来访|到访/;
const achieved =
	/(?:我们|两国元首|双方|我[和同与](?:您|总统先生|主席先生))[^。]*(?:达成|商定|共识|会谈|会晤|签署|决定|宣布|擘画|提升|建立|确定)/;

/**
 * “今年二月底，总统先生来华进行国事访问，我们达成重要共识”: one of the two, speaking to the other, recalls a visit on which they
 * met.
 *
 * @returns its date, however coarse; `undefined` where the sentence is no such thing.
 */
export function recalledVisit(
	context: {
		readonly unit: Unit;
		readonly layer: Layer;
		readonly sentence: Stretch;
		readonly persons: readonly PersonToken[];
	},
	people: readonly [string, string],
): Dated | undefined {
	const { unit, layer, sentence, persons } = context;
	const words = layer.text.slice(sentence.at, sentence.to);
	if (!visited.test(words) || !achieved.test(words)) return undefined;
	if (
		/(?<!第)[两二三四五六七八九十\d]次|多次|将(?!双边|两国)|视频|电话/.test(
			words,
		)
	)
		return undefined;
	const speaker = layer.spoken
		? layer.speaker
		: unit.speeches.findLast(({ at }) => at < sentence.to)?.speaker;
	if (!speaker || !people.includes(speaker)) return undefined;
	const visitor = persons.find(({ id }) => people.includes(id));
	if (!visitor) return undefined;
	return unit.dates.find(
		({ at, to }) =>
			at >= sentence.at &&
			to <= sentence.to &&
			layer.text.charAt(at) !== "\0" &&
			!/以来|至今/.test(layer.text.slice(to, to + 3)),
	);
}
