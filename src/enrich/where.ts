/** Where the words of a sentence place a meeting. */

import type { Where } from "./claim.ts";
import { fold } from "./gazetteer/fold.ts";
import { type Gazetteer, perGazetteer } from "./gazetteer/index.ts";
import { type NameHit, nameFinder } from "./gazetteer/names.ts";
import type { Scene } from "./scene.ts";
import type { Stretch } from "./segments.ts";
import type { Unit } from "./unit.ts";

type Value =
	| {
			readonly kind: "city" | "country";
			readonly id: string;
			/** 在京: a single character that names a city behind a few words alone. */
			readonly isShort?: boolean;
	  }
	| { readonly kind: "none" }
	| {
			readonly kind: "venue";
			readonly name: string;
			readonly cities: readonly string[];
	  };

const finderOf = perGazetteer(({ placeless, countries, cities, venues }) =>
	nameFinder<Value>([
		...[...new Set(placeless.map(fold))].map(
			(text) => [text, { kind: "none" } as Value] as const,
		),
		...countries.flatMap(({ id, name, names }) =>
			[...new Set([name, ...names].map(fold))].map(
				(text) => [text, { kind: "country", id } as Value] as const,
			),
		),
		["京", { kind: "city", id: "beijing", isShort: true }],
		...cities.flatMap(({ id, name, names }) =>
			[...new Set([name, ...names].map(fold))].map(
				(text) => [text, { kind: "city", id } as Value] as const,
			),
		),
		...venues.flatMap(({ name, names, cities }) =>
			[...new Set([name, ...names].map(fold))].map(
				(text) => [text, { kind: "venue", name, cities } as Value] as const,
			),
		),
	]),
);

/** A capital's name also means its government (北京警告): a place stands after 在, 于 and the like. */
const placing =
	/(?:在|于|抵|抵达|到|来到|赴|回到|飞抵|访问|途经)(?:[^，。；与同和跟说中会]{0,10})$|(?:出席|参加)$/;
/** What comes behind such a word is a matter, not a place. */
const matter =
	/(?:推动|推进|建设|实施|发展|落实|支持|关于|讨论|谈及|打造|共建)[^，。；]{0,6}$/;
const placingCountry = /(?:在|于|抵达|来到|赴|回到|飞抵|访问|出访)[\0\s]*$/;
const government =
	/^(?:方面|当局|官方|政府|外交部|警告|表示|批评|否认|大学|时间|市长|消息|报|晨|青年|国际(?!机场)|电|世博)/;

interface Hit extends Stretch {
	readonly value: Value;
}

/** The place of a meeting word: its clause first, then its sentence, then the clause after. */
export function whereOf(
	{ layer: { text }, sentence, frame: { gazetteer } }: Scene,
	clause: Stretch,
	headAt: number,
): Where {
	const find = finderOf(gazetteer);
	const part = partAround(text, clause, sentence);
	const hits = find(text.slice(part.at, part.to))
		.map(
			(hit): Hit => ({
				value: hit.value,
				at: hit.at + part.at,
				to: hit.to + part.at,
			}),
		)
		.filter(
			(hit, index, all) =>
				isPlace(text, hit, clause, headAt) ||
				(hit.at < headAt && isCityOf(all[index + 1], hit.to)),
		);
	const inClause = hits.filter(({ at }) => at >= clause.at && at < clause.to);
	const near = inClause.length > 0 ? inClause : hits;
	const venue =
		nearest(
			near.filter(({ value }) => value.kind === "venue"),
			headAt,
		) ??
		nearest(
			hits.filter(({ value }) => value.kind === "venue"),
			headAt,
		);
	const city = nearest(
		near.filter(({ value }) => value.kind === "city"),
		headAt,
	);
	const country = nearest(
		near.filter(({ value }) => value.kind === "country"),
		headAt,
	);
	return settle(
		venue?.value.kind === "venue" ? venue.value : undefined,
		city?.value.kind === "city" ? city.value.id : undefined,
		country?.value.kind === "country" ? country.value.id : undefined,
		find(text.slice(sentence.at, sentence.to)).map(({ value }) => value),
		gazetteer,
	);
}

/** 3月21日在莫斯科同甲会谈；12月4日会见乙: what stands behind or before a semicolon is told of another event. */
function partAround(text: string, clause: Stretch, sentence: Stretch): Stretch {
	const before = text.slice(sentence.at, clause.at).lastIndexOf("；");
	const after = text.slice(clause.to, sentence.to).indexOf("；");
	return {
		at: sentence.at + before + 1,
		to: after < 0 ? sentence.to : clause.to + after,
	};
}

