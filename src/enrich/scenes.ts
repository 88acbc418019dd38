/**
 * Meetings that a passage tells of without any one sentence that names both: who is meant by an office, by 他, by 客人 or by nothing at
 * all is settled by the article's pair, the day by the passage.
 */
import type { TimelineConfig } from "../domain/config.ts";
import type { CivilDay } from "../domain/time.ts";
import { clausesIn } from "./actors.ts";
import type { Dated } from "./dated.ts";
import { fold } from "./gazetteer/fold.ts";
import {
	type Gazetteer,
	type GazetteerPerson,
	perGazetteer,
} from "./gazetteer/index.ts";
import { judge } from "./judging.ts";
import type { Meeting, Pair } from "./meeting.ts";
import { lineDay } from "./opening-days.ts";
import { isAdverbial } from "./pairs.ts";
import { isHeadOfState } from "./persons.ts";
import type { Stretch } from "./segments.ts";
import type {
	ArticleFrame,
	Candidate,
	SentenceContext,
} from "./sentence-context.ts";
import { ofThePaper } from "./story-days.ts";
import { isCrowd } from "./together.ts";
import { isIndirectSpeech, type Layer, type Unit } from "./unit.ts";

/** What only people in one place do with each other. */
const strong =
	/[了过](?:将近|差不多|不到|整整|足足|大约|快|近|约)?[\d一二两三四五六七八九十半几]+(?:个|刻)?(?:多|半)*(?:小时|钟头|分钟|钟)|会[见晤谈面](?![大小]?厅|室|机制|桌|[后前中时上]|期间|达成|共识|成果|以来|的|和|是|为)|见[了到过](?!报)|见上|见一?面|碰[了过]?[面头]|(?<![会座洽商])谈(?=[了得的完妥定罢，。；]|[\d一二两三四五六七八九十半几不近]|到(?:深夜|半夜|午夜|凌晨|傍晚|黄昏|晚上|天|很晚|[\d一二两三四五六七八九十]+点)|$)|[面长密深交详恳]谈|谈话|[聊](?!天室|城)|叙[旧谈话]|共进|同桌|[用吃设喝享][^，。；]{0,8}[餐饭宴茶酒]|[午晚早家国]宴|[早午晚](?:餐|饭)|一对一|面对面|促膝|对坐|接见|接待|款待|招待(?!会|所)|宴请|做客|坐(?:下|了|定|在一[起张处])|拥抱|握[着住了紧]*(?:他的|对方的)?手|手[紧]{0,2}握|散了?步|并肩|[请迎让引领带](?:他|她|客人|进|到|入)[^，。；]{0,2}[进到入屋门厅室]|密会|拜会/g;
/** What tells that two are beside each other. */
const bodily =
	/陪同?|迎[接上候进到]|送[他到上行别]|合了?影|签[署字下]|栽|种下|[倒斟敬奉端上][^，。；]{0,2}[茶酒]|[碰举]杯|相视|递[给上]|走[进向上]|等[在候着]|[上下]车|身[边旁]|并排|挥手|揭[牌幕]|参观|同[游乘登车]/g;

const other =
	/[他她](?![们国的])|我(?![们国方军])|对方|客人|贵客|来客|来宾|贵宾|来访者|访客|主人|东道主/;
const guestOrHost = /客人|贵客|来客|来宾|贵宾|来访者|访客|主人|东道主/;
const two =
	/两个?人|二人|俩(?!月)|他们(?!的|国)|两位(?!数|外长|总理|部长|夫人)|彼此|宾主|主客|主人[^，。；]{0,8}客人|客人[^，。；]{0,8}主人|父子|两岸领导人/;
const joins =
	/(?:[与同和跟陪为请把将让带领迎送接给见待由被受]|就是|正是|便是|会见|会晤|接见|邀请|欢迎|款待|接待|招待|宴请)(?:了|到|过|着)?[^，。；]{0,14}$/;

/** Told as a picture, a story, a plan, a wire, a crowd or about somebody who stands for another. */
const contrary =
	/[像图]案|画像|雕[像塑]|蜡像|漫画|合成|邮票|海报|肖像|玩偶|扮演|饰演|主演|电影|小说|剧[本组情]|做梦|梦见|梦里|远在|隔空|屏幕|口信|[来去回致发贺复]信|信中|[贺唁慰]电|致[电函]|电话|通话|通[了过][^，。]{0,14}话|一旦|条件允许|[十几多数两三四五六七八九]余?[场次](?:活动|会|见|握)|一年来|这一年|转达|代表|特使|视频|连线|线上|如果|假如|倘若|要是|谣|传闻|据传|多次|每次|几次|历次|每年|等[^，。]{0,8}(?:领导人|元首|首脑|政要)|各国|与会领导人|集体|全家福|其他[^，。]{0,4}(?:领导人|来宾)|民调|[吗呢么]？/;

