/** One readable part of an article (headline, paragraph or caption), folded and taken apart. */
import type { Draft } from "../domain/article.ts";
import type { CivilDay } from "../domain/time.ts";
import { type Bilateral, bilateralsIn } from "./bilaterals.ts";
import type { DateContext, Dated } from "./dated.ts";
import { impossibleDays, readDates } from "./dates.ts";
import { withoutEventYears } from "./event-names.ts";
import { type MeetingVerb, meetingVerbsIn } from "./found-verbs.ts";
import { fold } from "./gazetteer/fold.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import { numeral } from "./numerals.ts";
import { type PersonToken, personsIn } from "./persons.ts";
import {
	around,
	filler,
	only,
	quotationsOf,
	type Stretch,
	sentencesOf,
	withoutAsides,
} from "./segments.ts";

/** Headline, paragraph or caption, as it stands in the article. */
export interface RawUnit {
	readonly id: string;
	readonly sort: "headline" | "paragraph" | "caption";
	readonly text: string;
}

/** A layer of a unit: the report, or one quotation in it. */
export interface Layer {
	/** As long as the unit's text; what is not of this layer is taken out. */
	readonly text: string;
	readonly persons: readonly PersonToken[];
	/** Who speaks, on a quotation whose speaker is named. */
	readonly speaker?: string | undefined;
	readonly spoken: boolean;
}

/** A unit, ready to be searched for meetings. */
export interface Unit extends RawUnit {
	readonly gazetteer: Gazetteer;
	readonly folded: string;
	readonly sentences: readonly Stretch[];
	readonly layers: readonly Layer[];
	readonly dates: readonly Dated[];
	/** Its meeting words; those of a layer are the ones that stand in its text. */
	readonly verbs: readonly MeetingVerb[];
	/** Where a day is written that no calendar has: 2月30日. */
	readonly impossible: readonly Stretch[];
	/** 中白, 俄白 …: pairs of country ids by place. */
	readonly bilaterals: readonly Bilateral[];
	/** Where indirect speech begins and who speaks: 卢卡申科表示，…… to the end of the unit. */
	readonly speeches: readonly {
		readonly at: number;
		readonly speaker: string;
	}[];
}

/** The meeting words of a layer. */
export const verbsOf = (
	{ folded, verbs }: Unit,
	{ text }: Layer,
): readonly MeetingVerb[] =>
	verbs.filter(({ at, to }) => text.slice(at, to) === folded.slice(at, to));

/** A sentence that goes back from a speech to the report: 会谈后，…… */
const reportsAgain =
	/^[\0\s]*(?:随后|之后|会[谈见晤]后|会[谈见晤]结束|仪式|接着|此后|稍后|当[天日晚]|同日|次日|(?:展板|展柜|史料|档案|年鉴|县志|校史|说明牌)[^，。]{0,4}[抄写记刊印]|[去前同次翌]年|[\d一二三四五六七八九十]{1,3}[时点]|\d+日|\d+月|[上下]午|两国元首(?:还|随后|共同)|两人)/;

/** Whether the words at a place are somebody's, told without quotation marks. */
export function isIndirectSpeech(
	{ speeches, folded }: Unit,
	{ at, to }: Stretch,
): boolean {
	const speech = speeches.findLast((one) => one.at <= to);
	if (!speech) return false;
	if (speech.at > at) return true;
	// 园长说，……。 of somebody whom nobody knows ends with its sentence.
	if (speech.speaker === "?") return false;
	// 据在场人员说，……。: what somebody is quoted for beside the story ends with its sentence.
	const begin = Math.max(0, speech.at - 40);
	if (
		/(?:^|[。！？\n])[^。！？\n]{0,6}据[^。]*$/.test(
			folded.slice(begin, speech.at),
		)
	)
		return false;
	return !reportsAgain.test(folded.slice(at, at + 12));
}

