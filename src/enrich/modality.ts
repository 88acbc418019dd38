/** Whether the words around a meeting word say that it took place, face to face, as one meeting. */
import type { Meeting } from "./meeting.ts";
import { isWeak } from "./meeting-verbs.ts";
import { filler, type Stretch } from "./segments.ts";

/** Why a candidate is no meeting. `code` is stable, `detail` is a sentence for a reader. */
export interface Refusal {
	readonly code: string;
	readonly detail: string;
}

/** Every reason for which a candidate is turned down. */
export const refusals = {
	telephone: ["by-telephone", "通电话不是会面。"],
	video: ["by-video", "视频会谈不是会面。"],
	letter: ["by-letter", "致电致函不是会面。"],
	planned: ["planned", "文中说的是将来的安排，不能证明已经会面。"],
	denied: ["denied", "文中说会面没有发生，或没有得到证实。"],
	hypothetical: ["hypothetical", "只是假设。"],
	repeated: ["repeated", "只说会面多次，没有说是哪一次。"],
	list: ["leaders-list", "多国领导人同场出席，文中没有说两人单独会面。"],
	otherPair: ["another-pair", "会面的是另外的人。"],
	arrival: ["arrival", "抵达不等于会面。"],
	vague: ["no-day", "回顾往事而没有日期，也没有可以对应的已知会面。"],
	noSuchDay: ["no-such-day", "文中的日期并不存在。"],
	notYet: ["after-publication", "日期在文章发表之后。"],
} as const satisfies Record<string, readonly [string, string]>;

/** A refusal by its short name. */
export function refusal(name: keyof typeof refusals): Refusal {
	const [code, detail] = refusals[name];
	return { code, detail };
}

const video =
	/视频(?:会|连线|方式|形式|峰|通|电话)|以视频|(?:通过|透过|经|用|借|藉)视频|视像|视讯|线上(?!线下)|云端|云(?:会|峰)|连线|远程|网络会议|隔空|隔着[^，。]{0,14}屏幕|[屏荧]幕(?:前|里|那|另|对面)|荧屏|各坐在[^，。]{0,16}(?:公里|里)(?:之)?外|大洋(?:彼岸|另一边)的/;
/** Another contact than the one at hand. */
const elsewhen =
	/曾|此前|之前|上次|去年|前年|稍早|天前|周前|月前|年前|新闻|直播|媒体|记者|公布|发布|显示/;
const denied =
	/没有(?!透露|提及|点名)|[这那](?:并?不是|并非)|最接近|差一?点|险些|没能|没赶上|无缘|并未|并没|未能|未曾|尚未|未(?!来|经|必|能?来)|不会|无法|取消|推迟|延期|延后|否认|拒绝|避免|避开|不打算|无意|不曾|从未|没$|没(?=[会碰])|缺席|错过|不愿|原定|原计划|原本|本应|本来/;
const hypothetical =
	/如果|假如|倘若|一旦|即使|若(?!干)|要是|除非|传闻|谣传|据传|应当|应该|理应|像(?=会|与|同|和)/;
const rumour =
	/盛传|疯传|风传|网传|误传|讹传|流传|传言|传闻|谣传|谣言|据传|坊间|小道消息|有(?:媒体|报[道导]|消息|网[民友]|说法|人)[^。]{0,4}(?:称|说|指|爆料)|云云|声称(?=[，：])|爆料|传出(?=[，：]|[^，。]{2,16}(?:[会密]|见面))|(?:频道|帖子|[账帐]号|博主|网帖|网文|短视频)[^，。]{0,6}(?:称|说)(?=[，：])/;
/** What people are seen as that somebody made; for use inside an expression. */
export const likenesses =
	"雕[像塑]|浮雕|铜像|蜡像|漫画|海报|玩偶|木偶|套娃|泥人|面塑|画像";
const fiction = new RegExp(
	`${likenesses}|塑像|油画|剧照|(?:一[部篇]|连载|[这那]部)[^，。]{0,12}(?:小说|电影|剧)|小说(?:里|中|写)|剧本|(?:表现|描绘|刻画)(?:的?是|了)?(?=[^，。了]{0,20}$)|写到第[^，。]{1,6}章`,
);
/** 按原先的安排，甲本应同行，17日同乙会谈: what was meant to be, until something else is told. */
const unfulfilled =
	/(?:本应|原本(?!是)|原要|按照?原[先来定本]|按照?(?:最初|既定|起初)的?(?:日程|安排|计划|设想))(?![^。]*(?:但|却|不过|然而|最终|结果|改为|改到|提前))[^。]*$/;