const officeTail =
	"(?!们|府|助理|特使|办公|夫人|大选|选举|发言人|新闻|候选|事务|制|团|令|之间|和总理|网站|专机|级)";

interface Calls {
	readonly byName: RegExp;
	/** By name, or by an office with its country. */
	readonly named: RegExp;
	/** By an office alone: whose it is the article must tell. */
	readonly office: RegExp | undefined;
}

const callsOf = perGazetteer(() => new Map<string, Calls>());

function callsIn(person: GazetteerPerson, gazetteer: Gazetteer): Calls {
	const known = callsOf(gazetteer).get(person.id);
	if (known) return known;
	const { countryById, cities } = gazetteer;
	const country = countryById(person.country);
	const lands = [
		country?.name,
		...(country?.names ?? []),
		...(country?.loose ?? []),
		...(country?.initial ? [`${country.initial}方`] : []),
	].flatMap((name) => (name && han.test(name) ? fold(name) : []));
	const towns = cities
		.filter((city) => city.country === person.country)
		.map(({ name }) => fold(name));
	const titles = [
		...new Set([
			...(person.offices ?? [])
				.filter(({ headOfState, until }) => headOfState || !until)
				.flatMap(({ titles }) => titles),
			"最高领导人",
			"领导人",
			"国家元首",
			"元首",
			"首脑",
		]),
	].map(fold);
	const own = titles.filter((title) => ownTitle.test(title));
	const names = [person.name, ...person.names, ...(person.courtesy ?? [])]
		.filter((name) => han.test(name))
		.map(fold);
	const family =
		/^(?:china|taiwan)$/.test(person.country) &&
		/^[\p{Script=Han}]{2,3}$/u.test(person.name)
			? [`${fold(person.name).charAt(0)}前?(?:先生|总统|主席)(?!制)`]
			: [];
	const calls: Calls = {
		byName: new RegExp([...names, ...family].join("|")),
		named: new RegExp(
			[
				...names,
				...family,
				`(?:${[...new Set(lands)].join("|")})(?:国家|来的|的那位|那位|这位|的|现任)?(?:${titles.join("|")})${officeTail}`,
				`(?:${[...new Set([...lands, ...towns])].join("|")})(?:远?来的?|的)(?:那位|这位|老)?(?:客人|贵客|来客|贵宾|朋友)`,
			].join("|"),
		),
		office:
			own.length > 0
				? new RegExp(
						`(?:^|[^\\p{Script=Han}]|[与同和跟对向给由请陪见迎送是让了]|我们的?|我国)(?:${own.join("|")})${officeTail}`,
						"u",
					)
				: undefined,
	};
	callsOf(gazetteer).set(person.id, calls);
	return calls;
}

const han = /^[\p{Script=Han}·]+$/u;
/** Titles that are said without the country. */
const ownTitle = /^(?:总统|国家主席|主席|总书记|委员长|首相|总理|国家元首)$/;

/** One sentence of a unit, and who stands in it. */
interface Line {
	readonly unit: Unit;
	readonly order: number;
	readonly sentence: Stretch;
	readonly words: string;
	/** Which of the two it names. */
	readonly has: readonly [boolean, boolean];
}

/** Too little to count as a report, whatever its article is about. */
const inDoubt = 0.4;

/** So many sentences before one may tell whom it leaves out. */
const reach = 5;

/**
 * The meetings of a timeline's two that passages tell of.
 *
 * @param frameAt what was known when a unit was read.
 * @param isTold whether a sentence is claimed or refused already.
 */