/** Headline, then paragraphs, then captions; a caption that repeats an earlier one is left out. */
export function rawUnits(draft: Draft): readonly RawUnit[] {
	// A gallery has no other text than its captions.
	const isGallery =
		draft.figures.length > 2 &&
		draft.paragraphs.every(({ text }) => text.trim().length < 8);
	const captions = draft.figures.map(
		({ id, caption, alt }): RawUnit => ({
			id,
			sort: isGallery ? "paragraph" : "caption",
			text: caption || alt,
		}),
	);
	const title = titleLine(draft);
	return [
		{ id: "headline", sort: "headline", text: draft.headline },
		...draft.paragraphs.map(
			({ id, text }): RawUnit => ({
				id,
				sort: id === title?.id ? "headline" : "paragraph",
				text,
			}),
		),
		...captions,
	];
}

/** What an article is called: its headline, or its first line where the headline is the name of a file. */
export const titleOf = (draft: Draft): string =>
	titleLine(draft)?.text ?? draft.headline;

function titleLine({
	headline,
	paragraphs: [first],
}: Draft): Draft["paragraphs"][number] | undefined {
	return first &&
		!/\p{Script=Han}/u.test(headline) &&
		first.text.length < longestTitle &&
		!/[。！!]$/.test(first.text.trim())
		? first
		: undefined;
}

/** Headlines are shorter, in characters. */
const longestTitle = 60;

const speechVerb =
	/^(?:[^，。：“]{0,12})?(?:表示|指出|强调|说|称|认为|告诉[^，。]{1,12}|重申|谈到)(?:，|：|$)/;

/**
 * Take a unit apart, each part when it is first asked for: most units are asked for none, because they hold no word that
 * matters.
 *
 * @param context what its dates count from, asked for when the first date is read.
 */
export function readUnit(
	raw: RawUnit,
	day: CivilDay,
	gazetteer: Gazetteer,
	context: () => DateContext,
): Unit {
	return new LazyUnit(raw, day, gazetteer, context);
}

/** The last so many parts of an article, the nearest first; a subheading with no date in it is none. */
const lastParts = (units: readonly Unit[], count: number): readonly Unit[] =>
	units
		.slice(-2 * count)
		.filter(({ folded, sort }) =>
			sort === "paragraph"
				? folded.length > shortest || /[\d日]/.test(folded)
				: true,
		)
		.slice(-count)
		.reverse();
/** Shorter parts are subheadings, in characters. */
const shortest = 14;

/** How many parts of an article a date may stand before the paragraph that goes on from it. */
const dateReach = 3;

/** The last date that the parts of an article report, in nobody's speech. @param until what begins later is a plan. */
export function lastDate(
	units: readonly Unit[],
	until: CivilDay,
): Dated | undefined {
	for (const { dates, speeches } of lastParts(units, dateReach)) {
		const [speech] = speeches;
		const date = dates.findLast(
			({ at, vague, start, nth }) =>
				// 前一天还在改: the story goes on with the day itself.
				!vague && nth !== 0 && start <= until && at < (speech?.at ?? at + 1),
		);
		if (date) return date;
	}
	return undefined;
}

/** Whether a text may name a year, or opens with a season of last year. */
export const mayNameYear = (text: string): boolean =>
	/[\d〇零○一二三四五六七八九十]年|(?:19|20)\d{2}[-/.]|^[\s　]*[去前]年[春夏秋冬]/.test(
		text,
	);

/** So many parts that may name a year are looked at. */
const yearReach = 3;

/** The last date that names its year, where that is another than the paper's, in parts of an article that may name one. */
export function runningDate(
	units: readonly Unit[],
	published: CivilDay,
): Dated | undefined {
	for (const { dates, folded } of units.slice(-yearReach).reverse()) {
		const date = dates.findLast(
			({ absolute, vague, end, precision, to }) =>
				absolute &&
				!vague &&
				end <= published &&
				// 一份1949年的公报 tells of no year, 2022年停运以后 of what began in it.
				(precision === "day" ||
					!/^(?:的|[^，。；]{0,12}(?:以后|以来|之后|[，、]至今))/.test(
						folded.slice(to, to + 16),
					)),
		);
		if (date)
			return date.end.slice(0, 4) < published.slice(0, 4) ? date : undefined;
	}
	return undefined;
}

