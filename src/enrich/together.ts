/** Two people told of together on a day and at a place, whatever they do there: the default behind the table of verbs. */
import type { Meeting, Pair } from "./meeting.ts";
import { isByVideo, isIntended, likenesses } from "./modality.ts";
import type { PersonToken } from "./persons.ts";
import { isAmongMany, pluralWordsOf, twoPeople } from "./plurals.ts";
import type { Stretch } from "./segments.ts";
import type { ArticleFrame, SentenceContext } from "./sentence-context.ts";
import type { Layer } from "./unit.ts";

/** Two who are seen on a picture that somebody made, play a part, are dreamt of or are not in one place. */
const unreal = new RegExp(
	`${likenesses}|[像图]案|合成|邮票|肖像|挂历|扮演|饰演|主演|电影|小说|剧[本组情]|做梦|梦[见里]|远在|隔空|屏幕|电[话报函]|通[了过]?[^，。]{0,14}话|致[^，。]{0,6}[函电信]|亲署|通信|书信|假如|倘若|如果|谣|没有(?:遇|碰|见|安排|同|和|与)|没能|未能|并未|并非|缺席|取消|推迟|避开|候选|竞选`,
);
/** What two may share or be compared in. */
const apart =
	/哪[儿里]|(?:出席|参加|赴|参与)[^，。]{0,30}(?:会|论坛|阅兵|仪式|活动|庆典|周年)|重视|指示|交换|汇报|口信|复[信电]|慰问|沟通|联系|往来|交往|保持|引领|推动|关心|关怀|共识|达成|商定|擘画|关系|合作|友谊|之间|同龄|同岁|出生|相比|不同|分歧|各自|[来去回致发贺]信|贺|发来|寄|唁电|祝贺|问候|转达|代表|特使|民调|支持率|排名|推特|发文|撰文|文章|署名|制裁/;
/** What stands between two when one of them only speaks, thinks or hears of the other. */
const mentions =
	/[说称叫]|谈[到及起论]|提[到及起出]|认为|表示|指出|强调|宣布|评|赞|批|责|支持|感谢|感激|信任|敬|呼吁|希望|要求|担心|听[说到]|知道|视[^，。]{0,3}为|看作|讨论|介绍|邀请|派|任命|当选|接替|取代|继|比|像|超过|追随|效仿|崇拜|依[靠赖]|[寄送]去|转交|致|是否|能否/;
/** Both say something, or each does something, in his own place. */
const severally =
	/^[\0\s]*(?:[的之等]|[^，。]{0,4}(?:说(?![话着笑起])|表示|介绍|保证|讲|问)|都?(?:先后|相继)?(?:表示|强调|认为|指出|重申|宣布|呼吁|发表|主张|支持|反对|面临|需要|希望|愿意?|互)|都(?:到|来|在(?!一)|出席|参加|抵|去|是|有|曾|没)|均|分别|各|一样|这样|那样|所|也?是(?!在)|关于|关注)/;
const crowd =
	/等(?![来到候在着])(?:[^，。]{0,8})(?:领导人|元首|首脑|国家|贵宾|嘉宾|来宾|政要|人)|各国|多国|与会(?!的[^，。、]{0,14}(?:总统|总理|主席|首相)(?!们|等))|领导人们|(?:国家|组织|成员国|[多数各]方)领导人|(?<!第)[\d一二三四五六七八九十百多几数]+(?:多|余)?(?:国|位|名|个国家的?)(?:外国|外方|国家)?(?:领导人|元首|首脑|政要|来宾|贵宾|嘉宾)|其他[^，。]{0,4}(?:领导人|来宾|嘉宾)|集体|全家福|大合影/;
/** A hall, a house, a thing to sit or stand at: where somebody is seen. */
const spot =
	/(?<!办公|公安|教育|财政|卫生|商务|交通|文化)厅(?![长局级务])|[会客议事休息书办公教茶]室|(?<!领)馆(?![长员藏])|[王故冬夏行]宫|园(?![长丁])|门[口前内外]|[大正侧北南东西城这那校院宫家]\p{Script=Han}?门|[露阳站舞主检看]\p{Script=Han}{0,2}台|桌|沙发|椅|座位|看台|包厢|厢[里内]|车[厢里上内间]|轿车|列车|高铁|缆车|[游汽快轮]?[艇船][上头]?|[上下]车|码头|渡口|舷梯|红[毯地]|走廊|楼[顶上下前里]|桥[上头]|树[下荫旁]|木屋|教堂|修道院|寺|庙|[机广球雪赛牧现工农射会]场|[湖江河海溪]边|湖[畔心]|江畔|海[滩边]|栈道|沙滩|山[顶口脚]|城[墙楼]|台阶|壁炉|窗[前边下外]|屋里|家[里中]|别墅|宅|炉火|篝火|后院|院子|草[坪地]|园区|工地|厂区|展[台板]|沙盘|路口|林[中间荫]/u;