/** An outlet that takes back what was reported. */
const mistaken =
	/误报|错报|误作|误为|误写|误称|误植|更正|勘误|不实(?:报道|消息)|假消息|纯属/;
/** A sentence that takes back what the one before it says. */
const disowned =
	/^[^。]{0,30}(?:(?:[这此该]|有关|相关|上述)(?:一|种|个|条)?(?:说法|消息|报道|传言|传闻)[^。]{0,24}(?:不属实|不实|不准确|有误|属误|没有根据|毫无根据|不是真的|不符合事实|纯属|子虚乌有|否认)|(?:实际上|事实上|其实)，?[^，。]{0,16}(?:没有|并未|并非|未曾|不曾|没)|没有这回事|绝无此事|并无此事|查无此事|子虚乌有|踢爆|不攻自破|从未发生|撤[下回][^，。]{0,4}报道|(?:电脑|人工智能|AI)(?:合成|生成))/;
const leaves = /离京|(?:离开|启程|动身)(?!.*(?:抵达|飞抵|到达))/;
/** 结束同乙的会晤后回到北京: the day is of the journey, not of what it was for. */
const isOver = /结束(?:了)?(?:对|同|与|和)[^，。]*$/;
const goesOn = /(?:回到|返回|回国|抵达|离开|前往|飞往|启程)/;
const byTelephone =
	/(?:拿起|抓起|放下|拎起)(?:了)?(?:话筒|听筒)|(?:话筒|听筒)(?:那|里)|接了?[^，。]{0,10}打来的|打[来去过]+的(?:电话)?(?=[，。])|电话(?:那[头端边]|[里中](?!心)|响|打来|打到|接通)|(?:接通|拿起|放下)(?:了)?电话|热线电话|越洋电话/;
/** 这场视频会晤持续了三个半小时: what a paragraph told before was by video. */
const thisVideo =
	/[这此该](?:场|次|一)[^，。]{0,6}(?:视频|视讯|线上|云端?)(?:会|峰|连线)/;
const repeated =
	/两度|三度|四度|多次|数次|频繁|经常|每次|每年|历次|屡次|几次|常常|(?<![第上\d一二三四五六七八九十百])(?:\d{1,3}|[二两三四五六七八九十百]{1,4})(?:多|余)?次/;
const intended =
	/将(?!军|领|士|帅|才|官|双边|两国|中白|中俄)|(?<![虚模比])拟(?!议)|计划|预计|预期|预定|预料|定于|打算|准备|有望|可望|期望|希望|期待|盼望|应(?=[在于]\S{0,8}日)|应[到赴](?!邀)|[按照](?:最初|原先|原来|既定|原定)?的?(?:日程|安排|行程|计划)|约定|确保|推动|届时|可能|或许|或将|或会|有意|寻求|安排|争取|下[回次]|能否|是否|等待|等候|要求|提议|建议|筹备|同意|承诺|呼吁|敦促|考虑(?!到)|为了|以便|旨在|启程|动身|出发|飞往|飞赴|酝酿|渴望|急于|(?<![资燃材饮原史塑])料(?!理)|(?<![意自志])愿(?!景|望)|(?<![思理设联感幻])想(?!法|象|到|起)|(?<![主需重只首])要(?=与|同|和|在|会|见|来|去|到|赴)|(?<![峰机社大员晚协议国学工商理公都聚集年午宴约开盛拜一])会(?=在|与|同|和|跟|于|再|到)|待/;
