/** Who acted last where a clause does not say who acts. */

import type { Pair } from "./meeting.ts";
import { subjectOf } from "./meetings.ts";
import { clockLine, lineDay, mayOpen, opening } from "./opening-days.ts";
import type { PersonToken } from "./persons.ts";
import { clausesOf, type Stretch } from "./segments.ts";
import type { Layer, Unit } from "./unit.ts";

/** Who acted last in a layer, worked out where a sentence with a meeting word asks for it. */
export class Actors {
	#subject: string | undefined;
	#previous: string | undefined;
	readonly #waiting: [Stretch, readonly PersonToken[]][] = [];
	readonly #unit: Unit;
	readonly #layer: Layer;
	readonly #unnamed: () => string | undefined;

	/** @param unnamed who acts before anybody is named. */
	constructor(unit: Unit, layer: Layer, unnamed: () => string | undefined) {
		this.#unit = unit;
		this.#layer = layer;
		this.#subject = layer.speaker;
		this.#unnamed = unnamed;
	}

	/** A sentence that was read, and the people in it. */
	add(sentence: Stretch, inside: readonly PersonToken[]): void {
		if (inside.length > 0) this.#waiting.push([sentence, inside]);
	}

	/** The last who acts in the sentences that wait, and the last other one. */
	#lastTwo(): readonly (string | undefined)[] {
		const { text } = this.#layer;
		let last: string | undefined;
		for (const [sentence, inside] of this.#waiting.splice(0).reverse())
			for (const clause of clausesIn(
				this.#unit,
				this.#layer,
				sentence,
			).toReversed()) {
				const own = subjectOf(
					text,
					clause,
					inside.filter(({ at, to }) => at >= clause.at && to <= clause.to),
				);
				if (own === undefined || own === last) continue;
				if (last !== undefined) return [last, own];
				last = own;
			}
		return [last];
	}

	/** The last person who acted, and the one before them. */
	settled(): {
		readonly subject: string | undefined;
		readonly previous: string | undefined;
	} {
		const [last, before] = this.#lastTwo();
		if (last !== undefined && last !== this.#subject)
			[this.#subject, this.#previous] = [last, before ?? this.#subject];
		else if (before !== undefined) this.#previous = before;
		this.#subject ??= this.#unnamed();
		return { subject: this.#subject, previous: this.#previous };
	}
}

/** The clauses of a sentence that hold anything of the layer. */
export function clausesIn(
	unit: Unit,
	layer: Layer,
	sentence: Stretch,
): readonly Stretch[] {
	return clausesOf(layer.text, sentence, unit.sort === "headline").filter(
		({ at, to }) => /[^\0\s”“]/.test(layer.text.slice(at, to)),
	);
}

/** Who acts where nobody was named yet: the only person that the headline names, in the lines of a life or of a day. */
export function lineSubject(
	unit: Unit,
	[headline]: readonly Unit[],
): string | undefined {
	if (!headline || !(lineDay(unit) || leftOut.test(unit.folded)))
		return undefined;
	const named = new Set(
		(headline.layers[0]?.persons ?? []).flatMap(({ id }) =>
			id.startsWith("?") ? [] : id,
		),
	);
	const [only, other] = named;
	return other === undefined ? only : undefined;
}

/** 25日则有甲国总统及丙: members of a list, and whom somebody was with. */
const isListed = /(?:[、及和与同跟]|则有|还有|包括)[^，。；]{0,3}$/;

/** How many parts of an article who acts is carried over. */
const reach = 2;

/** Who acts where a paragraph goes on from the one before: the first who acts in the last sentence before that names anybody. */
export function actorBefore(before: readonly Unit[]): string | undefined {
	for (const { layers, sentences, folded } of before.slice(-reach).reverse()) {
		const acting = (layers[0]?.persons ?? []).filter(
			({ at, id, aside }) =>
				aside === undefined &&
				!id.startsWith("?") &&
				!isListed.test(folded.slice(Math.max(0, at - 8), at)),
		);
		const last = acting.at(-1);
		const start = last && sentences.findLast(({ at }) => at <= last.at)?.at;
		const first = acting.find(({ at }) => at >= (start ?? 0));
		if (first) return first.id;
	}
	return undefined;
}

/** How far above a line what its list is about may be said, in parts of an article. */
const listReach = 20;

/** Longer lines than this, in characters, are prose. */
const longestLine = 90;

const isLine = (unit: Unit): boolean =>
	clockLine.test(unit.text) ||
	opening(unit) !== undefined ||
	(unit.folded.length < longestLine && mayOpen(unit));

/** Whom the lines of a list are about: the only two whom the words above it, or the headline, name. */
export function linePair(
	unit: Unit,
	before: readonly Unit[],
): Pair | undefined {
	if (!isLine(unit)) return undefined;
	const above = before.slice(-listReach);
	const named = (units: readonly Unit[]): ReadonlySet<string> =>
		new Set(
			units.flatMap(({ layers }) =>
				(layers[0]?.persons ?? []).flatMap(({ id, aside }) =>
					aside === "kin" || id.startsWith("?") ? [] : id,
				),
			),
		);
	const verbs = above.filter((one) => !isLine(one)).reverse();
	const ids =
		verbs.map((one) => named([one])).find(({ size }) => size > 1) ??
		named(above);
	const [a, b] = ids;
	return a && b && ids.size === 2 ? [a, b] : undefined;
}

/** 上午，会见甲；下午，会见乙: the times of a day, and no word for who acts. */
const leftOut =
	/(?:^|[，。；：\s])(?:上午|中午|下午|傍晚|晚上|晚间|当晚|随后)，?(?:在[^，。；]{1,12})?(?:会见|会晤|接见|同|与)/;
