/** Where the words before a meeting, a headline or a dateline place the story. */
import type { Where } from "./claim.ts";
import type { Dated } from "./dated.ts";
import { fold } from "./gazetteer/fold.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import type { Meeting } from "./meeting.ts";
import type { Unit } from "./unit.ts";
import {
	finderOf,
	government,
	hasHouse,
	homeOf,
	isCityOf,
	isScene,
	matter,
	type PlaceValue,
	placing,
	textReach,
} from "./where.ts";

/** How many parts of an article a story's place may stand before it. */
const reach = 4;

/** The city in which the words before a sentence place the story: the nearest, a headline's at last. */
export function placeBefore(
	unit: Unit,
	at: number,
	before: readonly Unit[],
): Where {
	const { gazetteer } = unit;
	const near = unit.folded.slice(Math.max(0, at - textReach), at);
	const hits = finderOf(gazetteer)(near);
	const house = hits.findLast(
		({ at: from, value }) =>
			value.kind === "venue" &&
			// The “白宫” of Moscow.
			!/[“「]/.test(near.charAt(from - 1)) &&
			!matter.test(near.slice(Math.max(0, from - 20), from)),
	);
	const venue =
		house?.value.kind === "venue"
			? house.value
			: sceneIn([...before.slice(-reach), near], gazetteer);
	// 喀山克里姆林宫 is in 喀山.
	const named = hits.find(({ to }) => to === house?.at)?.value;
	const [only, ...others] = venue?.cities ?? [];
	const home =
		named?.kind === "city" ? named.id : others.length === 0 ? only : undefined;
	// 9日莫斯科红场，10日飞明斯克: the last of them.
	const later = house && cityPlaced(near.slice(house.to), false, gazetteer);
	if (later && later !== home && !venue?.cities.includes(later))
		return { city: later, ...homeOf(later, gazetteer) };
	const city = home ?? cityBefore(unit, at, before);
	// 走进了人民大会堂。 in the paragraph before: as long as no other city is named since.
	const earlier = venue ? undefined : venueBefore(before, gazetteer);
	const said =
		earlier && (!city || earlier.cities.includes(city)) ? earlier : venue;
	const [alone, ...more] = said?.cities ?? [];
	const where = city ?? (more.length === 0 ? alone : undefined);
	return {
		...(said && { venue: said.name }),
		...(where && { city: where, ...homeOf(where, gazetteer) }),
	};
}

/** 5月10日中午，明斯克国家机场。 a house that no list knows and that opens the scene. */
function sceneIn(
	texts: readonly (Unit | string)[],
	gazetteer: Gazetteer,
): Extract<PlaceValue, { kind: "venue" }> | undefined {
	for (const part of [...texts].reverse()) {
		const text = (typeof part === "string" ? part : part.folded).slice(
			0,
			sceneReach,
		);
		const found = sceneHouse.exec(text)?.groups?.name;
		if (found) {
			const named = finderOf(gazetteer)(found).some(
				({ value }) => value.kind === "venue",
			);
			if (!named) return { kind: "venue", name: found, cities: [] };
		}
	}
	return undefined;
}

/** How far a scene is opened, in characters. */
const sceneReach = 40;
const sceneHouse =
	/(?:^|[日午晚晨时分，])[，、]?(?<name>(?:(?![和与同跟在于的一到了是日午晚晨时分])\p{Script=Han}){2,6}?(?:宾馆|酒店|饭店|机场|庄园|别墅|城堡))(?=[。])/u;

/** The last house that something is placed in, in the paragraphs right before. */
function venueBefore(
	before: readonly Unit[],
	gazetteer: Gazetteer,
): Extract<PlaceValue, { kind: "venue" }> | undefined {
	for (const { folded } of before.slice(-reach).reverse()) {
		const text = folded.slice(-textReach);
		const hit = finderOf(gazetteer)(text).findLast(
			({ at, to, value }) =>
				value.kind === "venue" &&
				(placing.test(text.slice(Math.max(0, at - 20), at)) ||
					/(?:^|[，。：；　\s日午晚])$/.test(
						text.slice(Math.max(0, at - 1), at),
					)) &&
				!government.test(text.slice(to, to + 6)),
		);
		if (hit?.value.kind === "venue") return hit.value;
	}
	return undefined;
}

function cityBefore(
	unit: Unit,
	at: number,
	before: readonly Unit[],
): string | undefined {
	for (const text of [
		unit.folded.slice(Math.max(0, at - textReach), at),
		...before
			.slice(-reach)
			.reverse()
			.map(({ folded }) => folded.slice(-textReach)),
	]) {
		const city = cityPlaced(text, false, unit.gazetteer);
		if (city) return city;
	}
	return before[0] && cityPlaced(before[0].folded, true, unit.gazetteer);
}

