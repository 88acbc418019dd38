/** The candidates of one unit of an article, judged. */
import type { TimelineConfig } from "../domain/config.ts";
import type { Mention, Rejected } from "../domain/encounter.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Claim, OutcomeClaim, VisitClaim } from "./claim.ts";
import type { Dated } from "./dates.ts";
import { type Meeting, meetingsIn, subjectOf } from "./meetings.ts";
import { isIntended, type Refusal, refusal, refuse } from "./modality.ts";
import { readNumber } from "./numerals.ts";
import { outcomesIn } from "./outcomes.ts";
import type { PersonToken } from "./persons.ts";
import { pluralAt } from "./plurals.ts";
import { withPronouns } from "./pronouns.ts";
import { clausesOf, type Stretch } from "./segments.ts";
import { isTold, recalledVisit } from "./tellings.ts";
import type { Layer, Unit } from "./unit.ts";
import { arrivalIn, hostIn, kindIn, visitIn } from "./visits.ts";
import { dateOf } from "./when.ts";
import { datelineOf, type Where, whereOf } from "./where.ts";

type Unplaced<Value> = Omit<Value, "articleId" | "file">;

/** One thing a sentence says, before it has an article. */
export interface Candidate {
	readonly claim?: Unplaced<Claim>;
	readonly refused?: Unplaced<Rejected>;
	readonly visit?: VisitClaim;
}

/** What reading a unit needs to know of its article. */
export interface ArticleFrame {
	readonly timelines: readonly TimelineConfig[];
	readonly published: CivilDay | undefined;
	/** `published`, or a day in no year's news for an undated article. */
	readonly anchor: CivilDay;
	readonly latest: CivilDay;
	/** Number of units before this one. */
	readonly order: number;
}

/** Everything a unit says about meetings, arrivals, visits and what came of them. */
export function readCandidates(
	unit: Unit,
	before: readonly Unit[],
	frame: ArticleFrame,
): {
	readonly found: readonly Candidate[];
	readonly outcomes: readonly OutcomeClaim[];
} {
	const found: Candidate[] = [];
	const outcomes: OutcomeClaim[] = [];
	for (const layer of unit.layers) {
		const persons = withPronouns(unit, layer, before, frame.anchor);
		let subject = layer.speaker;
		for (const sentence of unit.sentences) {
			const clauses = clausesOf(
				layer.text,
				sentence,
				unit.sort === "headline",
			).filter(({ at, to }) => /[^\0\s”“]/.test(layer.text.slice(at, to)));
			if (clauses.length === 0) continue;
			const inside = persons.filter(
				({ at, to }) => at >= sentence.at && to <= sentence.to,
			);
			const scene: Scene = {
				unit,
				layer,
				sentence,
				clauses,
				persons: inside,
				frame,
			};
			const meetings = meetingsIn(layer.text, clauses, inside, {
				subject,
				plural: (at) => pluralAt(unit, at, before, frame.anchor),
			});
			for (const meeting of meetings) found.push(...judge(meeting, scene));
			found.push(...asides(scene));
			outcomes.push(
				...outcomesIn(scene.unit, scene.sentence, layer, frame.timelines),
			);
			for (const clause of clauses)
				subject =
					subjectOf(
						layer.text,
						clause,
						inside.filter(({ at, to }) => at >= clause.at && to <= clause.to),
					) ?? subject;
		}
	}
	return { found, outcomes };
}

/** One sentence of one layer, with everything needed to judge it. */
interface Scene {
	readonly unit: Unit;
	readonly layer: Layer;
	readonly sentence: Stretch;
	readonly clauses: readonly Stretch[];
	readonly persons: readonly PersonToken[];
	readonly frame: ArticleFrame;
}

function judge(meeting: Meeting, scene: Scene): readonly Candidate[] {
	const { layer, sentence, clauses, frame, unit } = scene;
	const dated = usable(
		dateOf(layer.text, meeting, sentence, clauses, unit.dates),
		scene,
	);
	return frame.timelines.flatMap(({ id, people }): readonly Candidate[] => {
		const ours = meeting.pairs.some((pair) =>
			people.every((person) => pair.includes(person)),
		);
		const refused = ours
			? againstIt(meeting, scene, dated)
			: otherPair(meeting, people);
		if (refused) return [{ refused: rejection(id, scene, dated, refused) }];
		if (!ours) return [];
		return [claimOf(id, meeting, scene, dated)];
	});
}

