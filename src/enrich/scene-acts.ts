/** What two do with each other in a sentence, and how clear it is that it is these two. */
import type { Calls } from "./calls.ts";
import { isAdverbial } from "./pairs.ts";
import { inDoubt, type Line, type Passage } from "./passage.ts";
import { numbered, twoPeople } from "./plurals.ts";
import type { Stretch } from "./segments.ts";
import { isPictured } from "./together.ts";
import type { Unit } from "./unit.ts";

/** What only people in one place do with each other. */
const strong =
	/[了过](?:将近|差不多|不到|整整|足足|大约|快|近|约)?[\d一二两三四五六七八九十半几]+(?:个|刻)?(?:多|半)*(?:小时|钟头|分钟|钟)|会[见晤谈面](?![到上]|[大小]?厅|室|机制|桌|[后前中时上]|期间|达成|共识|成果|以来|的|和|是|为)|见[了到过](?!报)|见的(?:第[一二三四五六七八九十]|最后一|首|头一)[位个]|(?:头|第)一[回次]见(?![面到])|见上|见一?面|碰[了过]?[面头]|(?<![会座洽商])谈(?![及起论判不话]|到(?!深夜|半夜|午夜|凌晨|傍晚|黄昏|晚上|天|很晚|[\d一二三四五六七八九十]+点))|[面长密深交详恳]谈|谈话|[聊](?!天室|城)|叙[旧谈话]|共进|同桌|[用吃设摆喝享][^，。；]{0,8}[餐饭宴茶酒]|[午晚早家国]宴|[早午晚](?:餐|饭)|一对一|面对面|促膝|对坐|接见|接待|款待|招待(?!会|所)|宴请|做客|坐(?:下|了|定|[后前同]排|在一[起张处])|一路[^，。；]{1,4}一路|同一[辆张条架]|拥抱|握[着住了紧]*(?:他的|对方的)?手|手[紧]{0,2}握|散了?步|并肩|[请迎让引领带](?:他|她|客人|进|到|入)[^，。；]{0,2}[进到入屋门厅室]|[请迎让引领带](?:他|她|客人)?[进入]|密会|拜会|相[握拥]|凑[到在](?:了)?一[起块]|走[到进]一[起块间]|一边[^，。；]{1,4}一边|边[^，。；]{1,2}边|[吃喝](?:了|过)?[^，。；]{0,4}[饭面汤茶]|[吃喝饮品]了?[一两几][壶杯碗盏]|打了[^，。；]{0,3}(?:球|场)/g;
/** What tells that two are beside each other. */
const bodily =
	/[次回面](?:见面|会面|会晤|相见)?(?:[，则就便也]|[^，。]{1,16}，)*(?:是|在)(?=[^，。]{0,8}\d+[日号])|位(?:来宾|客人|外宾|贵宾|来客)(?:就|便|则)?(?:是|——)|陪同?|看望|迎[接上候进到]|送[他到上行别]|合了?影|签[署字下]|栽|种下|[倒斟敬奉端上][^，。；]{0,2}[茶酒]|[碰举]杯|相视|递[给上]|走[进向上]|等[在候着来到]|[上下]车|身[边旁]|并排|挥手|揭[牌幕]|参观|讲解|同[游乘登车]|[上登](?:了|上)?(?:船|游艇|甲板|缆车)|坐着|站着/g;

/** Words for one of two. */
export const other =
	/[他她](?![们国的])|我(?![们国方军])|对方|客人|贵客|来客|来宾|贵宾|来访者|访客|主人|东道主/;
const everyOther = new RegExp(other.source, "g");
export const guestOrHost = /客人|贵客|来客|来宾|贵宾|来访者|访客|主人|东道主/;
/** Words for two. */
export const two = new RegExp(
	`${twoPeople}|俩(?!月)|他们(?!的|国)|两位(?=[，。都也又还在一同相并随先便就边从真最]|领导人|元首|总统|主席|老朋友|老友|老人|客人|先生|男人)|两对夫[妇妻]|双方(?=[^，。；]{0,16}(?:谈了|聊了|谈足|长谈|共进))|彼此|宾主|主客|主人[^，。；]{0,8}客人|客人[^，。；]{0,8}主人|父子|两岸领导人`,
);
const joins =
	/(?:[与同和跟向陪为请把将让带领迎送接给见待由被受]|就是|正是|便是|会见|会晤|接见|邀请|欢迎|款待|接待|招待|宴请)(?:了|到|过|着)?[^，。；]{0,14}$/;