export function scenesIn(
	units: readonly Unit[],
	{ people }: TimelineConfig,
	frameAt: (order: number) => ArticleFrame,
	isTold: (unit: Unit, quote: string) => boolean,
): readonly Candidate[] {
	const [title] = units;
	const { gazetteer } = title ?? {};
	if (!title || !gazetteer || frameAt(0).isDoubting) return [];
	const [one, second] = people.map((id) =>
		callsIn(gazetteer.personById(id), gazetteer),
	) as [Calls, Calls];
	const all = units.map(({ folded }) => folded).join("\n");
	const known = [one, second].map(({ named }) => named.test(all));
	if (!known[0] && !known[1]) return [];
	const isNamed = [one, second].map(({ byName }) => byName.test(all));
	const holdsOn = (day: CivilDay): boolean =>
		people.every(
			(id, i) => isNamed[i] || isHeadOfState(gazetteer.personById(id), day),
		);
	if (!holdsOn(frameAt(0).anchor)) return [];
	const homes = people.map((id) => landIn(title.folded, id, gazetteer));
	// 总统 alone is whom the article names, or the head of the country in its headline.
	const offices = [one, second].map(({ office }, i) =>
		known[i] || homes[i] ? office : undefined,
	);
	const shared =
		offices.every((one) => one !== undefined) && overlap(people, gazetteer);
	const lines: Line[] = units.flatMap((unit, order) =>
		unit.sort === "paragraph" || unit.sort === "headline"
			? unit.sentences.map((sentence): Line => {
					const words = unit.folded.slice(sentence.at, sentence.to);
					const has = [one, second].map(
						({ named }, i) =>
							named.test(words) ||
							(!shared && offices[i]?.test(words) === true),
					);
					return {
						unit,
						order,
						sentence,
						words,
						has: [has[0] === true, has[1] === true],
					};
				})
			: [],
	);
	return lines.flatMap((line, index) => {
		if (line.unit.sort !== "paragraph") return [];
		const { words, unit } = line;
		if (!(line.has[0] || line.has[1] || two.test(words))) return [];
		if (contrary.test(words) || isCrowd(words)) return [];
		const quote = unit.text.slice(line.sentence.at, line.sentence.to);
		if (isTold(unit, quote)) return [];
		if (standsAside(unit, line.sentence, people)) return [];
		const act = actIn(line, lines, index, [one, second], people);
		if (!act) return [];
		return read(act, line, lines, people, frameAt(line.order)).filter(
			({ claim }) => !claim?.start || holdsOn(claim.start),
		);
	});
}

function landIn(text: string, id: string, gazetteer: Gazetteer): boolean {
	const { personById, countryById } = gazetteer;
	const { name = "", names = [] } = countryById(personById(id).country) ?? {};
	return [name, ...names].some((land) => land && text.includes(fold(land)));
}

const overlap = (people: readonly string[], gazetteer: Gazetteer): boolean => {
	const [a = [], b = []] = people.map((id) =>
		(gazetteer.personById(id).offices ?? [])
			.flatMap(({ titles }) => titles)
			.filter((title) => ownTitle.test(title)),
	);
	return a.some((title) => b.includes(title));
};

interface Act {
	readonly at: number;
	readonly to: number;
	readonly isStrong: boolean;
	/** How clear it is who takes part, 0–1. */
	readonly clear: number;
}

/** What two do in a sentence, where the sentence and those before it leave no doubt that it is these two. */
function actIn(
	line: Line,
	lines: readonly Line[],
	index: number,
	calls: readonly [Calls, Calls],
	people: Pair,
): Act | undefined {
	const { unit, sentence, words, has } = line;
	const acts = [
		...[...words.matchAll(strong)].map((match) => ({ match, isStrong: true })),
		...[...words.matchAll(bodily)].map((match) => ({ match, isStrong: false })),
	];
	const clear = clearness(line, lines, index, calls, people);
	if (clear === 0) return undefined;
	for (const { match, isStrong } of acts) {
		const at = sentence.at + match.index;
		const clause = clauseAround(unit, at);
		const both = calls.every(({ named }) =>
			named.test(unit.folded.slice(clause.at, clause.to)),
		);
		// Somebody else of the sentence may be whom one of them is with.
		if (
			othersIn(unit, both ? clause : { at: sentence.at, to: clause.to }, people)
		)
			continue;
		if (has[0] && has[1] && formal.test(match[0])) continue;
		const inClause = unit.folded.slice(clause.at, clause.to);
		const doubt =
			(has[0] &&
				has[1] &&
				(!isTogether(words, calls) ||
					(!both &&
						!two.test(inClause) &&
						!goesOn(inClause) &&
						!calls.some(({ named }) =>
							appositive.test(words.slice(0, Math.max(0, words.search(named)))),
						)))) ||
			shown.test(words) ||
			// 五月十二号，你看角落里写着，2015年: the year stands apart.
			(/[^，。]{2,}，[^。]*(?:19|20)\d{2}年[。”」]/.test(words) &&
				!/\d年\d/.test(words));
		return {
			at,
			to: at + match[0].length,
			isStrong,
			clear: doubt ? Math.min(clear, inDoubt) : clear,
		};
	}
	return undefined;
}

