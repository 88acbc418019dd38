/**
 * Meetings that a passage tells of without any one sentence that names both: who is meant by an office, by 他, by 客人 or by nothing at
 * all is settled by the article's pair, the day by the passage.
 */
import type { TimelineConfig } from "../domain/config.ts";
import { clausesIn } from "./actors.ts";
import { judge } from "./judging.ts";
import type { Meeting } from "./meeting.ts";
import { type Line, Passage } from "./passage.ts";
import { numbered, pluralAt, twoPeople } from "./plurals.ts";
import { namesOf } from "./prefilter.ts";
import {
	type Act,
	actIn,
	contrary,
	guestOrHost,
	isBare,
	other,
	two,
} from "./scene-acts.ts";
import type {
	ArticleFrame,
	Candidate,
	SentenceContext,
} from "./sentence-context.ts";
import { isReal, mayBeTogether, togetherIn } from "./together.ts";
import { isIndirectSpeech, type Layer, type Unit } from "./unit.ts";

/**
 * The meetings of a timeline's two that passages tell of.
 *
 * @param frameAt what was known when a unit was read.
 * @param toldOf what is known of a sentence already: how much its claims prove, whether it was refused for good.
 */
export function scenesIn(
	units: readonly Unit[],
	timeline: TimelineConfig,
	frameAt: (order: number) => ArticleFrame,
	toldOf: (unit: Unit, quote: string) => Known,
): readonly Candidate[] {
	if (units.length === 0) return [];
	const first = frameAt(0);
	if (first.isDoubting) return [];
	const orders = units.flatMap((unit, order) =>
		unit.sort === "paragraph" && mayShow(unit, first) ? order : [],
	);
	if (orders.length === 0) return [];
	const passage = new Passage(units, timeline);
	if (!passage.holdsOn(first.anchor)) return [];
	return orders.flatMap((order) => {
		const frame = frameAt(order);
		return passage
			.linesOf(order)
			.flatMap((line) => sceneIn(line, passage, frame, toldOf))
			.filter(({ claim }) => !claim?.start || passage.holdsOn(claim.start));
	});
}

/** What the rules for single sentences made of one. */
export interface Known {
	readonly evidence: number;
	readonly isRefused: boolean;
	readonly isUntouched: boolean;
	/** Whether the article has told of one of the two with somebody else by then; asked for few sentences. */
	readonly followsOthers: () => boolean;
}

function sceneIn(
	line: Line,
	passage: Passage,
	frame: ArticleFrame,
	toldOf: (unit: Unit, quote: string) => Known,
): readonly Candidate[] {
	const { words, unit, sentence, has } = line;
	const isNamed = has[0] || has[1];
	const isTold = isNamed || guestOrHost.test(words) || isBare(words);
	if (!isTold && !pairWord.test(words)) return [];
	const known = toldOf(unit, unit.text.slice(sentence.at, sentence.to));
	if (known.isRefused || known.evidence >= enough) return [];
	if (!isReal(words)) return [];
	const maySee =
		known.isUntouched &&
		((has[0] && has[1]) || pairWord.test(words) || other.test(words));
	const shown = maySee ? shownIn(line, passage, frame) : [];
	if (shown.some(({ claim }) => (claim?.evidence ?? 0) >= enough)) return shown;
	if (!(isTold || two.test(words)) || contrary.test(words)) return shown;
	if (!isNamed && isBare(words) && known.followsOthers()) return shown;
	const act = actIn(line, passage);
	const told =
		act && !passage.standsAside(line) ? read(act, line, passage, frame) : [];
	return told.length > 0 ? told : shown;
}

/** A sentence that proves as much is not asked again. */
const enough = 0.5;