/** What looks like a plan and is none: who is about to leave office, who came at whose invitation. */
const noIntention =
	/按(?:照)?(?:原先|原定|原来|原|既定)?的?(?:计划|日程|安排)(?=来到|来了|抵达|到了|到达|飞抵|到访|访问了)|(?:启程|动身|出发)之?前(?!往)|即将(?:离|启程|动身|返|出发|回国)[^，。的]{0,8}的|即将(?:卸任|离任|退休|下台|上任|到任|届满)|应[^，。]{0,30}邀请|应邀|受邀|接待|对待|相待|厚待|招待|优待|等待遇|待遇|款待|期待已久|在[^，。]{1,10}等[候待]|安排在[^，。]{0,24}后|安排了(?=会[见面谈晤])|将(?![于在与同和会对赴前])[^，。]{2,24}(?:佩[戴挂]|挂[在上]|赠|送给|交给|介绍给|请[进到]|迎[进到]|引[进入])/g;

/** 我会见到他的 */
const willSee = /(?<![峰机社大员年晚宴茶酒])会见(?:到|上?一?面)$/;

const speech = /表示|指出|强调|说|称|谈|告诉|认为|重申|宣布|透露|提出/;
const clean = (text: string): string =>
	text.replaceAll(noIntention, "").replaceAll(filler, "");

/** 见到了吗？何时何地会谈？ a question tells of nothing. */
const asks =
	/^[^。！\n]*(?:吗|么|没有|与否|谁|何时|何地|哪[天年里儿])[^。！？\n，]{0,6}？/;

/** Whether a clause speaks of what is meant to happen. */
export function isIntended(clause: string): boolean {
	return intended.test(clean(clause)) || supposes.test(clause);
}
const supposes = /^[\0\s]*(?:一旦|如果|假如|倘若)/;

/** Whether a text passes on what others say without standing by it. */
export const isRumour = (text: string): boolean => rumour.test(text);

/** Whether a text tells of a meeting by video. */
export const isByVideo = (text: string): boolean => video.test(text);

/** 会谈前，两人握手寒暄: what is told of the minutes before a meeting tells of the meeting. */
const greetedThen =
	/^(?:之?前|以前)，?(?!.*将)[^。]{0,24}(?:握手|寒暄|合影|拥抱|检阅|步入|共同参观|一同参观|举行[^，。]{0,4}欢迎仪式)/;

const remoteBy = (word: string): "telephone" | "letter" =>
	/话/.test(word) ? "telephone" : "letter";

/** How far behind a sentence the words may stand that say how it was meant, in characters. */
const followUp = 160;

/**
 * How the two were in touch where the rest of the sentence, or a sentence beside it that goes on about the same, says that it was
 * not face to face: 会晤以视频方式进行.
 */
function notInPerson(
	text: string,
	{ verb, clause }: Meeting,
	{ at, to }: Stretch,
): "video" | "telephone" | "letter" | undefined {
	const clauses = text.slice(at, to).split(/[，；。]/);
	const own = clauses.filter((words) => !elsewhen.test(words));
	if (own.some((words) => video.test(words))) return "video";
	if (own.some((words) => byTelephone.test(words))) return "telephone";
	if (thisVideo.test(text.slice(to, to + followUp))) return "video";
	const before = text.slice(at, clause.at).split(/[，；]/);
	// 互致贺电，宣布……: what two declare in letters.
	if (
		isWeak(verb.type) &&
		before.some((words) => /互致[^，]{0,12}[电函信]/.test(words))
	)
		return "letter";
	if (
		before.some(
			(words) =>
				/通(?:了)?(?:电话|话)|电话(?:交谈|会谈|沟通|会晤)/.test(words) &&
				!elsewhen.test(words),
		)
	)
		return "telephone";
	const next =
		/^[。”」\s]*([^。]{0,60})/.exec(text.slice(to - 1, to + 62))?.[1] ?? "";
	if (
		/^(?:双方|两人|会[晤谈议]|[这此本]次|这场|峰会|[^，。]{0,4}(?:屏幕|镜头))/.test(
			next,
		) &&
		video.test(next) &&
		!elsewhen.test(next)
	)
		return "video";
	const previous =
		/[^。]{0,60}。[”」\s]*$/.exec(text.slice(Math.max(0, at - 62), at))?.[0] ??
		"";
	const isDated = /[日号天]/.test(text.slice(at, verb.at));
	return !isDated &&
		/(?:视频|视讯|云)(?:会[晤谈议]|峰会|连线)/.test(previous) &&
		!elsewhen.test(previous)
		? "video"
		: undefined;
}