/** Words that the table of verbs reads with their grammar, where both are named. */
const formal = /会[见晤谈面]|接见|拜会|签/;
/** 坐下同他谈: a clause whose actor is that of the one before. */
const goesOn = (clause: string): boolean => {
	const at = clause.search(/[与同和跟]/);
	return (
		at >= 0 &&
		isAdverbial(
			clause
				.slice(0, at)
				.replace(/坐下来?|停下|进[屋门]|下[车机]|上楼|站着/, ""),
		)
	);
};
const appositive = /(?:就是|正是|便是|——|名叫)[^，。]{0,24}$/;
/** What is seen on a picture has its day from whoever took it. */
const shown =
	/挂着|贴着|印着|那[张幅]|[相镜画]框|墙上|照片|影片|配图|图片|相片|镜头|画面|截图/;

/** 习近平的特使, 在甲和乙引领下: named, and not there. */
const standsAside = (
	{ layers }: Unit,
	{ at, to }: Stretch,
	people: Pair,
): boolean =>
	layers.some(({ persons }) =>
		persons.some(
			(person) =>
				person.at >= at &&
				person.to <= to &&
				people.includes(person.id) &&
				person.aside !== undefined,
		),
	);

/** Whether two who are both named do something with each other: one behind 与, or two. */
function isTogether(words: string, calls: readonly [Calls, Calls]): boolean {
	return (
		two.test(words) ||
		calls.some(({ named }) => {
			const at = words.search(named);
			return at > 0 && joins.test(words.slice(0, at));
		})
	);
}

const clauseAround = ({ folded }: Unit, at: number): Stretch => {
	const from = Math.max(
		...[..."，。；！？\n"].map((mark) => folded.lastIndexOf(mark, at)),
	);
	const rest = folded.slice(at).search(/[，。；！？\n]/);
	return { at: from + 1, to: rest < 0 ? folded.length : at + rest };
};

/** Whether a stretch names somebody else whom the act may be with. */
const othersIn = (
	{ layers, folded }: Unit,
	{ at, to }: Stretch,
	people: Pair,
): boolean =>
	layers.some(({ persons }) =>
		persons.some(
			(person) =>
				person.at >= at &&
				person.to <= to &&
				!people.includes(person.id) &&
				!bystander.test(person.id) &&
				!/(?:夫人|妻子|女儿|儿子|幼子)$/.test(
					folded.slice(Math.max(0, person.at - 3), person.at),
				),
		),
	);
const bystander = /^\?(?:记者|发言人|官员|专家|学者|教授|总统府)$/;

function clearness(
	line: Line,
	lines: readonly Line[],
	index: number,
	calls: readonly [Calls, Calls],
	people: Pair,
): number {
	const { words, has } = line;
	if (has[0] && has[1]) return 1;
	const missing = has[0] ? 1 : 0;
	const named = has[0] ? 0 : has[1] ? 1 : undefined;
	if (named !== undefined) {
		const at = words.search(calls[named].named);
		const before = at < 0 ? "" : words.slice(0, at);
		const found = other.exec(words);
		const mark =
			found?.[0] === "我" && !isQuoted(line, found.index) ? undefined : found;
		const isFilled =
			two.test(words) ||
			(mark &&
				(guestOrHost.test(mark[0]) ||
					joins.test(words.slice(0, mark.index)) ||
					(mark.index < at && joins.test(before.slice(mark.index + 1))))) ||
			// 会后与甲会面: who did is left out.
			(at >= 0 && leftOut.test(before));
		if (!isFilled) return 0;
		return seen(missing, line, lines, index, people);
	}
	if (!two.test(words)) return 0;
	return Math.min(
		seen(0, line, lines, index, people),
		seen(1, line, lines, index, people),
	);
}

const isQuoted = ({ unit, sentence }: Line, at: number): boolean =>
	unit.layers.some(
		({ spoken, text }) => spoken && text.charAt(sentence.at + at) === "我",
	);

const leftOut =
	/(?:^|[，。；：\s日午晚晨后天])(?:又|还|再|就|即|并|也|便|单独|私下|先)?(?:在[^，。；]{1,14})?(?:与|同|和|跟|会见|会晤|见到|见了|接待|款待|宴请)(?:了|过)?[^，。；与同和跟]{0,12}$/;