/** An undated article cannot say when “today” was. */
function usable(dated: Dated | undefined, scene: Scene): Dated | undefined {
	if (!dated || scene.frame.published) return dated;
	return /\d{4}|[〇零○一二]{4}|民国/.test(
		scene.unit.folded.slice(dated.at, dated.to),
	)
		? dated
		: undefined;
}

function againstIt(
	meeting: Meeting,
	scene: Scene,
	dated: Dated | undefined,
): Refusal | undefined {
	if (meeting.how === "list") return refusal("list");
	const refused = refuse(
		scene.layer.text,
		meeting,
		scene.sentence,
		isCarried(meeting, scene),
	);
	if (refused) return refused;
	return dated && scene.frame.published && dated.start > scene.frame.latest
		? refusal("notYet")
		: undefined;
}

/** 将于周二抵达，并与习近平会晤: a plan goes on as long as its clause's subject does. */
function isCarried({ clause, from, head }: Meeting, scene: Scene): boolean {
	const { layer, clauses, persons } = scene;
	let index = clauses.findIndex(({ at }) => at === clause.at);
	let start = from;
	while (index > 0) {
		const current = clauses[index] as Stretch;
		const words = layer.text.slice(
			start,
			current === clause ? head.at : current.to,
		);
		if (/(?:了|过|已|曾|刚)/.test(words)) return false;
		const own = subjectOf(
			layer.text,
			current,
			persons.filter(({ at, to }) => at >= current.at && to <= current.to),
		);
		if (own !== undefined) return false;
		const previous = clauses[index - 1] as Stretch;
		if (isIntended(layer.text.slice(previous.at, previous.to))) return true;
		index--;
		start = previous.at;
	}
	return false;
}

/** Somebody of the pair met somebody else: worth showing, for this is what is mistaken for a meeting of the two. */
function otherPair(
	meeting: Meeting,
	people: readonly [string, string],
): Refusal | undefined {
	if (meeting.head.sort === "joint" || meeting.how === "list") return undefined;
	return meeting.pairs.some((pair) =>
		people.some((person) => pair.includes(person)),
	)
		? refusal("otherPair")
		: undefined;
}

const archival = /资料(?:照|图|片|画面)|档案|旧照|历史照片|图为(?:此前|早前)/;
const looksBack = /曾(?!经济)|此前|上次|上一次|先前|早前|当年|当时|回顾|回忆/;

function claimOf(
	timeline: string,
	meeting: Meeting,
	scene: Scene,
	found: Dated | undefined,
): Candidate {
	const { unit, layer, sentence, frame } = scene;
	const { clause, from, head } = meeting;
	const words = layer.text.slice(sentence.at, sentence.to);
	const own = layer.text.slice(from, clause.to);
	// 这是两人今年的第二次会晤 speaks of the meeting at hand.
	const isThisOne =
		/(?:这|此)(?:次|也|已|还)?是?[^，。]{0,24}(?:第[^，。]{1,3}次|首次)/.test(
			own,
		) ||
		/这次|此次|此番|本次|今天的|今日的/.test(layer.text.slice(from, head.at));
	const dated = isThisOne && found?.precision !== "day" ? undefined : found;
	const exact = dated !== undefined && isExact(dated);
	const past = dated !== undefined && dated.end < addDays(frame.anchor, -6);
	const isCaption = unit.sort === "caption";
	const recall =
		!isThisOne &&
		(past ||
			(dated !== undefined && !exact) ||
			looksBack.test(layer.text.slice(clause.at, head.at)) ||
			(dated !== undefined && isSpoken(scene, head.at, dated)));
	if (recall && !dated)
		return { refused: rejection(timeline, scene, undefined, refusal("vague")) };
	const ordinal =
		/今年(?:内|以来)?(?:的)?第([\d一二三四五六七八九十]{1,2})次(?:会晤|会面|会谈|见面|会见)/.exec(
			words,
		);
	const count = ordinal?.[1] ? readNumber(ordinal[1]) : undefined;
	const kind = kindIn(words);
	const isArchival = isCaption && (archival.test(words) || past);
	return {
		claim: {
			timeline,
			...mentionOf(scene, dated),
			role: isCaption ? "caption" : recall ? "recall" : "main",
			rule: ruleOf(meeting, unit),
			confidence: confidenceOf(meeting, unit, dated, recall || isArchival),
			vague: dated?.vague ?? false,
			weight: isFull(meeting, dated, recall, exact) ? "full" : "attach",
			where: placeOf(layer.text, meeting, scene),
			...(kind && { kind }),
			...(dated?.weekdayAgrees !== undefined && {
				weekdayAgrees: dated.weekdayAgrees,
			}),
			...(count !== undefined && { ordinalInYear: count }),
			order: frame.order,
		},
	};
}

