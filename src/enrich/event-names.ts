/** Names of events: 2025年上海合作组织峰会 names a year and is no date. */
import { filler } from "./segments.ts";

/** What an event's name ends with. */
const nouns =
	"峰会|高峰论坛|论坛|首脑会议|会议|大会|理事会|博览会|进博会|展览会|运动会|亚运会|世博会|冬奥会|奥运会|残奥会|年会|周年(?:纪念|庆典|活动|大会)?|旅游年|文化年|主题年|交流年|领导人(?:非正式)?会议|对话会|音乐节|电影节|世界杯|锦标赛|计划|议程|行动|规划";
/** No name of an event holds a verb, a preposition or a pause. */
const inside =
	"(?:(?![，。；：、！？\\d月日在于自从至和与同跟将曾了过])[\\p{Script=Han}\\p{Script=Latin}“”「」《》·—\\-–])";
const verbs =
	/出席|参加|会[见晤谈面]|访问|抵达|举行|举办|召开|以来|期间|当选|就任/;

const named = new RegExp(
	`(?<![那这正还便就]是)(?<year>(?:19|20)\\d{2}年)(?<name>(?:(?:延期|推迟)(?:举行|举办|召开)的)?(?:第[\\d一二三四五六七八九十]+[届次])?${inside}{0,28}?(?:${nouns}))`,
	"gu",
);

/** 主体107（2018）年: years of the calendar of 平壤, counted from 1912; what stands in brackets is taken out already. */
const juche = /主体(\d{2,3})[\0\s]*(?:（\d{4}）)?年/g;
const firstJuche = 1911;

/** 今年第五次会晤 counts, and says no day. */
const counted =
	/(?:今年|年内)(?=(?:的|以来的?)?(?:第[\d一二三四五六七八九十]+次|首次))/g;

/** 象征10月25日出征: a day that something stands for. */
const symbols =
	/(?<=(?:象征|寓意)[^，。\d]{0,8}|(?:纪念|标志)[着了]?)(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日/g;

/** A quick look for them: hardly a text says so. */
const standsFor = /象征|寓意|纪念|标志/;

/**
 * A text without the years of its events' names, every other character at its place.
 *
 * 2019年习近平出席峰会 keeps its year: what follows is a sentence.
 */
export function withoutEventYears(folded: string): string {
	const days = standsFor.test(folded)
		? folded.replaceAll(symbols, (day) => filler.repeat(day.length))
		: folded;
	const text = days
		.replaceAll(counted, (year) => filler.repeat(year.length))
		.replaceAll(
			juche,
			(match, year) =>
				`${filler.repeat(match.length - 5)}${firstJuche + Number(year)}年`,
		);
	if (!/(?:19|20)\d{2}年/.test(text)) return text;
	return text.replaceAll(named, (match, ...rest) => {
		const { year, name } = rest.at(-1) as { year: string; name: string };
		const own = name.replace(/^(?:延期|推迟)(?:举行|举办|召开)的/, "");
		return verbs.test(own) ? match : filler.repeat(year.length) + name;
	});
}
