/** The written forms of dates, found but not yet resolved. */
import { numeral } from "./numerals.ts";

/** A date as written. Which fields are filled depends on `form`. */
export interface DateWords {
	/** Place in the text, UTF-16 code units, `to` exclusive. */
	readonly at: number;
	readonly to: number;
	readonly form: Form;
	/** The parts as the expression of that form captured them. */
	readonly part: Readonly<Record<string, string | undefined>>;
}

export type Form =
	| "numeric"
	| "day"
	| "month"
	| "year"
	| "month-relative"
	| "bare-day"
	| "weekday"
	| "week"
	| "relative-day"
	| "ago"
	| "vague";

const n = `[${numeral}]`;
const year =
	`(?:(?<roc>民国)?(?<year>\\d{2,4}|[〇零○一二三四五六七八九十]{3,4})年|` +
	`(?<ago>${n}{1,3})(?:周)?年前的|(?<named>今|去|前|明|同|当|翌|次|第二|那一?)年(?:的)?(?:，)?)`;
const month = `(?<month>${n}{1,3})月(?:份)?`;
const tail =
	`(?:(?:日|号)?(?:上午|下午|晚间?)?(?:至|到|-|—|–|~|～|(?:、|和|及|与)(?!${n}{1,3}月))` +
	`(?:(?<month2>${n}{1,3})月)?(?<day2>${n}{1,3})(?=日|号))?`;
const phase =
	"(?<phase>初|上旬|中旬|中(?![国方共白俄美法德日韩英哈乌塔蒙朝越老柬巴印欧非阿拉东南沙意西加澳新泰菲缅匈塞波土伊以埃])|下旬|底|末)?";

/** Longest first: what an earlier form has taken, a later one may not cut up. */
const forms: readonly (readonly [Form, RegExp])[] = [
	[
		"numeric",
		/(?<!\d)(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:\s?[-–—~至]\s?(?:(?<month2>\d{1,2})[-/.])?(?<day2>\d{1,2}))?(?!\d)/g,
	],
	["day", new RegExp(`${year}?${month}(?<day>${n}{1,3})${tail}(?:日|号)`, "g")],
	[
		"month",
		new RegExp(`${year}?(?<!个)${month}${phase}(?!${n}|革命|起义)`, "g"),
	],
	[
		"year",
		/(?:(?<roc>民国)?(?<year>\d{2,4}|[〇零○一二三四五六七八九]{4})年(?!代|来|以来|间|度|前|多|级|期|内|轮|的?[今这同]一?[天日])|(?<named>今|去|前|明|次|翌|第二)年(?!以来|来|的?[今这同]一?[天日])|(?<ago>\d{1,2}|[一二两三四五六七八九十]{1,3})年前的?(?=初?[春夏秋冬]))(?:的?(?:那个)?初?(?=[春夏秋冬]))?(?<phase>年?初|年?底|年?末|年中|上半年|下半年|春天?|夏天?|秋天?|冬天?|早些时候|稍早|内)?/g,
	],
	[
		"month-relative",
		new RegExp(
			`(?<which>本|同|当|该|上个?|这个?|下个?)月(?:份)?(?:(?<day>${n}{1,3})${tail}(?:日|号)|${phase})`,
			"g",
		),
	],
	[
		"bare-day",
		new RegExp(
			// 空军二号, 力量2号: a number behind a name is no day.
			`(?<![${numeral}月第本今昨前当同次翌近逐整半个穿披])(?<![军量舰船艇箭星机线厂矿井桥台站舟娥](?=${n}{1,3}号))(?<day>${n}{1,3})${tail}(?:日|号)(?!本|报|元|程|常|益|内|前|后|间|语|游|数|均|线|千|楼|馆|厅|院|门|桌|车|机|井|房|馆|墓|展|会议|文件|别墅|公路|航|码|球|选|列|轮|滑|摔|投|射|传|踢|扑|(?<=号)(?:热|电|水电|厂|堆|炉|工))`,
			"g",
		),
	],
	[
		"weekday",
		/(?<!那[天日]?[正恰]?是个?|[恰刚]好是个?|[正恰]是个?|是个(?:[^，。]{1,6}的)?)(?<which>上上个?|上个?|本|这个?|下个?)?(?<![一二两三四五六七八九十每\d])(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?!年|期|刊|边)/g,
	],
	[
		"week",
		/(?<which>本|上个?|上一|这一?个?|下个?)(?:周|星期|礼拜)(?<end>末)?(?![一二三四五六日天年])/g,
	],
	[
		"relative-day",
		new RegExp(
			`(?:(?<ago>${n}{1,3})(?:周)?年前的?|(?<last>去年)的?|(?<year>\\d{4})年的?)(?:今[天日]|(?:这|同)一?[天日])|` +
				"(?<word>大前天|今[天日](?!之|的(?:[^，。]{0,4}关系|中国|世界|时代))|今晨|今早|今[晚午夜]|今起|今(?=会|晤|见|抵|访|在|与|同|将|赴|于)|昨天|昨日|昨[晚晨午夜]|昨(?![非是])|前天|前日|明天|明日|后天|当天|当日|当晚|那一?[天日](?!正?恰?好?是|以后|之后)|同日|同一天|同天|(?<!上合|开幕)(?:首日|头一?天|第一天|首晚|末日(?!审)|最后一[天日])|翌日|次日|第二天|隔天|(?<=^|[，。；！？：“\\s\\0])(?:第[三四五六七]天|[再又]一天|再过一天|第[三四五六七]日(?=，))|(?<=^|[，。；！？：“\\s\\0]|[那这]已?是)(?:[一二两三四五六七八九十]{1,3}|\\d{1,2})[天日](?:之|以)?后(?!的(?!事))|(?<!的)(?:此|之|早)?前一[天日](?=，|在|同|与|和|[晚下上中午早清凌傍深黄夜]|会|已|就|刚|曾|还)|(?<=^|[，。；！？：“\\s\\0])前一[天日晚夜](?!才|的(?!事|情)))",
			"g",
		),
	],
	[
		"ago",
		new RegExp(
			`(?<count>${n}{1,3}|几|数|半)(?:多)?(?<unit>天|日|周|星期|个?多?月|年)(?:以前|(?<told>之前)|前)(?!夕)`,
			"g",
		),
	],
	[
		"vague",
		/不久前|前不久|日前|近日|最近(?!一次|的一次)|近期|前些时候|不久以前|前一阵/g,
	],
];