/** Two whom one sentence shows beside each other. */
function shownIn(
	{ unit, sentence, order }: Line,
	passage: Passage,
	frame: ArticleFrame,
): readonly Candidate[] {
	const [layer] = unit.layers;
	if (!layer) return [];
	const persons = passage
		.persons(order, layer, frame.anchor)
		.filter(({ at, to }) => at >= sentence.at && to <= sentence.to);
	if (
		!mayBeTogether(layer.text.slice(sentence.at, sentence.to), persons, frame)
	)
		return [];
	const clauses = clausesIn(unit, layer, sentence);
	if (clauses.length === 0) return [];
	const context = { unit, layer, sentence, clauses, persons, frame };
	const [{ people }] = frame.timelines as readonly [TimelineConfig];
	return togetherIn(
		context,
		(at) =>
			pluralAt(unit, at, frame.before, frame.anchor) ??
			(headsOfTwo.test(unit.folded.slice(at, at + 8)) &&
			!numbered.test(unit.text) &&
			passage.isOfTwoHeads()
				? passage.people
				: undefined),
	)
		.filter(({ pairs }) =>
			pairs.some((pair) => people.every((person) => pair.includes(person))),
		)
		.flatMap((meeting) => judge(meeting, context))
		.filter(({ claim }) => claim !== undefined);
}

/** Whether a paragraph, as it is written, may show two: it names one, or has a word for both. May say yes too often. */
const mayShow = (
	{ text }: Unit,
	{ timelines, gazetteer }: ArticleFrame,
): boolean =>
	mayBeBoth.test(text) ||
	timelines.some(({ people }) =>
		people.some((person) => namesOf(person, gazetteer).test(text)),
	);

const mayBeBoth =
	/[两兩][个個]?[人位国國岸]|(?<![十百])二人|[俩倆]|他[们們]|父子|[宾賓]主|主客|彼此|主人|客人|[会會][谈談晤]|一[次面回]|[总總][统統]|主席|元首|[领領][导導]人|[总總][书書][记記]|委[员員][长長]/;
const pairWord = new RegExp(
	`双方|${twoPeople}|两国|两位|两对|俩|他们|宾主|主客|彼此|主人|父子|两岸`,
);

/** Who they are the whole article tells, where it names these two and nobody else. */
const headsOfTwo = /^(?:两国|两位|双方)(?:国家)?(?:元首|领导人)/;

const arrives = /抵达|到达|飞抵|抵京|抵华|降落|启程|出发|离开|开幕/;

function read(
	{ at, to, isStrong, clear }: Act,
	line: Line,
	passage: Passage,
	frame: ArticleFrame,
): readonly Candidate[] {
	const { unit, sentence } = line;
	const { people } = passage;
	const layer: Layer | undefined = unit.layers.find(
		({ text }) => text.charAt(at) === unit.folded.charAt(at),
	);
	if (!layer) return [];
	const clauses = clausesIn(unit, layer, sentence);
	const clause =
		clauses.find((one) => one.at <= at && at < one.to) ?? clauses[0];
	if (!clause) return [];
	const meeting: Meeting = {
		pairs: [people],
		how: "together",
		verb: { at, to, word: "", sort: "loose", type: "together" },
		clause,
		from: clause.at,
		end: to,
	};
	const context: SentenceContext = {
		unit,
		layer,
		sentence,
		clauses,
		persons: layer.persons.filter(
			(person) => person.at >= sentence.at && person.to <= sentence.to,
		),
		frame,
	};
	const speaker = layer.spoken
		? people.find((id) => id === layer.speaker)
		: unit.speeches.findLast((speech) => speech.at <= at)?.speaker;
	const isOthers =
		!layer.spoken &&
		isIndirectSpeech(unit, { at: sentence.at, to: at }) &&
		!people.includes(speaker ?? "?");
	if (isOthers) return [];
	// 疫情前的最后一面，是2019年4月25日: the day right behind it.
	const around =
		unit.dates.find((date) => date.at === to && date.precision === "day") ??
		passage.dayAround(line, at, frame);
	return judge(meeting, context, around).flatMap((candidate) => {
		const { claim } = candidate;
		if (!claim) return [];
		const isMonth = claim.precision === "month" && isStrong && clear === 1;
		if (claim.precision !== "day" && !isMonth) return [];
		const isPlaced =
			(claim.where.city ??
				claim.where.venue ??
				claim.nearby?.city ??
				claim.nearby?.venue) !== undefined;
		const isLate = arrives.test(
			unit.folded.slice(around?.to ?? sentence.at, at),
		);
		const proof = isStrong || isPlaced ? 1 : 0.5;
		return [
			{
				claim: {
					...claim,
					evidence: proof * clear * (isLate && !isStrong ? 0.6 : 1),
				},
			},
		];
	});
}
