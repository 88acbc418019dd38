/** Who is named in a folded text: people of the gazetteer by name or office, anybody else by role. */
import type { CivilDay } from "../domain/time.ts";
import { asideOf } from "./bystanders.ts";
import { fold } from "./gazetteer/fold.ts";
import {
	type Country,
	type Gazetteer,
	type GazetteerPerson,
	perGazetteer,
} from "./gazetteer/index.ts";
import { type NameHit, nameFinder } from "./gazetteer/names.ts";
import type { Stretch } from "./segments.ts";

/** One person where the text names them, with their titles: 白俄罗斯总统亚历山大·卢卡申科. */
export interface PersonToken {
	readonly at: number;
	readonly to: number;
	/** Gazetteer id, or `?` and the role of somebody the gazetteer does not know: `?大使`. */
	readonly id: string;
	/** Whether a proper name was written, not an office alone. */
	readonly byName: boolean;
	/**
	 * Named without acting here: `kin` stands for somebody else (…的特使), `adjunct` is said in passing (应…邀请,
	 * 在…引领下).
	 */
	readonly aside?: "kin" | "adjunct" | undefined;
}

/** Somebody at a given day's office: 白俄罗斯总统 was not the same person in every year. */
interface OfficeEntry {
	readonly person: GazetteerPerson;
	readonly from: string;
	readonly until: string;
}

type Value =
	| { readonly kind: "name"; readonly id: string }
	| { readonly kind: "office"; readonly holders: readonly OfficeEntry[] }
	| { readonly kind: "role"; readonly role: string };

const roles =
	"总书记 国务委员长 国务委员会委员长 党委员长 国务院总理 国务院副总理 总理 副总理 第一副总理 外长 外交部长 外交部发言人 国防部长 防长 部长 副部长 议长 下院议长 委员长 副委员长 " +
	"国家副主席 副主席 政协主席 大使 发言人 秘书长 国务卿 首相 副首相 国王 女王 特使 代表团 主任 书记 省长 市长 州长 教授 " +
	"副总统 前总统 候任总统 总干事 执行主席 理事长 董事长 总裁 老战士 企业家 外交官 国务委员 外长们 官员 记者 代表 王储 埃米尔 " +
	"代表院主席 共和国院主席 议员 国会议员 反对派领袖 反对派领导人 分析人士 专家 学者";

/** What every head of state is called, whatever the office. */
const ofStates = ["国家元首", "元首"];

function holdersByTitle({
	people,
	countries,
}: Gazetteer): Map<string, OfficeEntry[]> {
	const map = new Map<string, OfficeEntry[]>();
	const add = (text: string, entry: OfficeEntry): void => {
		map.set(fold(text), [...(map.get(fold(text)) ?? []), entry]);
	};
	const named = new Map<string, Country>(
		countries.map((country) => [country.id, country]),
	);
	for (const person of people)
		for (const {
			titles,
			headOfState,
			from = "",
			until = "9999",
		} of person.offices ?? []) {
			const country = named.get(person.country);
			if (!country) continue;
			const spellings = [
				country.name,
				...country.names,
				...(country.loose ?? []),
				// 白总统, 俄总理
				...(country.initial ? [country.initial] : []),
			].filter((text) => /\p{Script=Han}/u.test(text));
			for (const title of [...titles, ...(headOfState ? ofStates : [])]) {
				for (const spelling of new Set(spellings.map(fold)))
					add(spelling + title, { person, from, until });
				// The papers of a country leave its name out: 国家主席习近平.
				if (country.id === "china" && title.startsWith("国家主"))
					add(title, { person, from, until });
			}
		}
	return map;
}

/** The characters that a person's names, titles and pronouns begin with, for use inside a regular expression's class. */
export function firstCharacters(gazetteer: Gazetteer): string {
	const first = new Set(
		[...entriesOf(gazetteer).keys()].map((name) => name.charAt(0)),
	);
	return `${[...first].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}我总主`;
}

const finderOf = perGazetteer((gazetteer) =>
	nameFinder([...entriesOf(gazetteer)]),
);