/** Whether the sentence is somebody's words about an earlier day. */
function isSpoken(
	{ layer, unit, frame }: Scene,
	at: number,
	dated: Dated,
): boolean {
	return (
		layer.spoken ||
		(unit.speeches.some((speech) => speech.at <= at) &&
			dated.end < addDays(frame.anchor, -1))
	);
}

/** A day, or a span of a few that a summit or visit takes. */
function isExact({ precision, start, end, vague }: Dated): boolean {
	return (
		!vague &&
		(precision === "day" || (precision === "range" && end <= addDays(start, 4)))
	);
}

function isFull(
	meeting: Meeting,
	dated: Dated | undefined,
	recall: boolean,
	exact: boolean,
): boolean {
	if (meeting.how === "together" && meeting.head.word.startsWith("签署"))
		return false;
	if (recall) return dated?.precision === "day" && !dated.vague;
	return dated === undefined || exact;
}

function ruleOf({ how }: Meeting, { sort }: Unit): string {
	if (sort === "headline") return "headline";
	if (sort === "caption") return "caption";
	return how === "plural"
		? "both-by-plural"
		: how === "together"
			? "both-together"
			: "both-in-clause";
}

/** How sure a reader may be of the claim: less without a day of its own, for a plural, a caption, a weekday that is off. */
function confidenceOf(
	{ how }: Meeting,
	{ sort }: Unit,
	dated: Dated | undefined,
	old: boolean,
): number {
	let confidence = dated ? (dated.precision === "day" ? 0.95 : 0.7) : 0.6;
	if (dated && !dated.absolute) confidence -= 0.05;
	if (dated?.vague) confidence -= 0.2;
	if (dated?.weekdayAgrees === false) confidence -= 0.25;
	if (how !== "met") confidence -= 0.1;
	if (sort !== "paragraph") confidence -= 0.15;
	if (old) confidence -= 0.1;
	return Math.round(Math.max(0.1, confidence) * 100) / 100;
}

function placeOf(text: string, meeting: Meeting, scene: Scene): Where {
	const where = whereOf(text, meeting.clause, scene.sentence, meeting.head.at);
	return where.city || where.venue || scene.unit.sort !== "paragraph"
		? where
		: { ...datelineOf(scene.unit.folded), ...where };
}

type Stated = Pick<
	Mention,
	"paragraph" | "quote" | "start" | "end" | "precision" | "expression"
>;

function mentionOf(
	{ unit, sentence }: Scene,
	dated: Dated | undefined,
): Stated {
	return {
		paragraph: unit.id,
		quote: unit.text.slice(sentence.at, sentence.to),
		...(dated && {
			start: dated.start,
			end: dated.end,
			precision: dated.precision,
			expression: unit.text.slice(dated.at, dated.to),
		}),
	};
}

function rejection(
	timeline: string,
	scene: Scene,
	dated: Dated | undefined,
	{ code, detail }: Refusal,
): Unplaced<Rejected> {
	return {
		timeline,
		...mentionOf(scene, dated),
		rule: `not-${code}`,
		reason: code,
		detail,
	};
}