/** Told as a letter, a plan, a habit, a question or about somebody who stands for another; {@link isReal} knows pictures, wires and crowds. */
export const contrary =
	/口信|信中|[贺唁慰]电|[来去回致发贺复]信|打来的|一旦|条件允许|[十几多数两三四五六七八九]余?[场次](?:活动|会|见|握)|一年来|这一年|转达|代表|特使|视频|要是|传闻|据传|多次|每次|几次|历次|每年|民调|[吗呢么]？|吗，|老见面/;

/** An act of two. */
export interface Act {
	readonly at: number;
	readonly to: number;
	readonly isStrong: boolean;
	/** How clear it is who takes part, 0–1. */
	readonly clear: number;
}

/** What two do in a sentence, where the sentence and those before it leave no doubt that it is these two. */
export function actIn(line: Line, passage: Passage): Act | undefined {
	const { unit, sentence, words, has } = line;
	const { calls } = passage;
	const acts = [
		...[...words.matchAll(strong)].map((match) => ({ match, isStrong: true })),
		...[...words.matchAll(bodily)].map((match) => ({ match, isStrong: false })),
		...unit.verbs.flatMap(({ at, word, type }) =>
			type === "joint" &&
			!/^[签宣]/.test(word) &&
			at >= sentence.at &&
			at < sentence.to &&
			!(has[0] && has[1])
				? {
						match: Object.assign([word] as const, { index: at - sentence.at }),
						isStrong: false,
					}
				: [],
		),
	];
	if (acts.length === 0) return undefined;
	const clear = clearness(line, passage);
	if (clear === 0) return undefined;
	for (const { match, isStrong } of acts) {
		const at = sentence.at + match.index;
		const clause = clauseAround(unit, at);
		const both = [0, 1].every(
			(which) =>
				passage.placeOf(which, unit.folded.slice(clause.at, clause.to)) >= 0,
		);
		// Somebody else of the sentence may be whom one of them is with.
		if (
			passage.othersIn(
				unit,
				both || holdsBoth(unit.folded.slice(clause.at, clause.to), passage)
					? clause
					: {
							at: Math.max(sentence.at, unit.folded.lastIndexOf("；", at)),
							to: clause.to,
						},
			)
		)
			continue;
		if (has[0] && has[1] && formal.test(match[0])) continue;
		const inClause = unit.folded.slice(clause.at, clause.to);
		const doubt =
			(has[0] &&
				has[1] &&
				!isHim(inClause, words.slice(0, clause.at - sentence.at), calls) &&
				(!isTogether(words, passage) ||
					(!both &&
						!two.test(inClause) &&
						!(
							goesOn(inClause) &&
							calls.some(({ named }) => named.test(inClause))
						) &&
						!reciprocal.test(inClause) &&
						!calls.some(({ named }) =>
							appositive.test(words.slice(0, Math.max(0, words.search(named)))),
						)))) ||
			isPictured(words) ||
			onPaper.test(words) ||
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

/** 普京与他的客人: one by name, and his guest. */
const holdsBoth = (clause: string, passage: Passage): boolean =>
	/[与同和跟]他?的?(?:客人|贵客|来宾|主人|东道主)/.test(clause) &&
	[0, 1].some((which) => passage.placeOf(which, clause) >= 0);

/** Words that the table of verbs reads with their grammar, where both are named. */
const formal = /会[见晤谈面]|接见|拜会|签/;
/** 坐下同他谈: a clause whose actor is that of the one before. */
const goesOn = (clause: string): boolean => {
	const at = clause.search(/[与同和跟给陪为向]/);
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
/** What a passage says of a picture has no day of its own. */
const onPaper = /照片|影片|配图|图片|相片|截图/;

/** 乙抵京；甲把他请进了门: one is named in the clause, and 他 is the other, who stands before it. */
const isHim = (
	clause: string,
	before: string,
	calls: readonly [Calls, Calls],
): boolean => {
	const him = other.exec(clause);
	return (
		him !== null &&
		joins.test(clause.slice(0, him.index)) &&
		calls.some(
			({ named }, i) =>
				named.test(clause) && calls[1 - i]?.named.test(before) === true,
		)
	);
};

/** What nobody does alone. */
const reciprocal = /相[握拥视]|握[着住了]?手|拥抱|碰杯|对坐|面对面/;

/** Whether two who are both named do something with each other: one behind 与, or two. */
function isTogether(words: string, passage: Passage): boolean {
	return (
		two.test(words) ||
		reciprocal.test(words) ||
		[0, 1].some((which) => {
			const at = passage.placeOf(which, words);
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

function clearness(line: Line, passage: Passage): number {
	const { words, has } = line;
	if (has[0] && has[1]) return 1;
	const missing = has[0] ? 1 : 0;
	const named = has[0] ? 0 : has[1] ? 1 : undefined;
	if (named !== undefined) {
		if (ordinalGuest.test(words) && passage.hosts(missing, line)) return 1;
		const at = passage.placeOf(named, words);
		const before = at < 0 ? "" : words.slice(0, at);
		const isFilled =
			two.test(words) ||
			[...words.matchAll(everyOther)].some(
				({ 0: mark, index }) =>
					(mark !== "我" || isQuoted(line, index)) &&
					(guestOrHost.test(mark) ||
						joins.test(words.slice(0, index)) ||
						(index < at && joins.test(before.slice(index + 1)))),
			) ||
			// 会后与甲会面: who did is left out.
			(at >= 0 && leftOut.test(before)) ||
			// 晚上，甲设宴。 or 甲在门口等: for the guest who was told before.
			holdsTable.test(words) ||
			waits.test(words);
		if (!isFilled) return 0;
		return passage.seen(missing, line);
	}
	const isHost =
		guestOrHost.test(words) &&
		// 主人设宴饯行。
		(holdsTable.test(words) ||
			[...words.matchAll(everyOther)].some(({ index }) =>
				joins.test(words.slice(0, index)),
			));
	if (!two.test(words) && !isHost && !isBare(words)) return 0;
	if (numbered.test(line.unit.text)) return 0;
	// 这两位最近一次坐在一起，是在去年4月: the two whom the article is about, whoever was named since.
	if (lastTime.test(words) && passage.namesBoth) return 1;
	return Math.min(passage.seen(0, line), passage.seen(1, line));
}

/** 会谈便开始了: a meeting whose two nobody needs to name. */
export const isBare = (words: string): boolean =>
	bare.test(words) && !ofOthers.test(words);
const bare =
	/(?:次日|翌日|第二天|\d[日号])[^，。]{0,4}[才便则就]?是[^，。]{0,4}会[谈晤](?=[，。])|(?:最近|再?上|最后|头|首|第[一二三四五六七八九十]+)的?一?(?:次|回|面)(?:见面|会面|会晤|相见)?(?:[，则就便也]|[^，。]{1,16}，)*(?:是|在)[^，。]{0,8}\d+[日号]|会[谈晤见面](?:便|就|随即|随后|马上|一直|前后|足足|共|约|大约){0,2}(?:开始|持续|进行|举行|结束|延续|历时|长达|从[^，。]{1,10}[到至]|比[预原]定|延长|移师|[移转挪]到)|[日号][^，。]{0,6}的会[谈晤](?:就|便|是)?在|(?:接着|随后|然后|再后来)(?:是|便是|就是)[^，。；]{0,14}会[谈晤]/;
const ofOthers =
	/外长|防长|部长|总理|代表团|工作组|团队|专家|高级别|磋商|多边|六方|三方|大小范围|理事会|新闻|记者|议[会长]|政协/;

/** 两人最近一次 */
const lastTime = new RegExp(
	`(?:${two.source})[^，。]{0,4}(?:最近|上|最后|前)一?[次回面]`,
);

/** 第一位来宾是乙, where 甲 was said to receive several. */
const ordinalGuest =
	/(?:第[一二三四五六七八九十\d]+|最后一|首)[位个场](?:来宾|客人|外宾|贵宾|来客)?(?:就|便|则)?(?:是|——|，)/;
const holdsTable =
	/(?:设|摆)(?:了|下|的?是)?[^，。；]{0,5}宴(?=[，。；]|[款招相]待|饯行|送[行别]|接风)|举行(?:了)?(?:盛大|隆重|欢迎)的?(?:宴会|酒会|[午晚]宴)/;

/** A host at the door, or on the way out to it. */
const waits =
	/在[^，。；]{0,10}(?:门[口前外]|台阶|阶前|舷梯|车旁)[^，。；]{0,6}[等迎候](?=[，。；了])|迎(?:上前去?|上去|了上[去来]|了?出[去来门])(?=[，。；])|递上/;

const isQuoted = ({ unit, sentence }: Line, at: number): boolean =>
	unit.layers.some(
		({ spoken, text }) => spoken && text.charAt(sentence.at + at) === "我",
	);

const leftOut =
	/(?:^|[，。；：\s日午晚晨后天])(?:又|还|再|就|即|并|也|便|单独|私下|先)?(?:在[^，。；]{1,14})?(?:与|同|和|跟|会见|会晤|见到|见了|接待|款待|宴请)(?:了|过)?[^，。；与同和跟]{0,12}$/;