function entriesOf(gazetteer: Gazetteer): ReadonlyMap<string, Value> {
	const { people, countries } = gazetteer;
	const entries = new Map<string, Value>();
	for (const role of roles.split(" "))
		entries.set(role, { kind: "role", role });
	for (const country of countries)
		for (const title of ["总统", "国家主席", "总统府"])
			for (const spelling of [country.name, ...country.names].map(fold))
				entries.set(spelling + title, { kind: "role", role: title });
	for (const [title, holders] of holdersByTitle(gazetteer))
		entries.set(title, { kind: "office", holders });
	for (const { id, name, names, courtesy = [] } of people)
		for (const text of [name, ...names, ...courtesy])
			entries.set(fold(text), { kind: "name", id });
	return entries;
}

/**
 * The people of a folded text (asides already taken out), left to right. Titles and the name they lead up to are one person, and
 * the last of them says who it is: 白俄罗斯总统亚历山大·卢卡申科, 劳动党总书记、国务委员长金正恩.
 *
 * @param day tells who held an office that is named without its holder.
 * @param within where they are looked for.
 */
export function personsIn(
	text: string,
	day: CivilDay,
	gazetteer: Gazetteer,
	within: Stretch = { at: 0, to: text.length },
): readonly PersonToken[] {
	const tokens: PersonToken[] = [];
	const hits = finderOf(gazetteer)(text, within.at, within.to);
	for (let first = 0; first < hits.length; ) {
		const last = endOfPhrase(text, hits, first);
		const token = tokenOf(text, hits[last] as NameHit<Value>, day);
		const at = (hits[first] as NameHit<Value>).at;
		if (
			token?.byName &&
			isRelative(text, (hits[last] as NameHit<Value>).at, token.id, gazetteer)
		) {
			tokens.push({ ...token, at, id: "?代表", byName: false });
			first = last + 1;
			continue;
		}
		// 中俄元首 are two, whom another rule names.
		const isShared =
			token?.byName === false &&
			at > 0 &&
			sharedOffice(gazetteer).test(text.slice(at - 1, token.to));
		if (token && !isShared) tokens.push({ ...token, at });
		first = last + 1;
		while ((hits[first]?.at ?? text.length) < (token?.to ?? 0)) first++;
	}
	return withSharedOffices(text, tokens, day, gazetteer).map(
		(token) => new LazyToken(text, token),
	);
}

/** 维克托·卢卡申科, 小特朗普: whose given name is another's, or who is called the younger. */
function isRelative(
	text: string,
	at: number,
	id: string,
	{ personById }: Gazetteer,
): boolean {
	const before = text.slice(Math.max(0, at - longestGiven), at);
	if (/(?<![大老])小$/.test(before)) return true;
	const given = /(?<given>\p{Script=Han}{1,5})[·‧•・]$/u.exec(before)?.groups
		?.given;
	const known = Object.entries(givenNames).find(([name]) =>
		given?.endsWith(name),
	);
	return known !== undefined && !known[1].test(personById(id).english ?? "");
}
const longestGiven = 8;
/** Given names of relatives in the news, and how they are spelt in English. */
const givenNames: Readonly<Record<string, RegExp>> = {
	维克托: /^Vi[ck]tor/,
	尼古拉: /^Ni[ck]ola/,
	德米特里: /^Dm/,
	加林娜: /^Gal/,
	布丽吉特: /^Bri/,
	吉尔: /^Jill/,
	亨特: /^Hunter/,
	梅拉尼娅: /^Mela/,
	伊万卡: /^Ivanka/,
	米歇尔: /^Mich/,
};

/** 甲国、乙国和丙国的国家元首: who led each of the countries on `day`. */
function withSharedOffices(
	text: string,
	tokens: readonly PersonToken[],
	day: CivilDay,
	gazetteer: Gazetteer,
): readonly PersonToken[] {
	if (!mayShare.test(text)) return tokens;
	const { one, last } = countriesOf(gazetteer);
	const shared = [...text.matchAll(last)].flatMap(({ index, 0: all }) => {
		const end = index + all.length;
		const start = Math.max(0, index - longestRow);
		const row = rowBefore.exec(text.slice(start, index))?.[0] ?? "";
		return [...(row + all).matchAll(one)].flatMap((hit, i, hits) => {
			const at = index - row.length + hit.index;
			const to = i === hits.length - 1 ? end : at + hit[0].length;
			const id = headOfState(hit[0], day, gazetteer);
			return id && hits.length > 1 ? [{ at, to, id, byName: false }] : [];
		});
	});
	const meets = (a: PersonToken, b: PersonToken): boolean =>
		a.at < b.to && b.at < a.to;
	return [
		...tokens.filter((token) => !shared.some((one) => meets(one, token))),
		...shared,
	].sort((a, b) => a.at - b.at);
}