class LazyUnit implements Unit {
	readonly id: string;
	readonly sort: RawUnit["sort"];
	readonly text: string;
	readonly gazetteer: Gazetteer;
	readonly #day: CivilDay;
	readonly #context: () => DateContext;
	#folded: string | undefined;
	#parts: Parts | undefined;
	#speeches: Unit["speeches"] | undefined;
	#sentences: Unit["sentences"] | undefined;
	#bilaterals: Unit["bilaterals"] | undefined;
	#dates: Unit["dates"] | undefined;
	#verbs: Unit["verbs"] | undefined;
	#impossible: Unit["impossible"] | undefined;

	constructor(
		{ id, sort, text }: RawUnit,
		day: CivilDay,
		gazetteer: Gazetteer,
		context: () => DateContext,
	) {
		this.id = id;
		this.sort = sort;
		this.text = text;
		this.gazetteer = gazetteer;
		this.#day = day;
		this.#context = context;
	}

	get folded(): string {
		this.#folded ??= withoutAsides(fold(this.text));
		return this.#folded;
	}

	get #taken(): Parts {
		this.#parts ??= partsOf(this, this.#day);
		return this.#parts;
	}

	get layers(): Unit["layers"] {
		return this.#taken.layers;
	}

	get speeches(): Unit["speeches"] {
		const [report] = this.layers;
		this.#speeches ??= report ? speechesOf(report) : [];
		return this.#speeches;
	}

	get sentences(): Unit["sentences"] {
		this.#sentences ??= sentencesOf(this.folded);
		return this.#sentences;
	}

	get bilaterals(): Unit["bilaterals"] {
		this.#bilaterals ??= bilateralsIn(this.folded, this.gazetteer);
		return this.#bilaterals;
	}

	get verbs(): Unit["verbs"] {
		this.#verbs ??= meetingVerbsIn(
			// In headlines spaces and commas of any script part the clauses.
			this.sort === "headline"
				? this.folded.replaceAll(/[\s,;]/g, "，")
				: this.folded,
			this.gazetteer,
		);
		return this.#verbs;
	}

	get impossible(): Unit["impossible"] {
		this.#impossible ??= impossibleDays(this.folded);
		return this.#impossible;
	}

	/** The text without what looks like a date and is none: years of events, 马英九 before 七日. */
	get #datable(): string {
		const text = withoutEventYears(this.folded);
		return this.layers.reduce(
			(all, { persons }) =>
				persons.reduce(
					(rest, { at, to }) =>
						numeric.test(rest.slice(at, to))
							? rest.slice(0, at) + filler.repeat(to - at) + rest.slice(to)
							: rest,
					all,
				),
			text,
		);
	}

	get dates(): Unit["dates"] {
		if (this.#dates) return this.#dates;
		const [first] = this.speeches;
		this.#dates = readDates(this.#datable, this.#context(), [
			...this.#taken.quotations,
			...(first ? [{ at: first.at, to: this.folded.length }] : []),
		]);
		return this.#dates;
	}
}

const numeric = new RegExp(`[${numeral}]`);

/** Each quotation is read as a text as long as its paragraph; no paragraph of news holds as many as this. */
const maxQuotations = 24;

interface Parts {
	readonly layers: readonly Layer[];
	readonly quotations: readonly Stretch[];
}

