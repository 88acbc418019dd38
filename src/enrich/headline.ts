/** What a headline says of the article below it. */
import type { Draft } from "../domain/article.ts";
import type { TimelineConfig } from "../domain/config.ts";
import { fold } from "./gazetteer/fold.ts";
import { isByVideo } from "./modality.ts";
import type { ArticleFrame } from "./sentence-context.ts";
import { titleOf, type Unit } from "./unit.ts";

/** A headline that asks whether something is true, or names a work of fiction. */
const weighsRumours =
	/^[^，。]{0,8}假如|戏笔|戏说|小说|(?<!看)电影(?!节|院|周|宫|展)|话剧|舞台剧|电视剧|短剧|剧本|相声|小品|愚人节|科幻|虚构|假想|推演|段子|事实[查核]|[查核]证|核查|辟谣|求证|谣言|网传|疯传|[误讹]传|^传[^，。]{2,24}[？?]|(?:纯属|系|是)(?:臆造|捏造|谣言|杜撰|子虚乌有)|假新闻|假消息|深度伪造|AI ?(?:生成|换脸|合成)/;
/** What calls itself made up. */
const isMadeUp = /纯属虚构|純屬虛構|对号入座|對號入座/;

/** Whether an article weighs a rumour or tells what nobody lived. */
export const isDoubtful = (draft: Draft): boolean =>
	weighsRumours.test(fold(titleOf(draft))) ||
	draft.paragraphs.some(({ text }) => isMadeUp.test(text));

/** How many parts of an article, the headline among them, may take to come to what it is about. */
const ledeUnits = 6;

/** Whether the headline names no others and nobody whom one of them met, and the lede both people. */
export function isAbout(
	units: readonly Unit[],
	timelines: readonly TimelineConfig[],
	timeline: string,
): boolean {
	const people: readonly string[] =
		timelines.find(({ id }) => id === timeline)?.people ?? [];
	const ids = (unit: Unit | undefined): readonly string[] =>
		(unit?.layers ?? []).flatMap(({ persons }) =>
			persons.flatMap(({ id }) => (id.startsWith("?") ? [] : id)),
		);
	const first = titled(units);
	const headline = new Set(ids(first).filter((id) => people.includes(id)));
	if (headline.size === 0 && ids(first).length > 0) return false;
	// 习近平会见某代表团: a headline with one of the two and somebody else.
	if (headline.size === 1 && first && meetsSomebody(first)) return false;
	const lede = units.slice(0, ledeUnits).flatMap(ids);
	return people.every((id) => lede.includes(id));
}

/** The last of the lines above a text that are its headline. */
const titled = (units: readonly Unit[]): Unit | undefined =>
	units.slice(0, 2).findLast(({ sort }) => sort === "headline");

/** How the headline says that two were in touch, where it tells of nothing face to face: 同某总统通电话. */
export function remoteBy(units: readonly Unit[]): ArticleFrame["remote"] {
	const { folded = "", verbs = [] } = titled(units) ?? {};
	if (isByVideo(folded)) return "video";
	const [far] = verbs.filter(({ type }) => type === "remote");
	if (!far || verbs.some(({ type }) => type !== "remote" && type !== "told"))
		return undefined;
	return /话/.test(far.word) ? "telephone" : "letter";
}

const meetsSomebody = ({ verbs }: Unit): boolean =>
	verbs.some(({ sort }) => sort === "meet");