/**
 * Why the meeting that a sentence mentions may not be counted; `undefined` when nothing speaks against it.
 *
 * @param carried whether the clauses before it, whose subject it shares, speak of a plan.
 */
export function refuse(
	text: string,
	meeting: Meeting,
	sentence: Stretch,
	carried: boolean,
): Refusal | undefined {
	const { verb, clause, from } = meeting;
	const before = text.slice(from, verb.at);
	// （某社记者应若想15日电）: names of a byline say nothing of what was meant.
	const lead = text
		.slice(clause.at, verb.at)
		.replace(/^[\s\0]*[（(【][^（(【）)】]{0,40}[）)】]/, "");
	const near = text.slice(from, Math.min(clause.to, verb.to + 8));
	const after = text.slice(meeting.end, clause.to).replaceAll(filler, "");
	const rest = text.slice(meeting.end, sentence.to);
	if (verb.type === "remote") return refusal(remoteBy(verb.word));
	if (/电话|通话|热线/.test(near)) return refusal("telephone");
	if (video.test(near)) return refusal("video");
	if (/致电|致函|致信|贺电|贺信|书面/.test(near)) return refusal("letter");
	if (hypothetical.test(lead)) return refusal("hypothetical");
	if (asks.test(text.slice(verb.at, sentence.to + 2)))
		return refusal("hypothetical");
	const told = text.slice(sentence.at, verb.at);
	if (unfulfilled.test(told)) return refusal("planned");
	if (rumour.test(told) || fiction.test(told)) return refusal("hypothetical");
	if (
		mistaken.test(text.slice(sentence.at, sentence.to)) ||
		disowned.test(text.slice(sentence.to, sentence.to + followUp))
	)
		return refusal("denied");
	if (
		denied.test(clean(before)) ||
		/取消|推迟|延期|告吹|未能(?:举行|实现|成行)|(?:未|没有?)[^，。]{0,6}证实|传闻|^[^，。]{0,4}(?:还没有?|一次也没|从来没|至今没)/.test(
			after,
		)
	)
		return refusal("denied");
	if (isOver.test(lead) && goesOn.test(rest)) return refusal("vague");
	if (
		repeated.test(clean(before).slice(-14)) ||
		/^(?:了|过)?(?!一次)(?:已|达|超过|共|近|约)?(?:\d+|[一二两三四五六七八九十百]+|多|数|几)(?:多|余)?次/.test(
			after,
		)
	)
		return refusal("repeated");
	if (
		!(/^(?:之?前|以前)/.test(after) && greetedThen.test(rest)) &&
		/^的?(?:前夕|之前|以前|前(?![总首来外任国一])|做好?[^，。]{0,6}准备|可能性|计划|安排|邀请|机会|愿望|[^，。]{0,3}(?:成定局|板上钉钉|在即|可期|势在必行|呼之欲出))/.test(
			after,
		)
	)
		return refusal("planned");
	if (
		isIntended(lead) ||
		carried ||
		willSee.test(text.slice(clause.at, verb.to))
	)
		return refusal("planned");
	// 乘专机离开北京，赴美国举行会晤: what a journey is begun for lies ahead of it.
	if (leaves.test(told) && /(?:赴|前往)[^，。]*$/.test(lead))
		return refusal("planned");
	if (
		/^[^，。说示称]{0,8}?(?:将[于在]|将(?=举行|进行|讨论|聚焦|涉及|是|成为|会)|定于|预计|拟于|料(?=将|于|在)|有望|可能|尚未|会(?=在|于))/.test(
			after,
		)
	)
		return refusal("planned");
	// 在他与习近平举行峰会时，……也将是一个议题: the main clause tells when.
	if (/^(?:时(?!任)|中(?![国共方])|期间|上(?![合海午周月任]))/.test(after)) {
		const main = rest.slice(after.length);
		const [untilSpeech = ""] = main.split(speech);
		if (
			/将(?!双边|两国)|预计|料|可能会/.test(untilSpeech) &&
			!speech.test(text.slice(meeting.end, meeting.end + 12))
		)
			return refusal("planned");
	}
	const apart = notInPerson(text, meeting, sentence);
	return apart && refusal(apart);
}