/** Whether a person was head of state on `day`. */
export function isHeadOfState(person: GazetteerPerson, day: CivilDay): boolean {
	return (person.offices ?? []).some(
		({ headOfState, from = "", until = "9999" }) =>
			headOfState && from <= day && day <= until,
	);
}

function headOfState(
	country: string,
	day: CivilDay,
	{ countries, people }: Gazetteer,
): string | undefined {
	const home = countries.find(({ name, names }) =>
		[name, ...names].map(fold).includes(country),
	)?.id;
	return people.find(
		(person) => person.country === home && isHeadOfState(person, day),
	)?.id;
}

const mayShare =
	/[、和与及][^，。、]{2,8}(?:等[^，。、]{0,4}国)?的?(?:国家元首|元首|总统|领导人)/;
/** A row of countries before the last of them, and how long it may be, in characters. */
const rowBefore = /(?:\p{Script=Han}{2,12}[、和与及])*\p{Script=Han}{2,12}$/u;
const longestRow = 60;

const countriesOf = perGazetteer(({ countries }) => {
	const names = countries
		.flatMap(({ name, names }) => [name, ...names])
		.filter((name) => /^\p{Script=Han}+$/u.test(name))
		.map(fold)
		.sort((a, b) => b.length - a.length)
		.join("|");
	return {
		one: new RegExp(names, "g"),
		last: new RegExp(
			`(?:、|和|与|及|以及)(?:${names})(?:等[^，。、]{0,4}国)?的?(?:国家元首|元首|总统|领导人)(?=[，。；、\\s\0]|$|[们等在和与同分举会])`,
			"g",
		),
	};
});

const sharedOffice = perGazetteer(({ countries }) => {
	const state = `[${countries.flatMap(({ initial }) => initial ?? []).join("")}]`;
	return new RegExp(`^${state}{2}(?:元首|首脑|总统|领导人)$`);
});

/** Titles of one person stand close together. */
const longestGap = 16;

/** The last hit of the noun phrase that begins with the hit at `first`. */
function endOfPhrase(
	text: string,
	hits: readonly NameHit<Value>[],
	first: number,
): number {
	let last = first;
	let settled = first;
	while (true) {
		const [hit, next] = [hits[last], hits[last + 1]];
		if (!hit || !next || hit.value.kind === "name") break;
		// 李强代表习近平出席: a verb, not a title.
		if (hit.value.kind === "role" && hit.value.role === "代表") break;
		if (next.at - hit.to > longestGap) break;
		const gap = text.slice(hit.to, next.at);
		// An office that names its holder begins by itself unless a name follows.
		if (adjoins(gap, next.value)) {
			if (next.value.kind !== "office") settled = last + 1;
		} else if (!continues.test(gap)) break;
		last++;
		if (next.value.kind === "name") {
			// A chain of titles holds together only where the last one stands right before the name.
			return settled === last ? last : first;
		}
	}
	// Without a name only titles that touch are one person: 第一副总理.
	while (settled > first && hits[settled]?.at !== hits[settled - 1]?.to)
		settled--;
	return settled;
}

/** Nothing between a title and what follows it but a first name. */
function adjoins(gap: string, next: Value): boolean {
	if (next.kind !== "name") return gap === "";
	// 国家主席、中央军委主席习近平: a title that no list knows.
	if (continues.test(gap) && title.test(gap)) return true;
	return /^[\0\s]*(?:兼[^，。]{2,8})?(?:\p{Script=Han}{1,7}[·‧•・.．‐-])?[\0\s]*$/u.test(
		gap,
	);
}

const title =
	/(?:主席|书记|委员长|总统|总理|首相|统帅|司令|部长|议长|领导人|秘书长|元首|领袖)$/;

/** What may stand between two titles of one person: 、 or 兼 and the name of a body. */
const continues =
	/^(?:、|兼|暨|、兼)[\0\s]*(?:(?![和与同跟在于对向为将会说的])\p{Script=Han}){0,10}$/u;

/** What stands around a person is only looked at where somebody asks: most are named far from any meeting. */
class LazyToken implements PersonToken {
	readonly at: number;
	readonly to: number;
	readonly id: string;
	readonly byName: boolean;
	readonly #text: string;
	#aside: PersonToken["aside"];
	#isKnown: boolean;

