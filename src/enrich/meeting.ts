/** One meeting word and the people it joins. */

import type { MeetingVerb } from "./found-verbs.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import type { Stretch } from "./segments.ts";

/** Two person ids. */
export type Pair = readonly [string, string];

/** One meeting word with the people it joins. */
export interface Meeting {
	readonly verb: MeetingVerb;
	readonly clause: Stretch;
	/** Where the words that belong to this meeting word begin: after the previous one of the clause. */
	readonly from: number;
	/** Pairs of person ids that the clause says met. */
	readonly pairs: readonly Pair[];
	/**
	 * `list` where leaders are enumerated at an event; `plural` where only 两国元首 or 双方 was written; `implied` where the clause
	 * leaves one of them or both out.
	 */
	readonly how: "met" | "together" | "list" | "plural" | "implied";
	/** Where its place is looked for, where that is not its clause. */
	readonly placed?: Stretch;
	/** Behind the word and its objects: where 时, 前 and 后 stand. */
	readonly end: number;
}

/** What the surroundings tell about the words that name nobody. */
export interface Surroundings {
	readonly gazetteer: Gazetteer;
	/** The meeting words of the text. */
	readonly verbs: readonly MeetingVerb[];
	/** The last person who acted before this sentence. */
	readonly subject: string | undefined;
	/** The one who acted before them: what 他 may stand for. */
	readonly previous?: string | undefined;
	/** Who 两国元首 and 双方 are at a place in the text. */
	readonly plural: (at: number) => Pair | undefined;
	/** Whom the line of a list is about. */
	readonly line: (at: number) => Pair | undefined;
	/** Those of the meeting that the article told last. */
	readonly told: readonly Pair[];
}