/** How surely one of the two is whom a sentence means without naming him: named shortly before, and nobody else since. */
function seen(
	which: number,
	{ unit, sentence, order }: Line,
	lines: readonly Line[],
	index: number,
	people: Pair,
): number {
	if (othersIn(unit, sentence, people)) return 0;
	const next = lines[index + 1];
	for (let i = index - 1; i >= Math.max(0, index - reach); i--) {
		const line = lines[i] as Line;
		if (line.order !== order && next?.order === order && next.has[which])
			return 1;
		if (line.has[which])
			return standsAside(line.unit, line.sentence, people)
				? 0
				: othersIn(line.unit, line.sentence, people)
					? inDoubt
					: 1;
		if (othersIn(line.unit, line.sentence, people)) return 0;
	}
	if (next?.order === order && next.has[which]) return 1;
	return lines[0]?.has[which] ? 0.8 : isOnlyPair(lines, people) ? 0.8 : 0;
}

/** Whether an article names these two and nobody else. */
const isOnlyPair = (lines: readonly Line[], people: Pair): boolean =>
	people.every((_, which) => lines.some(({ has }) => has[which])) &&
	lines.every(({ unit, sentence }) => !othersIn(unit, sentence, people));

const arrives = /抵达|到达|飞抵|抵京|抵华|降落|启程|出发|离开|开幕/;

/** The day of the passage around a sentence that names none. */
function dayAround(
	{ unit, sentence }: Line,
	lines: readonly Line[],
	at: number,
	frame: ArticleFrame,
): Dated | undefined {
	const isDay = ({ precision, vague, start, to }: Dated): boolean =>
		precision === "day" &&
		!vague &&
		start <= frame.latest &&
		!ofThePaper.test(unit.folded.slice(to, to + 12));
	const own = unit.dates.findLast((date) => date.to <= at && isDay(date));
	if (own) return { ...own, at: sentence.at, to: sentence.at };
	if (frame.entry)
		return {
			at: sentence.at,
			to: sentence.at,
			start: frame.entry,
			end: frame.entry,
			precision: "day",
			absolute: true,
			vague: false,
		};
	for (const earlier of frame.before.slice(-2).reverse()) {
		const date = lineDay(earlier) ?? earlier.dates.findLast(isDay);
		if (date) return { ...date, at: sentence.at, to: sentence.at };
	}
	// 晚上写日志，我写的是：2015年5月10日: the only day of the article.
	const days = [...new Set(lines.map((one) => one.unit))].flatMap((one) =>
		one.dates.filter(isDay),
	);
	const [only, ...others] = new Set(days.map(({ start }) => start));
	const [date] = days;
	return only && date && others.length === 0
		? { ...date, at: sentence.at, to: sentence.at }
		: undefined;
}

function read(
	{ at, to, isStrong, clear }: Act,
	line: Line,
	lines: readonly Line[],
	people: Pair,
	frame: ArticleFrame,
): readonly Candidate[] {
	const { unit, sentence } = line;
	const layer: Layer | undefined = unit.layers.find(
		({ text }) => text.charAt(at) === unit.folded.charAt(at),
	);
	if (!layer) return [];
	const clauses = clausesIn(unit, layer, sentence);
	const clause =
		clauses.find((one) => one.at <= at && at < one.to) ?? clauses[0];
	if (!clause) return [];
	const meeting: Meeting = {
		pairs: [people],
		how: "together",
		verb: { at, to, word: "", sort: "loose", type: "together" },
		clause,
		from: clause.at,
		end: to,
	};
	const context: SentenceContext = {
		unit,
		layer,
		sentence,
		clauses,
		persons: layer.persons.filter(
			(person) => person.at >= sentence.at && person.to <= sentence.to,
		),
		frame,
	};
	const speaker = layer.spoken
		? people.find((id) => id === layer.speaker)
		: unit.speeches.findLast((speech) => speech.at <= at)?.speaker;
	const isOthers =
		!layer.spoken &&
		isIndirectSpeech(unit, { at: sentence.at, to: at }) &&
		!people.includes(speaker ?? "?");
	if (isOthers) return [];
	const around = dayAround(line, lines, at, frame);
	return judge(meeting, context, around).flatMap((candidate) => {
		const { claim } = candidate;
		if (!claim) return [];
		if (claim.precision !== "day") return [];
		const isPlaced =
			(claim.where.city ??
				claim.where.venue ??
				claim.nearby?.city ??
				claim.nearby?.venue) !== undefined;
		const isLate = arrives.test(
			unit.folded.slice(around?.to ?? sentence.at, at),
		);
		const proof = isStrong || isPlaced ? 1 : 0.5;
		return [
			{
				claim: {
					...claim,
					evidence: proof * clear * (isLate && !isStrong ? 0.6 : 1),
				},
			},
		];
	});
}