	constructor(text: string, { at, to, id, byName, aside }: PersonToken) {
		this.at = at;
		this.to = to;
		this.id = id;
		this.byName = byName;
		this.#text = text;
		this.#aside = aside;
		this.#isKnown = aside !== undefined;
	}

	get aside(): PersonToken["aside"] {
		if (!this.#isKnown) {
			this.#aside = asideOf(this.#text, this);
			this.#isKnown = true;
		}
		return this.#aside;
	}
}

function tokenOf(
	text: string,
	{ at, to, value }: NameHit<Value>,
	day: CivilDay,
): PersonToken | undefined {
	if (value.kind === "name") {
		if (namesake.test(text.slice(to, to + 6))) return undefined;
		// 人称“甲”的棋友
		if (/[“「『]/.test(text.charAt(at - 1)) && /[”」』]/.test(text.charAt(to)))
			return undefined;
		const titles =
			/^[\0]*(?:国家主席|总书记|副?主席|(?:国务)?委员长|副?总统|首相|先生|女士|同志|阁下|爷爷|总理|部长|大使|外长)*/.exec(
				text.slice(to),
			)?.[0];
		return { at, to: to + (titles?.length ?? 0), id: value.id, byName: true };
	}
	if (value.kind === "role")
		// 第七届部长级会议, 总理府: a word of an event's name, a house, a post.
		return /^(?:级|助理|秘书(?!长)|会议|联席|府|官邸|办公[厅室楼]|一职|职[位务]|任[期上内]|选举|大选|候选|会[，。上后]|证)/.test(
			text.slice(to, to + 3),
		)
			? undefined
			: { at, to, id: `?${value.role}`, byName: false };
	// 美国总统国家安全事务助理: the last head of the phrase says who it is.
	const other = ownRole.exec(text.slice(to, to + 24))?.groups?.role;
	if (other)
		return { at, to: to + other.length, id: `?${other}`, byName: false };
	// An office is also a post, a house and a title of other people: 总统办公厅, 总统选举, 总统一职.
	if (
		/^(?:办公厅|办公室|府|特使|特别|代表|夫人|大选|选举|一职|职位|职务|宝座|之位|任期|候选|竞选|发言人|助理|顾问|事务|制|这个|新闻|专机|私人|的?儿子)/.test(
			text.slice(to),
		)
	)
		return { at, to, id: "?总统府", byName: false, aside: "kin" };
	// 时任国家主席江泽民: whoever it was then, the holder of the day of the paper is not meant.
	const holder = /(?:时任|前任)$/.test(text.slice(Math.max(0, at - 2), at))
		? undefined
		: value.holders.find(({ from, until }) => from <= day && day <= until)
				?.person;
	const stranger = transcribed.exec(text.slice(to, to + 8))?.[0];
	return holder && !(stranger && isStranger(stranger, holder))
		? { at, to, id: holder.id, byName: false }
		: { at, to: to + (stranger?.length ?? 0), id: "?领导人", byName: false };
}

/** Characters that foreign names are written with: 法国总统奥朗德 is not whoever holds the office today. */
const transcribed =
	/^[阿埃艾爱安奥巴拜班邦贝本比彼波伯博布达丹德蒂迪杜恩尔法菲费芬弗福戈格古哈海汉赫亨侯胡霍吉加贾杰金卡凯坎康科克肯库拉莱兰朗劳勒雷里利林卢鲁罗洛伦马麦曼梅门蒙米莫姆穆纳内尼诺帕佩皮普齐奇切琼萨塞桑瑟森沙史斯松索苏塔泰坦特图托瓦威韦维温沃乌西希夏肖谢休亚延扬耶叶伊因尤约泽扎詹兹朱]{2,6}(?![国黎])/;

/** Whether a name is not one spelling more of somebody's. */
const isStranger = (name: string, { name: own, names }: GazetteerPerson) =>
	![own, ...names].some((known) =>
		[...fold(known)].some((character) => name.includes(character)),
	);

/** 纳扎尔巴耶夫国际机场, 纳扎尔巴耶夫大学: what is called after somebody. */
const namesake =
	/^(?:国际)?(?:机场|大学|大街|大道|广场|图书馆|基金会|体育[场馆]|奖(?!章))/;

/** Whose work for the holder of an office is named behind it. */
const ownRole =
	/^(?<role>(?:(?![和与同跟在于对向为将会说的、，。])\p{Script=Han}){0,10}?(?:助理|顾问|特使|特别代表|主任|秘书|发言人|代表))/u;