/** The last city of a text that something is placed in; a headline has it bare before the verb. */
export function cityPlaced(
	text: string,
	isHeadline: boolean,
	gazetteer: Gazetteer,
): string | undefined {
	const hits = finderOf(gazetteer)(text);
	const hit = hits.findLast(
		({ at, to, value }, index) =>
			(value.kind === "venue" &&
				value.cities.length === 1 &&
				isScene(text, at, to)) ||
			(value.kind === "city" &&
				!value.isShort &&
				!/\d{4}年[^，。]{0,3}$/.test(text.slice(Math.max(0, at - 8), at)) &&
				(placing.test(text.slice(Math.max(0, at - 20), at)) ||
					isScene(text, at, to) ||
					namesEvent(text.slice(to, to + 20), isHeadline) ||
					isCityOf(hits[index + 1], to) ||
					hasHouse.test(text.slice(to, to + 20)) ||
					(isHeadline &&
						/会[见晤谈面]|[会晤见]|^(?:[记纪]事|[札手日]记|之?[行夜])/.test(
							text.slice(to, to + 6),
						))) &&
				!government.test(text.slice(to, to + 6))),
	);
	if (hit?.value.kind === "venue") return hit.value.cities[0];
	return hit?.value.kind === "city" ? hit.value.id : undefined;
}

/** 上合组织青岛峰会。 a city that an event is named after, where the words go on about nothing else; a headline may. */
const namesEvent = (after: string, isHeadline: boolean): boolean =>
	(isHeadline
		? /^\p{Script=Han}{0,6}?(?:峰会|世大运|奥运会|亚运会|进博会|论坛)(?!以?来|以?后|共识|精神|宣言|成果)/u
		: /^\p{Script=Han}{0,6}?(?:峰会|世大运|奥运会|亚运会|进博会)(?:[，。；：\s]|$|[今昨]|期间|间|最后)/u
	).test(after);

/** The city of an agency's dateline: 新华社明斯克5月11日电. */
export function datelineOf(text: string, gazetteer: Gazetteer): Where {
	const match =
		/^[\s　]*[（(]([^\d，。（）()]{2,8}?)[综]?[合]?讯[）)]/.exec(text) ??
		/^[^。]{0,30}?[社网讯报]([^\d，。]{2,8}?)(?:\d+月)?\d+日(?:专?电|消息|讯)/.exec(
			text,
		);
	const hit = match?.[1] ? finderOf(gazetteer)(match[1])[0] : undefined;
	// Taipei writes of everywhere.
	if (hit?.value.kind !== "city" || hit.value.id === "taipei") return {};
	return { city: hit.value.id, ...homeOf(hit.value.id, gazetteer) };
}

/** 会见白俄罗斯总统卢卡申科（中南海）: brackets behind a meeting that hold a place and nothing else. */
export function placeInBrackets(
	text: string,
	{ verb, clause }: Meeting,
	gazetteer: Gazetteer,
): Where | undefined {
	const inside = /^[^，。；（(]{0,40}[（(]([^（()）]{2,12})[）)]/.exec(
		text.slice(verb.to, clause.to + 16),
	)?.[1];
	if (!inside) return undefined;
	const words = fold(inside);
	const hits = finderOf(gazetteer)(words);
	if (hits.reduce((sum, { at, to }) => sum + to - at, 0) < words.length - 1)
		return undefined;
	const venue = hits.find(({ value }) => value.kind === "venue")?.value;
	const named = hits.find(({ value }) => value.kind === "city")?.value;
	const city =
		named?.kind === "city"
			? named.id
			: venue?.kind === "venue" && venue.cities.length === 1
				? venue.cities[0]
				: undefined;
	return {
		...(venue?.kind === "venue" && { venue: venue.name }),
		...(city && { city, ...homeOf(city, gazetteer) }),
	};
}

/** The parts of an article right before that tell of no other day than one that is looked back on; the headline is about today. */
export function onDayOf(
	dated: Dated | undefined,
	before: readonly Unit[],
): readonly Unit[] {
	const other = before.findLastIndex(({ sort, dates }) => {
		const days = dates.filter(
			({ precision, nth }) => precision === "day" && nth !== 0,
		);
		return (
			sort === "headline" ||
			(days.length > 0 && days.every(({ start }) => start !== dated?.start))
		);
	});
	return before.slice(other + 1);
}