const aWordForTwo = new RegExp(`${twoPeople}|两国|两位|俩`);

/** Whether a sentence may be one for {@link togetherIn}: it names two who are followed, or says 两人. May say yes too often. */
export const mayBeTogether = (
	text: string,
	inside: readonly PersonToken[],
	{ timelines }: ArticleFrame,
): boolean =>
	timelines.some(({ people }) =>
		people.every((person) => inside.some(({ id }) => id === person)),
	) || aWordForTwo.test(text);

/**
 * The meetings of two whom a sentence shows beside each other, by name or as 两人. A sentence that speaks of pictures, calls,
 * crowds or what one said of the other shows nobody.
 */
export function togetherIn(
	{ layer, clauses, sentence, persons, frame }: SentenceContext,
	plural: (at: number) => Pair | undefined,
): readonly Meeting[] {
	const { text } = layer;
	if (frame.remote || persons.some((one) => isKin(one, persons))) return [];
	const words = text.slice(sentence.at, sentence.to);
	// Asked for where two are shown, as they are by few sentences.
	const isBeside = ({ at, to }: Stretch): boolean =>
		!apart.test(text.slice(at, to)) &&
		!isIntended(text.slice(at, to)) &&
		isReal(words);
	const roles = byRoles(text, sentence, persons);
	if (roles && isReal(words)) return [meetingAt(roles, sentence, "received")];
	const context = byClauses(text, clauses, persons);
	return clauses.flatMap((clause): readonly Meeting[] => {
		const here = persons.filter(
			({ at, to, id }) =>
				at >= clause.at && to <= clause.to && !isAmongMany(id),
		);
		const shown =
			here.length === 0
				? bySharedWord(
						layer,
						clause,
						(at) => (isBeside(clause) ? plural(at) : undefined),
						frame.gazetteer,
					)
				: (byNames(text, clause, here) ??
					(clause === context?.clause ? context : undefined));
		return shown && isBeside(clause) ? [meetingAt(shown, clause)] : [];
	});
}

/** 乙的儿子, unless 乙 is there as well. */
const isKin = (
	{ id, aside }: PersonToken,
	persons: readonly PersonToken[],
): boolean =>
	aside === "kin" &&
	!persons.some((one) => one.id === id && one.aside === undefined);

const meetingAt = (
	{ pair, at }: Found,
	clause: Stretch,
	type: Meeting["verb"]["type"] = "together",
): Meeting => ({
	pairs: [pair],
	how: "together",
	verb: { at, to: at, word: "", sort: "loose", type },
	clause,
	from: clause.at,
	end: at,
});

type Found = { readonly pair: Pair; readonly at: number };

/** 两人肩并着肩看了车间. */
function bySharedWord(
	{ text, persons }: Layer,
	clause: Stretch,
	plural: (at: number) => Pair | undefined,
	gazetteer: SentenceContext["frame"]["gazetteer"],
): Found | undefined {
	const words = text.slice(clause.at, clause.to);
	const [word] = words.matchAll(pluralWordsOf(gazetteer));
	// 双方 may be two states as well, 他们 anybody.
	if (!word || /^(?:双方|他们)$/.test(word[0])) return undefined;
	const at = clause.at + word.index;
	const to = at + word[0].length;
	const rest = text.slice(to, clause.to);
	if (/[向对给由为][^，。]{0,2}$/.test(text.slice(clause.at, at)))
		return undefined;
	if (severally.test(rest) || mentions.test(rest)) return undefined;
	// 分别向两国元首汇报: others do something for them.
	if (/[向对给为由让请]$/.test(text.slice(clause.at, at))) return undefined;
	const pair = plural(at);
	// 他们 may be anybody, but for the two whom the paragraph has just named.
	const named = persons.filter((person) => person.at < at).map(({ id }) => id);
	if (word[0].startsWith("他们") && !pair?.every((id) => named.includes(id)))
		return undefined;
	return pair && { pair, at: to };
}

const isHost = /(?:主人|东道主)[^，。；]{0,4}是[^，。；]{0,8}$/;
const isGuest =
	/(?:主宾|[客来贵外]宾|[客贵]客|客人)(?:，[^，。；]{1,12}，)?[^，。；]{0,4}是[^，。；]{0,8}$/;