/** Arrivals, visits, words spoken to each other and visits recalled in a speech. */
function asides(scene: Scene): readonly Candidate[] {
	const { unit, layer, sentence, clauses, persons, frame } = scene;
	const found: Candidate[] = [];
	for (const { id: timeline, people } of frame.timelines) {
		const visit = layer.spoken
			? undefined
			: visitIn(layer.text, sentence, persons, unit.dates);
		if (visit && people.includes(visit.visitor)) {
			const host = hostIn(layer.text.slice(sentence.at, sentence.to));
			const { paragraph, quote } = mentionOf(scene, undefined);
			found.push({
				visit: {
					timeline,
					...visit,
					dated: true,
					...(host && { host }),
					paragraph,
					quote,
				},
			});
		}
		const kind = kindOfThisVisit(scene, people);
		if (kind && frame.published)
			found.push({
				visit: { timeline, ...kind, ...thisDay(frame), ...pick(scene) },
			});
		for (const clause of clauses) {
			const arrival = arrivalIn(layer.text, clause, persons);
			const day = unit.dates.find(
				({ at, to, precision }) =>
					at >= clause.at && to <= clause.to && precision === "day",
			);
			if (arrival && day && people.includes(arrival.person))
				found.push({
					refused: rejection(timeline, scene, day, refusal("arrival")),
				});
			const told = isTold(layer.text, clause, persons, people);
			const where = told
				? whereOf(layer.text, clause, sentence, clause.at)
				: undefined;
			if (told && day && where?.city && day.end <= frame.latest)
				found.push({
					claim: {
						timeline,
						...mentionOf(scene, day),
						role: "main",
						rule: "told-in-person",
						confidence: 0.5,
						vague: false,
						weight: "attach",
						where,
						order: frame.order,
					},
				});
		}
		const recalled = recalledVisit(scene, people);
		if (recalled)
			found.push({
				claim: {
					timeline,
					...mentionOf(scene, recalled),
					role: "recall",
					rule: "visit-recalled",
					confidence: 0.5,
					vague: recalled.vague,
					weight: "attach",
					where: {},
					order: frame.order,
				},
			});
	}
	return found;
}

const thisDay = ({ latest }: ArticleFrame) => ({ start: latest, end: latest });

function pick(scene: Scene): { paragraph: string; quote: string } {
	const { paragraph, quote } = mentionOf(scene, undefined);
	return { paragraph, quote };
}

/** 卢卡申科这次是对北京进行“工作访问”: the kind of the visit at hand, without a day. */
function kindOfThisVisit(
	{ layer, sentence, persons }: Scene,
	people: readonly [string, string],
): Pick<VisitClaim, "visitor" | "kind" | "dated"> | undefined {
	const words = layer.text.slice(sentence.at, sentence.to);
	if (layer.spoken || !/这次|此次|此行|此访|本次/.test(words)) return undefined;
	const kind = kindIn(words);
	const visitor = persons.find(
		({ id, aside }) => aside === undefined && people.includes(id),
	);
	return kind && visitor && { visitor: visitor.id, kind, dated: false };
}

/**
 * Give main claims without a day the day of the story: that of the nearest dated claim before them, else after, else of a
 * fresh caption, else of the visit.
 */
export function settleInherited(
	claims: readonly Claim[],
	visits: readonly VisitClaim[],
	published: CivilDay | undefined,
	latest: CivilDay | undefined,
): readonly Claim[] {
	return claims.map((claim) => {
		if (claim.start || claim.role === "recall") return claim;
		const ours = claims.filter(
			(other) => other.timeline === claim.timeline && other.start,
		);
		const days = ours.filter(
			({ role, precision }) => role === "main" && precision === "day",
		);
		const fresh = ours.filter(
			({ role, start, precision }) =>
				role === "caption" &&
				precision === "day" &&
				published &&
				start &&
				start >= addDays(published, -6),
		);
		const spans = ours.filter(({ role }) => role === "main");
		const source =
			days.findLast(({ order }) => order <= claim.order) ??
			days[0] ??
			fresh[0] ??
			spans[0];
		if (source?.start && source.end)
			return {
				...claim,
				inherited: { start: source.start, end: source.end },
			};
		const visit = visits.find(
			({ timeline, start, dated }) =>
				dated &&
				timeline === claim.timeline &&
				latest !== undefined &&
				start <= latest &&
				start >= addDays(latest, -6),
		);
		if (!visit || !latest) return claim;
		const end = visit.end < latest ? visit.end : latest;
		return { ...claim, inherited: { start: visit.start, end } };
	});
}