/** What a text must hold for a form to be worth looking for. */
const signs: Readonly<Record<Form, RegExp>> = {
	numeric: /\d[-/.]\d/,
	day: /月/,
	month: /月/,
	year: /年/,
	"month-relative": /月/,
	"bare-day": /日|号/,
	weekday: /周|星期|礼拜/,
	week: /周|星期|礼拜/,
	"relative-day": /[那今昨前明后当同次翌二隔首头一末第]/,
	ago: /前/,
	vague: /前|近/,
};

/** Every date expression of a folded text, left to right, none inside another. */
export function findDateWords(text: string): readonly DateWords[] {
	// Most sentences hold no date at all: look for a telling character before running eleven expressions.
	if (!/[年月日号周期拜天前今昨首]|\d[-/.]\d/.test(text)) return [];
	const found: DateWords[] = [];
	const taken = new Uint8Array(text.length);
	for (const [form, pattern] of forms) {
		if (!signs[form].test(text)) continue;
		for (const match of text.matchAll(pattern)) {
			const at = match.index;
			const to = at + match[0].length;
			if (taken.subarray(at, to).includes(1)) continue;
			taken.fill(1, at, to);
			found.push({ at, to, form, part: match.groups ?? {} });
		}
	}
	return found
		.filter(
			({ form, at, to }) =>
				form !== "bare-day" || !(lasts(text, at, to) || isName(text, at, to)),
		)
		.sort((a, b) => a.at - b.at);
}

/** “苍鹰1号”, 按一号的规格: what somebody or something is called, or ranks. */
const isName = (text: string, at: number, to: number): boolean =>
	text.charAt(to - 1) === "号" &&
	((/[”」』》]/.test(text.charAt(to)) &&
		/[“「『《]\p{Script=Han}{1,8}$/u.test(
			text.slice(Math.max(0, at - 9), at),
		)) ||
		(/^[一二三]号/.test(text.slice(at, to)) &&
			(/(?:不是|按|头|当上?|作为)$/.test(text.slice(Math.max(0, at - 2), at)) ||
				/^(?:人物|首长)/.test(text.slice(to, to + 2)))));

/** 闭馆一日, 习马会一日: a day that something takes, at the end of its clause. */
const lasts = (text: string, at: number, to: number): boolean =>
	text.slice(at, to) === "一日" &&
	/[^\P{Script=Han}年月于在到至、和与及的本第]$/u.test(
		text.slice(Math.max(0, at - 1), at),
	) &&
	/^(?:$|[，。；！？\s])/.test(text.slice(to, to + 1));
