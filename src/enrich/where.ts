/** Where the words of a sentence place a meeting. */

import type { Where } from "./claim.ts";
import { fold } from "./gazetteer/fold.ts";
import { type Gazetteer, perGazetteer } from "./gazetteer/index.ts";
import {
	type NameFinder,
	type NameHit,
	nameFinder,
} from "./gazetteer/names.ts";
import type { Stretch } from "./segments.ts";
import type { SentenceContext } from "./sentence-context.ts";

/** What a name of a place stands for. */
export type PlaceValue =
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

export const finderOf = perGazetteer(
	({ placeless, countries, cities, venues }) =>
		nameFinder<PlaceValue>([
			...[...new Set(placeless.map(fold))].map(
				(text) => [text, { kind: "none" } as PlaceValue] as const,
			),
			...countries.flatMap(({ id, name, names }) =>
				[...new Set([name, ...names].map(fold))].map(
					(text) => [text, { kind: "country", id } as PlaceValue] as const,
				),
			),
			["京", { kind: "city", id: "beijing", isShort: true }],
			...cities.flatMap(({ id, name, names }) =>
				[...new Set([name, ...names].map(fold))].map(
					(text) => [text, { kind: "city", id } as PlaceValue] as const,
				),
			),
			...venues.flatMap(({ name, names, cities }) =>
				[...new Set([name, ...names].map(fold))].map(
					(text) =>
						[text, { kind: "venue", name, cities } as PlaceValue] as const,
				),
			),
		]),
);

/** A capital's name also means its government (北京警告): a place stands after 在, 于 and the like. */
export const placing =
	/(?:在|于|抵|抵达|到|来到|赴|回到|飞抵?|访问|途经|经停|取道|现身|亮相|[走步驶接迎请]进|[走步驶迎]入|登上|登临|走上|(?<![推促改引跟])进[了的])(?:[^，。；与同和跟说中会]{0,10})$|(?:出席|参加)$/;
/** What comes behind such a word is a matter, not a place. */
export const matter =
	/(?:推动|推进|建设|实施|发展|落实|支持|关于|讨论|谈及|打造|共建)[^，。；]{0,6}$/;
const placingCountry = /(?:在|于|抵达|来到|赴|回到|飞抵|访问|出访)[\0\s]*$/;
export const government =
	/^(?:河|方面|当局|官方|政府|外交部|警告|表示|批评|否认|大学|时间|市长|消息|报|晨|青年|国际(?!机场)|电|世博)/;

interface Hit extends Stretch {
	readonly value: PlaceValue;
}

/** The place of a meeting word: its clause first, then its sentence, then the clause after. */
export function whereOf(
	{ unit, layer: { text }, sentence, frame: { gazetteer } }: SentenceContext,
	clause: Stretch,
	verbAt: number,
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
				isPlace(text, hit, clause, verbAt, all[index - 1]) ||
				(hit.at < verbAt && isCityOf(all[index + 1], hit.to)),
		);
	const inClause = hits.filter(({ at }) => at >= clause.at && at < clause.to);
	const near = inClause.length > 0 ? inClause : hits;
	const venue =
		nearest(
			near.filter(({ value }) => value.kind === "venue"),
			verbAt,
		) ??
		nearest(
			hits.filter(({ value }) => value.kind === "venue"),
			verbAt,
		);
	const city =
		nearest(
			near.filter(({ value }) => value.kind === "city"),
			verbAt,
		) ??
		nearest(
			hits.filter(({ at, value }) => value.kind === "city" && at < clause.at),
			verbAt,
		);
	const country = nearest(
		near.filter(({ value }) => value.kind === "country"),
		verbAt,
	);
	return settle(
		venue?.value.kind === "venue"
			? venue.value
			: houseIn(text.slice(part.at, part.to), verbAt - part.at, find),
		city?.value.kind === "city" ? city.value.id : undefined,
		country?.value.kind === "country" ? country.value.id : undefined,
		// 10日飞明斯克。……在独立宫: which house of that name it is, the sentences before may tell.
		find(
			unit.folded.slice(Math.max(0, sentence.at - textReach), sentence.to),
		).map(({ value }) => value),
		gazetteer,
	);
}