function isPlace(
	text: string,
	{ at, to, value }: Hit,
	clause: Stretch,
	headAt: number,
): boolean {
	if (value.kind === "none") return false;
	const before = text.slice(Math.max(0, at - 20), at);
	if (value.kind === "city" && value.isShort)
		return isInBeijing(before, text.slice(to, to + 1));
	if (value.kind === "venue")
		// 会见…，盼推动中白工业园: what is talked about stands behind the meeting, without 在.
		return (
			!matter.test(before) &&
			(to <= headAt || at < clause.to || placing.test(before))
		);
	const after = text.slice(to, to + 6);
	if (government.test(after)) return false;
	if (value.kind === "country")
		// 在中国国家主席… is a person's country, and what stands after the meeting is something else's place.
		return (
			at < clause.to &&
			placingCountry.test(before) &&
			!/^(?:国家|总统|总理|领导|元首|驻|和|与|外|政府|最高|官|问题|危机|战争|实现|境内)/.test(
				after,
			)
		);
	if (placing.test(before) || (at < headAt && isScene(text, at, to)))
		return true;
	// 习近平北京会见卢卡申科: in headlines the place stands bare before the verb.
	return (
		at >= clause.at &&
		to <= clause.to &&
		/^(?:[\0\s]*)(?:会[见晤谈面]|[会晤见]|举行|与|同)/.test(after)
	);
}

function nearest(hits: readonly Hit[], at: number): Hit | undefined {
	return [...hits].sort((a, b) => Math.abs(a.to - at) - Math.abs(b.to - at))[0];
}

/** A venue implies its city where there is only one of that name; 独立宫 needs a city or country beside it. */
function settle(
	venue: Extract<Value, { kind: "venue" }> | undefined,
	city: string | undefined,
	country: string | undefined,
	named: readonly Value[],
	gazetteer: Gazetteer,
): Where {
	if (!venue)
		return city
			? { city, ...homeOf(city, gazetteer) }
			: { ...(country && { country }) };
	// 喀山克里姆林宫 is in 喀山, whatever the house is best known for.
	if (city && !venue.cities.includes(city))
		return { city, venue: venue.name, ...homeOf(city, gazetteer) };
	const fits = (id: string): boolean =>
		venue.cities.length === 1 ||
		id === city ||
		named.some(
			(value) =>
				value.kind !== "venue" &&
				value.kind !== "none" &&
				(value.id === id || value.id === gazetteer.cityById(id)?.country),
		);
	const [only, ...others] = venue.cities.filter(fits);
	const settled = others.length === 0 ? only : undefined;
	if (!settled) return { venue: venue.name, ...(city && { city }) };
	return { city: settled, venue: venue.name, ...homeOf(settled, gazetteer) };
}

/** How many parts of an article a story's place may stand before it. */
const reach = 4;

/** How far back in a paragraph a place may stand, in characters. */
const textReach = 400;

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
			!matter.test(near.slice(Math.max(0, from - 20), from)),
	);
	const venue = house?.value.kind === "venue" ? house.value : undefined;
	// 喀山克里姆林宫 is in 喀山.
	const named = hits.find(({ to }) => to === house?.at)?.value;
	const [only, ...others] = venue?.cities ?? [];
	const home =
		named?.kind === "city" ? named.id : others.length === 0 ? only : undefined;
	const city = home ?? cityBefore(unit, at, before);
	return {
		...(venue && { venue: venue.name }),
		...(city && { city, ...homeOf(city, gazetteer) }),
	};
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
function cityPlaced(
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
				(placing.test(text.slice(Math.max(0, at - 20), at)) ||
					isScene(text, at, to) ||
					isCityOf(hits[index + 1], to) ||
					(isHeadline &&
						/会[见晤谈面]|[会晤见]|^(?:[记纪]事|[札手日]记|之?[行夜])/.test(
							text.slice(to, to + 6),
						))) &&
				!government.test(text.slice(to, to + 6))),
	);
	if (hit?.value.kind === "venue") return hit.value.cities[0];
	return hit?.value.kind === "city" ? hit.value.id : undefined;
}

/** 在京, 来京: not 东京, 京都 and 京剧. */
const isInBeijing = (before: string, after: string): boolean =>
	/[在来抵进赴]$/.test(before) && !/[都剧津沪东广畿城]/.test(after);

/** 14日，努尔苏丹。 北京，秋日。 武汉的清晨 a city that is a clause of its own, or whose weather is told, sets the scene. */
const isScene = (text: string, at: number, to: number): boolean =>
	/(?:^|[，。：！　\s日号晚午晨—])[\0\s]*$/.test(
		text.slice(Math.max(0, at - 3), at),
	) &&
	/^[\0\s]*(?:[晴雨雪阴]?[，。：]|$|(?:下[起着了]|飘|刮|放晴|灯火)|(?:国宾馆|迎宾馆)|的?(?:天气|天空|街|夜|清晨|早晨|午后|黄昏|阳光|[春夏秋冬][天日季]))/.test(
		text.slice(to, to + 6),
	);

/** 杜尚别民族宫: a house that is named with its city. */
const isCityOf = (next: NameHit<Value> | undefined, to: number): boolean =>
	next?.value.kind === "venue" && next.at === to;

const homeOf = (city: string, gazetteer: Gazetteer): Where => {
	const country = gazetteer.cityById(city)?.country;
	return country ? { country } : {};
};

/** The city of an agency's dateline: 新华社明斯克5月11日电. */
export function datelineOf(text: string, gazetteer: Gazetteer): Where {
	const match =
		/^[^。]{0,30}?[社网讯]([^\d，。]{2,8}?)(?:\d+月)?\d+日(?:专)?电/.exec(text);
	const hit = match?.[1] ? finderOf(gazetteer)(match[1])[0] : undefined;
	if (hit?.value.kind !== "city") return {};
	return { city: hit.value.id, ...homeOf(hit.value.id, gazetteer) };
}
