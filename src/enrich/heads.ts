/** The words that say people met, found in a folded text. */

import { wordTest } from "./gazetteer/fold.ts";
import { people } from "./gazetteer/index.ts";

/** One such word. */
export interface Head {
	readonly at: number;
	readonly to: number;
	readonly word: string;
	/** `meet` may take an object and may stand between 甲与乙; `joint` needs both on its left; `joint` words are weak. */
	readonly sort: "meet" | "talk" | "joint";
}

const meetWords =
	"设宴欢迎 设宴款待 会见 会晤 接见 会面 迎接 接待 宴请 款待 面见 面晤 拜会 约见 拜见 召见 晤见".split(
		" ",
	);
const meet = `${meetWords.join("|")}|(?<![看听遇])见到`;
const talkWords =
	"会谈 见面 碰面 晤谈 晤面 面谈 茶叙 首脑会议 双边会议 双边会晤 欢迎仪式 欢迎宴会 欢迎晚宴 工作午餐 家宴 国宴 午宴 晚宴 双边峰会".split(
		" ",
	);
const talk = `${talkWords.join("|")}|[会见碰][了过](?:一|[一两三几]次)?面|见上?一面|共进[^，。、]{0,6}(?:餐|宴)`;
const joint =
	"共同(?:参观|会见记者|见记者|种|植|栽|散步|乘|见证|签署|检阅|观看|考察|揭|为)|合影|握手|散步|签署[^，。]{0,40}(?:声明|公报|条约|宣言)";

/** 举行会谈, and 举行双边峰会: a summit is a meeting of two only where two hold it. */
const pattern = new RegExp(
	`(?<summit>(?:举行|进行|召开|举办)(?:了|过)?(?:双边|首次|闭门|正式|元首|小范围|一次|为期\\S天的){0,2}(?:峰会|高峰会))|` +
		`(?<welcome>(?:在[^，。]{2,24}|(?:举行|举办)[^，。]{0,6}仪式，?(?:热烈|隆重)?)欢迎)|(?<meet>${meet})|(?<talk>${talk})|(?<joint>${joint})`,
	"g",
);

const initials = people.flatMap(({ initial }) => initial ?? []).join("");
/** 习卢会, 普习会: two leaders' initials and the shortest of meeting words. */
const shorthand = new RegExp(
	`(?<=[${initials}][${initials}])会(?![见晤谈面议])`,
	"g",
);

const anyHead = new RegExp(`${pattern.source}|${shorthand.source}`);
/** A part of every meeting word: told apart in a single pass, which the expressions are not. */
const holdsPart = wordTest([
	...meetWords,
	...talkWords,
	..."会了 会过 见了 见过 碰了 碰过 见一 见上 见到 共进 峰会 欢迎 共同 合影 握手 散步 签署".split(
		" ",
	),
	...Array.from(initials, (initial) => `${initial}会`),
]);

/** Whether {@link headsIn} may find anything in a text or in a part of it; may say yes too often, never no. */
export function holdsHead(text: string): boolean {
	return holdsPart(text) && anyHead.test(text);
}

/** Every meeting word has one of these; most clauses have none. */
const headCharacters = /[会见晤面迎待宴款谈茶餐影手步签参种植栽乘证检观考揭]/;

/** Parts of other words and things: 会见大厅, 定期会晤, 会晤机制. */
const notAfter =
	/^(?:大?厅|机制|纪要|桌|地点|场地|室|会(?!谈|晤)|礼|录|安排|日程|公报|规格)/;
const notBefore = /定期$|总理级$|外长级$|部长级$|专家$|团队$/;

/** Every meeting word of a text, left to right. */
export function headsIn(text: string): readonly Head[] {
	if (!headCharacters.test(text)) return [];
	const heads: Head[] = [...text.matchAll(shorthand)].map(({ index }) => ({
		at: index,
		to: index + 1,
		word: "会",
		sort: "talk",
	}));
	for (const match of text.matchAll(pattern)) {
		const at = match.index;
		const to = at + match[0].length;
		if (notAfter.test(text.slice(to, to + 3))) continue;
		if (notBefore.test(text.slice(Math.max(0, at - 4), at))) continue;
		const { meet, summit, talk, welcome } = match.groups ?? {};
		if (welcome) heads.push({ at: to - 2, to, word: "欢迎", sort: "meet" });
		else
			heads.push({
				at,
				to,
				word: match[0],
				sort: meet ? "meet" : summit || talk ? "talk" : "joint",
			});
	}
	return heads;
}

/** What may come between two names with only 会, 见 or 晤: 卢卡申科今会习近平, 习近平北京晤卢卡申科. */
export const terseGap =
	/^[\0\s]*(?:今|昨|明|将|再|又|首|抵京|在京|访华|今日|昨日|昨天|今天|周[一-日]|北京|明斯克|于?\S{0,6}?)?(?<verb>会|见|晤)[\0\s]*$/;

/** 机会, 意见: the last two characters before a name may be one everyday word. */
export const everyday =
	/(?:机|社|大|峰|委员|国|学|工|商|公|都|聚|集|年|晚|宴|协|议|理事|将|还|都|不|才|也|可能|应|有机)会$|(?:意|看|听|可|偏|政|罕|少|常|再|成|遇|预|主|创|高|远|短|愚|卓|拜|参|引|眼|碰|望|求|未|不|想|要|召|约|面|接|会)见$/;
