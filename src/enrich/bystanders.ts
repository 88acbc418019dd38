/** People who are named without acting: whose envoy somebody is, at whose invitation he came. */
import { filler, type Stretch } from "./segments.ts";

const kin =
	"(?:特别代表|特使|私人代表|代表|夫人|妻子|儿子|幼子|长子|女儿|办公厅|办公室|发言人|新闻处|新闻秘书|新闻局|新闻官|政府|政权|密友|盟友|亲信|老友|好友|朋友|亲密|铁杆|最亲密|坚定|外交思想|思想|助手|顾问|专访|批评者|反对者|对手|前任|继任|接班|名字|外交|倡议|主张|立场|讲话|看法|意见|问候|口信|态度|观点|亲笔信|来信|回信|政策|路线|表态|承诺|提议|建议|呼吁|评价|祝贺|祝福|支持|执政|治下|统治|讲述|著作|照片|画像|母校|家乡|故乡|老家|父亲|母亲|姐姐|弟弟|家人)";
/** Whoever works for somebody: 拜登的国家安全事务助理, 普京的老部下. */
const employed =
	"(?:的|之)(?:(?![和与同跟在于对向为将会说的])\\p{Script=Han}){0,12}(?:助理|顾问|特使|秘书|幕僚|部下|下属|属下|副手|心腹|信使|使者|外长|防长|办公厅主任|副总统)";
const stoodFor = new RegExp(
	`^${employed}|^(?:的|之)?(?:最)?(?:(?![带领携偕陪牵抱率])\\p{Script=Han}{0,4}的)?${kin}|^(?:派|委派|委托|任命|主持|提出|倡导|倡议|领导|统治|领衔)`,
	"u",
);

/** Characters before a person that are looked at; a clause is shorter. */
const longestClause = 200;

/** How the words around a person put them beside the story rather than in it. */
export function asideOf(
	text: string,
	{ at, to }: Stretch,
): "kin" | "adjunct" | undefined {
	const after = text.slice(to, to + 24).replaceAll(filler, "");
	if (stoodFor.test(after)) return "kin";
	// 乙的专机降落: where the plane is, there is who flies in it.
	if (
		/^(?:的|之)?(?:专机|座机|专列|车队|座?车(?!辆|间))(?![^，。]{0,16}(?:抵|降|落|着陆|起飞|驶|开|飞|到|停|来|进|出发|离|绕|拐))/.test(
			after,
		)
	)
		return "kin";
	const near = text.slice(Math.max(0, at - longestClause), at);
	const clauseStart = Math.max(
		...[..."，。；：！？"].map((mark) => near.lastIndexOf(mark)),
	);
	const before = near.slice(clauseStart + 1).replaceAll(filler, "");
	const rest = after.split(/[，。；：！？]/)[0] ?? "";
	const passing =
		(/(?:应|受|承)[^，。]{0,22}$/.test(before) &&
			!invited.test(before) &&
			/^[^，。]{0,12}(?:邀|委托|委派|指派|之托)/.test(rest)) ||
		(/(?:^|[^存现正自内外])在[^，。]*$/.test(before) && under.test(rest)) ||
		/转(?:达|交|致)|(?:带来|带去|捎去)[^，。]*$/.test(before) ||
		addressed.test(before) ||
		(/(?<!宴)请$/.test(before) && byProxy.test(rest)) ||
		(/(?:^|[^方双面相针一反绝])向$/.test(before) && !inFront.test(rest));
	return passing ? "adjunct" : undefined;
}

/** 请乙转达问候: who is asked to do something elsewhere. */
const byProxy = /^[^，。]{0,8}(?:转|代|带|捎|向|协助|帮|支持|关注|放心|尽快)/;
/** 向乙介绍, 向乙敬酒: what is done before somebody's eyes. */
const inFront =
	/^[^，。]{0,8}(?:介绍|展示|讲|解说|敬[酒茶]|挥手|招手|伸|递|赠|献|走|跑|鞠躬|欠身|致意|点头|举杯|颁|授|指|道别|告别)/;

const invited = /(?:邀请|委托|委派|指派|之托|之邀)[^，。]*$/;
const under =
	/^[^，。]*(?:引领|推动|关怀|关心|见证|指引|领导|主持|支持|倡议|号召|陪同|监督|撮合|斡旋|鼓励)(?:之)?下/;
const addressed =
	/(?:代表|代|替|以|接替|取代|继|按照|根据|落实|致|致电|致函|祝贺|赞扬|称赞|批评|指责|感谢|谴责|支持|依靠|依赖|追随|力挺|告诉|询问)$/;