/** Buildings and grounds where people meet. */
const houses =
	"国宾馆|迎宾馆|宾馆|大?酒店|大?饭店|王宫|行宫|总统府|总理府|宫|大会堂|庄园|官邸|别墅|会议中心|会展中心|国际机场|机场|议会大厦|大厦|城堡|博物馆|纪念馆|大学|基地|工业园|公园|[动植]物园|图书馆|大剧院|剧院|体育[馆场]|会议厅|宴会厅";
/** 新加坡香格里拉酒店岛屿宴会厅: a city that its house stands behind. */
export const hasHouse = new RegExp(
	`^(?:市|郊外?)?的?(?:(?![和与同跟在于的])[\\p{Script=Han}“”]){0,8}?(?:${houses})(?!校长|馆长|经理|教授|学生|师生|代表)`,
	"u",
);
/** 青岛峰会期间, 北京冬奥会上: what an event is named after is where it takes place. */
const isEvent =
	/^\p{Script=Han}{0,6}?(?:峰会|论坛|冬奥会|奥运会|进博会|会议|大会)(?:期间|间隙|间(?=[，。])|最后一天|首日|场[边外]|前夕|的?场合|上(?!合)|结束后|开幕|闭幕|落幕|[前后](?=[，。]))/u;

const anyHouse = new RegExp(
	`(?:[在于到]|来到|抵达|[走步驶接迎请]进|[走步驶迎]入|前往)(?<name>(?:(?![和与同跟在于的一到了])\\p{Script=Han}){2,8}?(?:${houses}))|(?<=^|[，。：])(?<scene>(?:(?![和与同跟在于的一到了是])\\p{Script=Han}){2,6}?(?:宾馆|酒店|饭店|宫|机场|庄园|别墅|城堡))(?=[，。]|[^，。和与]{0,4}厅|后台|门[口前]|台阶|走廊|花园|草坪)`,
	"gu",
);

/** A house that no list knows, as it is written behind 在 or 走进; the nearest to a place. */
export function houseIn(
	text: string,
	at: number,
	find: NameFinder<PlaceValue>,
): Extract<PlaceValue, { kind: "venue" }> | undefined {
	const [name] = [...text.matchAll(anyHouse)]
		.map(({ index, 0: all, groups }) => ({
			name: groups?.name ?? groups?.scene ?? "",
			away: Math.abs(index + all.length - at),
		}))
		.sort((a, b) => a.away - b.away)
		.map(({ name }) => {
			const place = find(name).findLast(({ at }) => at === 0);
			return place ? name.slice(place.to) : name;
		})
		.filter((name) => !isVague.test(name));
	return name ? { kind: "venue", name, cities: [] } : undefined;
}

/** 当地酒店, 总统府: any of its kind. */
const isVague = new RegExp(
	`^(?:当地|这座|该|市内|市郊|郊外|湖[边畔]|下榻|所|其|首都|另|同|某)*(?:的)?(?:${houses})$`,
);

/** 3月21日在莫斯科同甲会谈；12月4日会见乙: what stands behind or before a semicolon is told of another event. */
function partAround(text: string, clause: Stretch, sentence: Stretch): Stretch {
	const start = Math.max(sentence.at, clause.at - textReach);
	const ahead = text.slice(start, clause.at);
	// 3月1日，人民大会堂外礼炮响过；甲等在台阶下 goes on with one event.
	const before = /会[见晤谈面]|见面|访问|通话|出席/.test(ahead)
		? ahead.lastIndexOf("；")
		: -1;
	const after = text.slice(clause.to, sentence.to).indexOf("；");
	return {
		at: start + before + 1,
		to: after < 0 ? sentence.to : clause.to + after,
	};
}