function partsOf(
	{ folded, sort, gazetteer }: Pick<Unit, "folded" | "sort" | "gazetteer">,
	day: CivilDay,
): Parts {
	const quotations = sort === "paragraph" ? quotationsOf(folded) : [];
	const text = around(folded, quotations);
	const report = new LazyLayer(text, () => personsIn(text, day, gazetteer));
	const quoted = quotations.slice(0, maxQuotations).map((quotation): Layer => {
		const words = only(folded, quotation);
		return new LazyLayer(
			words,
			() => personsIn(words, day, gazetteer, quotation),
			() => speakerOf(report, quotation),
		);
	});
	return { layers: [report, ...quoted], quotations };
}

/** Who is named in a layer, and who speaks, is only looked for where something asks: most hold nothing that matters. */
class LazyLayer implements Layer {
	readonly text: string;
	readonly #find: () => readonly PersonToken[];
	readonly #ask: (() => string | undefined) | undefined;
	#persons: readonly PersonToken[] | undefined;

	constructor(
		text: string,
		find: () => readonly PersonToken[],
		ask?: () => string | undefined,
	) {
		this.text = text;
		this.#find = find;
		this.#ask = ask;
	}

	get persons(): readonly PersonToken[] {
		this.#persons ??= this.#find();
		return this.#persons;
	}

	get spoken(): boolean {
		return this.#ask !== undefined;
	}

	get speaker(): string | undefined {
		return this.#ask?.();
	}
}

/** 甲表示，…… whoever it is; somebody the gazetteer does not know is `?`, who makes a statement `?代表`. */
function speechesOf({ text, persons }: Layer): Unit["speeches"] {
	let next = 0;
	let from = 0;
	return [...text.matchAll(saying)].flatMap((match) => {
		const words = before.exec(
			text.slice(Math.max(from, match.index - 40), match.index),
		)?.[0];
		if (!words || reports.test(words)) return [];
		const at = match.index - words.length;
		const to = match.index + match[0].length;
		from = to;
		while ((persons[next]?.at ?? to) < at) next++;
		const first = persons[next];
		const speaker = first && first.to < to ? first : undefined;
		if (speaker?.aside !== undefined) return [];
		if (speaker && !speechVerb.test(text.slice(speaker.to, to))) return [];
		// 园长说 is no statement.
		const stranger =
			match[0].startsWith("说") && folk.test(words) ? "?" : "?代表";
		return [{ at: to, speaker: speaker?.id ?? stranger }];
	});
}

/** People who are known by what they do or whose they are. */
const folk =
	/[长师傅员工匠游机娘妈爷奶伯叔姨姐哥弟妹厨民客生者人](?:还|也|又|后来)?$/;
const saying =
	/(?:表示|指出|强调|说|称|认为|告诉[^，。]{1,12}|重申|谈到)[，：]/g;
/** 新华社说, 公报称, 新闻局发布消息称: what an outlet or a paper says is a report. */
const reports =
	/(?:[社台网媒报]|媒体|消息|报[道导]|公报|通报|通稿|新闻稿|声明|简报|纪要|公告|通告|新闻[局处办]|新闻办公室|克里姆林宫|白宫|总统府|消息人士)(?:发布|发表|刊登|刊发|播发|播出|消息|报[道导]|[今昨周星期\d][^，]{0,3}|则|也|还|援引|引述){0,3}$/u;
/** The words of the clause that lead up to the verb. */
const before = /[^，。：；“”\0！？\n]+$/;

/** “……，”习近平说 or 习近平说：“……”. */
function speakerOf(
	{ text: report, persons }: Layer,
	{ at, to }: Stretch,
): string | undefined {
	const after = /^[”」，\s]*([^，。]{0,50}?)(?:说|表示|指出|强调|称|写道)/.exec(
		report.slice(to, to + 60),
	);
	const behind = after
		? persons.find(
				(person) => person.at >= to && person.at < to + after[0].length,
			)
		: undefined;
	if (behind) return behind.id;
	const before = persons.findLast((person) => person.to <= at);
	return before &&
		/(?:说|表示|指出|强调|称|告诉)[^。]{0,12}$/.test(
			report.slice(before.to, at),
		)
		? before.id
		: undefined;
}
