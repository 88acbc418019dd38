/** What one article alone says about the meetings that are followed: plain JSON, cached with its draft. */
import type { EncounterKind, Mention, Rejected } from "../domain/encounter.ts";
import type { CivilDay } from "../domain/time.ts";
import type { NearDay } from "./when.ts";

/** A place as far as the text tells it: gazetteer ids for city and country, the venue's name. */
export interface Where {
	readonly city?: string;
	readonly country?: string;
	readonly venue?: string;
}

/** One sentence that says two people met. */
export interface Claim extends Mention {
	readonly timeline: string;
	/** The day that the words before it are about, where the sentence itself names none for it. */
	readonly near?: NearDay;
	/** The days it tells of then: from there, or from what else the article says. `firm` where they are the day of the meeting. */
	readonly inherited?: {
		readonly start: CivilDay;
		readonly end: CivilDay;
		readonly firm: boolean;
	};
	/** The stated time is a guess (不久前). */
	readonly vague: boolean;
	/** How much it proves, 0–1: a report that names both is 1, a greeting or a guess at 双方 less. */
	readonly evidence: number;
	/** Whether somebody says it, in quotation marks or without. */
	readonly spoken: boolean;
	/** Whether it may make a meeting by itself, or can only be added to one that is known. */
	readonly weight: "full" | "attach";
	readonly where: Where;
	readonly kind?: EncounterKind;
	/** Whether the weekday beside the date agrees with it. */
	readonly weekdayAgrees?: boolean;
	/** 今年第二次会晤 → 2. */
	readonly ordinalInYear?: number;
	/** Whether it says that they met once more: 次日再次会见. */
	readonly again?: boolean;
	/** Position in the article, for order. */
	readonly order: number;
	/** Where its clause begins, so that two acts of one sentence count as two. */
	readonly clause: number;
	/** Where the words before it place the story, where its own sentence does not. */
	readonly nearby?: Where;
}

/** A visit of one of the two to the other's country or to the place of a summit. */
export interface VisitClaim {
	readonly timeline: string;
	readonly visitor: string;
	readonly host?: string;
	readonly start: CivilDay;
	readonly end: CivilDay;
	/** `false` where the sentence gives the kind of “this visit” alone; start and end are then the article's day. */
	readonly dated: boolean;
	readonly kind?: EncounterKind;
	readonly paragraph: string;
	readonly quote: string;
}

/** A document signed or a relation raised, verbatim. */
export interface OutcomeClaim {
	readonly timeline: string;
	readonly text: string;
}

/** 第15次访华, 第13次会面: which one in a row the event at hand is said to be. Only ever compared, never counted upon. */
export interface OrdinalClaim {
	readonly timeline: string;
	/** `meetings` of the two, or the visitor's `visits` to a country. */
	readonly of: "meetings" | "visits";
	/** Who visits which country, `person>country`; empty for meetings. */
	readonly whose: string;
	readonly number: number;
}

/** Everything one article contributes. */
export interface ArticleClaims {
	readonly articleId: string;
	readonly file: string;
	/** Source id. */
	readonly source: string;
	readonly published?: CivilDay;
	readonly claims: readonly Claim[];
	readonly rejected: readonly Rejected[];
	readonly visits: readonly VisitClaim[];
	readonly outcomes: readonly OutcomeClaim[];
	readonly ordinals: readonly OrdinalClaim[];
}