function isPlace(
	text: string,
	{ at, to, value }: Hit,
	clause: Stretch,
	verbAt: number,
	previous: Hit | undefined,
): boolean {
	if (value.kind === "none") return false;
	// 现身中国珠海: what stands before the country stands before its city.
	const start =
		previous?.value.kind === "country" && previous.to === at ? previous.at : at;
	const before = text.slice(Math.max(0, start - 20), start);
	if (value.kind === "city" && value.isShort)
		return isInBeijing(before, text.slice(to, to + 1));
	if (value.kind === "venue")
		// 会见…，盼推动中白工业园: what is talked about stands behind the meeting, without 在.
		return (
			!matter.test(before) &&
			(to <= verbAt ||
				at < clause.to ||
				placing.test(before) ||
				/前往[^，。]{0,14}$/.test(before) ||
				isScene(text, at, to))
		);
	const after = text.slice(to, to + 20);
	if (government.test(after)) return false;
	if (
		value.kind === "city" &&
		(to <= verbAt || at < clause.to) &&
		(hasHouse.test(after) || isEvent.test(after))
	)
		return true;
	if (value.kind === "country")
		// 在中国国家主席… is a person's country, and what stands after the meeting is something else's place.
		return (
			at < clause.to &&
			placingCountry.test(before) &&
			!/^(?:国家|总统|总理|领导|元首|驻|和|与|外|政府|最高|官|问题|危机|战争|实现|境内)/.test(
				after,
			)
		);
	if (placing.test(before) || (at < verbAt && isScene(text, at, to)))
		return true;
	// 习近平北京会见卢卡申科: in headlines the place stands bare before the verb.
	return (
		at >= clause.at &&
		to <= clause.to &&
		/^(?:[\0\s]*)(?:[晚国家午]宴|会[见晤谈面]|[会晤见]|举行|与|同)/.test(after)
	);
}

function nearest(hits: readonly Hit[], at: number): Hit | undefined {
	return [...hits].sort((a, b) => Math.abs(a.to - at) - Math.abs(b.to - at))[0];
}

/** A venue implies its city where there is only one of that name; 独立宫 needs a city or country beside it. */
function settle(
	venue: Extract<PlaceValue, { kind: "venue" }> | undefined,
	city: string | undefined,
	country: string | undefined,
	named: readonly PlaceValue[],
	gazetteer: Gazetteer,
): Where {
	if (!venue)
		return city
			? { city, ...homeOf(city, gazetteer) }
			: { ...(country && { country }) };
	// 喀山克里姆林宫 is in 喀山, whatever the house is best known for.
	if (city && !venue.cities.includes(city))
		return { city, venue: venue.name, ...homeOf(city, gazetteer) };
	if (venue.cities.length === 0)
		return {
			venue: venue.name,
			...(city && { city, ...homeOf(city, gazetteer) }),
		};
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

/** How far back in a paragraph a place may stand, in characters. */
export const textReach = 400;

/** 在京, 来京: not 东京, 京都 and 京剧. */
const isInBeijing = (before: string, after: string): boolean =>
	/[在来抵进赴]$/.test(before) && !/[都剧津沪东广畿城]/.test(after);

/** 14日，努尔苏丹。 北京，秋日。 武汉的清晨 a city that is a clause of its own, or whose weather is told, sets the scene. */
export const isScene = (text: string, at: number, to: number): boolean =>
	/(?:^|[，。：！　\s日号晚午晨—](?:山东|四川|浙江|江苏|广东|海南|陕西|辽宁|福建|云南|湖北|河北|河南)?|[月天日夜晨午晚春夏秋冬季]的)[\0\s]*$/.test(
		text.slice(Math.max(0, at - 4), at),
	) &&
	/^[ 　—–]|^[\0\s]*(?:[晴雨雪阴]?[，。：；]|$|(?:[还正刚]*下[起着过了]|飘|刮|放晴|灯火)|(?:国宾馆|迎宾馆)|那[场次回]|\p{Script=Han}{1,4}[园宫楼寺塔桥馆厅山湖岛][，。]|的?(?:天气|天空|雨来|街|夜|清晨|早晨|午后|黄昏|阳光|[春夏秋冬][天日季]))/u.test(
		text.slice(to, to + 6),
	);

/** 杜尚别民族宫: a house that is named with its city. */
export const isCityOf = (
	next: NameHit<PlaceValue> | undefined,
	to: number,
): boolean => next?.value.kind === "venue" && next.at === to;

export const homeOf = (city: string, gazetteer: Gazetteer): Where => {
	const country = gazetteer.cityById(city)?.country;
	return country ? { country } : {};
};
