/** One sentence and all that is needed to judge it; what it is quoted as. */
import type { TimelineConfig } from "../domain/config.ts";
import type { Mention, Rejected } from "../domain/encounter.ts";
import type { CivilDay } from "../domain/time.ts";
import type { Claim, VisitClaim } from "./claim.ts";
import type { Dated, Heading } from "./dated.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import type { Pair } from "./meeting.ts";
import type { Refusal } from "./modality.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";
import type { Layer, Unit } from "./unit.ts";

/** Something an article says, before it has the article’s id. */
export type Unplaced<Value> = Omit<Value, "articleId" | "file">;

/** One thing a sentence says, before it has an article. */
export interface Candidate {
	readonly claim?: Unplaced<Claim>;
	readonly refused?: Unplaced<Rejected>;
	readonly visit?: VisitClaim;
}

/** What reading a unit needs to know of its article. */
export interface ArticleFrame {
	readonly timelines: readonly TimelineConfig[];
	readonly gazetteer: Gazetteer;
	readonly published: CivilDay | undefined;
	/** `published`, or a day in no year's news for an undated article. */
	readonly anchor: CivilDay;
	readonly latest: CivilDay;
	/** The units before this one, oldest first. */
	readonly before: readonly Unit[];
	/** Their number. */
	readonly order: number;
	/** The hour of publication on the outlet's clock, where it is known. */
	readonly hour: number | undefined;
	/** How the headline says that two were in touch, where it was not face to face. */
	readonly remote: "video" | "telephone" | "letter" | undefined;
	/** Whether the article weighs a rumour. */
	readonly isDoubting: boolean;
	/** When the article lets somebody come and go, by timeline and person. */
	readonly stays: Map<string, { arrived?: CivilDay; left?: CivilDay }>;
	/** What stands alone above the lines that are read. */
	heading: Heading | undefined;
	/** The day above what is read, in a text that is ordered by days. */
	entry: CivilDay | undefined;
	/** Who met in the meeting that the report told last. */
	told: readonly Pair[];
}

/** One sentence of one layer, with everything needed to judge it. */
export interface SentenceContext {
	readonly unit: Unit;
	readonly layer: Layer;
	readonly sentence: Stretch;
	readonly clauses: readonly Stretch[];
	readonly persons: readonly PersonToken[];
	readonly frame: ArticleFrame;
}

type Stated = Pick<
	Mention,
	"paragraph" | "quote" | "start" | "end" | "precision" | "expression"
>;

export function mentionOf(
	{ unit, sentence }: SentenceContext,
	dated: Dated | undefined,
): Stated {
	return {
		paragraph: unit.id,
		quote: unit.text.slice(sentence.at, sentence.to),
		...(dated && {
			start: dated.start,
			end: dated.end,
			precision: dated.precision,
			expression:
				dated.at >= sentence.at && dated.to <= sentence.to
					? unit.text.slice(dated.at, dated.to)
					: "",
		}),
	};
}

export function rejection(
	timeline: string,
	context: SentenceContext,
	dated: Dated | undefined,
	{ code, detail }: Refusal,
): Unplaced<Rejected> {
	return {
		timeline,
		...mentionOf(context, dated),
		rule: `not-${code}`,
		reason: code,
		detail,
	};
}