/** 主人是甲，客人是乙: who they were whom the words before or behind show beside each other. */
function byRoles(
	text: string,
	{ at }: Stretch,
	persons: readonly PersonToken[],
): Found | undefined {
	const bearing = (role: RegExp): PersonToken | undefined =>
		persons.find((person) => role.test(text.slice(at, person.at)));
	const [host, guest] = [bearing(isHost), bearing(isGuest)];
	return host && guest && host.id !== guest.id
		? { pair: [guest.id, host.id], at: Math.max(host.to, guest.to) }
		: undefined;
}

/** 普京偕卢卡申科登岛, 马克龙把毯子披在习近平肩上: the only two of a clause. */
function byNames(
	text: string,
	clause: Stretch,
	here: readonly PersonToken[],
): Found | undefined {
	const [a, b, ...others] = new Set(here.map(({ id }) => id));
	if (!a || !b || others.length > 0 || `${a}${b}`.includes("?"))
		return undefined;
	const first = here[0] as PersonToken;
	const second = here.find(({ id }) => id !== first.id) as PersonToken;
	if (here.some(({ aside }) => aside)) return undefined;
	const between = text.slice(first.to, second.at);
	const tail = text.slice(second.to, clause.to);
	if (mentions.test(between) || severally.test(tail)) return undefined;
	// 他对甲不来感到失望, but 他对甲点头.
	if (/对$/.test(between) && !/^[^，。]{0,4}[说笑点伸举挥鞠眨耸]/.test(tail))
		return undefined;
	return { pair: [first.id, second.id], at: second.to };
}

/** What bodies do or where they are beside each other. */
const bodily =
	/迎|走|坐|站|伸|握|笑|点头|递|接过|看了|望|挥手|张开|抱|停[下住]|转身|上前|起身|[上下]车|等[着在候他她]|候着|招手|鞠躬|举杯|喝|吃|欠身|侧身|搀|扶|引|推门|进[门屋了来]|落座|入座|陪|[左右两]边|身[边旁侧]|对面|旁边|前面|后面/;
/** What people say to each other's face. */
const banter = /笑着[^，。]{0,4}[问说答]|打趣|接过话|插话|替[他她]答/;
/** What sets two clauses apart. */
const elsewhere =
	/同日|与此同时|另一边|那头|则在|却在|各自|同一时间|远在|正在[^，。]{0,8}访问/;

/** 甲迎上两步，乙张开双臂; 左边是甲，右边是乙: one in each of two clauses, and nobody else in the sentence. */
function byClauses(
	text: string,
	clauses: readonly Stretch[],
	persons: readonly PersonToken[],
): (Found & { readonly clause: Stretch }) | undefined {
	const [first, ...rest] = persons;
	const second = rest.find(({ id }) => id !== first?.id);
	if (!first || !second || persons.some(({ id }) => id.startsWith("?")))
		return undefined;
	if (new Set(persons.map(({ id }) => id)).size !== 2) return undefined;
	const clauseOf = ({ at }: PersonToken): Stretch | undefined =>
		clauses.find((clause) => clause.at <= at && at < clause.to);
	const [a, b] = [clauseOf(first), clauseOf(second)];
	if (!a || !b || a === b) return undefined;
	const words = [a, b].map(({ at, to }) => text.slice(at, to));
	if (
		elsewhere.test(text.slice(a.at, b.to)) ||
		!words.some((one) => bodily.test(one)) ||
		(words.some((one) => mentions.test(one)) &&
			!banter.test(text.slice(a.at, b.to))) ||
		persons.some(({ aside }) => aside)
	)
		return undefined;
	return { pair: [first.id, second.id], at: second.to, clause: b };
}

/** Whether a sentence speaks of neither pictures, screens, calls nor crowds. */
export const isReal = (text: string): boolean =>
	!unreal.test(text) && !isCrowd(text) && !isByVideo(text);

/** Whether a text speaks of many leaders at once. */
export const isCrowd = (text: string): boolean => crowd.test(text);

/** Whether a text names something to be at: a hall, a table, a car. */
export const namesSpot = (text: string): boolean => spot.test(text);

/** 墙上挂着甲和乙握手的那张: whether two are seen on a picture, which has its day from whoever took it. */
export const isPictured = (text: string): boolean =>
	/挂着|贴着|印着|那[张幅]|[相镜画]框|墙上|报纸?的?日期|照相馆/.test(text);
