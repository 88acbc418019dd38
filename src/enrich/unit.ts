/** One readable part of an article (headline, paragraph or caption), folded and taken apart. */
import type { Draft } from "../domain/article.ts";
import type { CivilDay } from "../domain/time.ts";
import { type DateContext, type Dated, readDates } from "./dates.ts";
import { fold } from "./gazetteer/fold.ts";
import { countries } from "./gazetteer/index.ts";
import { type PersonToken, personsIn } from "./persons.ts";
import {
	around,
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
	readonly folded: string;
	readonly sentences: readonly Stretch[];
	readonly layers: readonly Layer[];
	readonly dates: readonly Dated[];
	/** 中白, 俄白 …: pairs of country ids by place. */
	readonly bilaterals: readonly {
		readonly at: number;
		readonly pair: readonly [string, string];
	}[];
	/** Where indirect speech begins and who speaks: 卢卡申科表示，…… to the end of the unit. */
	readonly speeches: readonly {
		readonly at: number;
		readonly speaker: string;
	}[];
}

/** Headline, then paragraphs, then captions; a caption that repeats an earlier one is left out. */
export function rawUnits(draft: Draft): readonly RawUnit[] {
	const captions = draft.figures.map(
		({ id, caption, alt }): RawUnit => ({
			id,
			sort: "caption",
			text: caption || alt,
		}),
	);
	return [
		{ id: "headline", sort: "headline", text: draft.headline },
		...draft.paragraphs.map(
			({ id, text }): RawUnit => ({
				id,
				sort: "paragraph",
				text,
			}),
		),
		...captions,
	];
}

const speechVerb =
	/^(?:[^，。：“]{0,12})?(?:表示|指出|强调|说|称|认为|告诉[^，。]{1,12}|重申|谈到)(?:，|：|$)/;

/**
 * Take a unit apart, each part when it is first asked for.
 *
 * @param context what its dates count from, but for its own speech; parts of it may be made when they are asked for.
 */
export function readUnit(
	raw: RawUnit,
	day: CivilDay,
	context: DateContext,
): Unit {
	const folded = withoutAsides(fold(raw.text));
	// Most units are never asked for more than this: they hold no word that matters.
	const parts = once(() => partsOf(folded, raw.sort, day));
	const sentences = once(() => sentencesOf(folded));
	const bilaterals = once(() => bilateralsIn(folded));
	const dates = once(() => {
		const { quotations, speeches } = parts();
		const [first] = speeches;
		const speech = [
			...quotations,
			...(first ? [{ at: first.at, to: folded.length }] : []),
		];
		return readDates(folded, context, speech);
	});
	return {
		...raw,
		folded,
		get layers() {
			return parts().layers;
		},
		get speeches() {
			return parts().speeches;
		},
		get sentences() {
			return sentences();
		},
		get dates() {
			return dates();
		},
		get bilaterals() {
			return bilaterals();
		},
	};
}

interface Parts {
	readonly layers: readonly Layer[];
	readonly speeches: Unit["speeches"];
	readonly quotations: readonly Stretch[];
}

function partsOf(folded: string, sort: RawUnit["sort"], day: CivilDay): Parts {
	const quotations = sort === "paragraph" ? quotationsOf(folded) : [];
	const report = around(folded, quotations);
	const persons = personsIn(report, day);
	const quoted = quotations.map((quotation): Layer => {
		const text = only(folded, quotation);
		return {
			text,
			persons: personsIn(text, day),
			speaker: speakerOf(report, persons, quotation),
			spoken: true,
		};
	});
	return {
		layers: [{ text: report, persons, spoken: false }, ...quoted],
		speeches: speechesOf(report, persons),
		quotations,
	};
}

function once<Value>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => {
		value ??= make();
		return value;
	};
}

function speechesOf(
	report: string,
	persons: readonly PersonToken[],
): Unit["speeches"] {
	return persons.flatMap(({ id, to, aside }) => {
		const match =
			aside === undefined && speechVerb.exec(report.slice(to, to + 40));
		return match ? [{ at: to + match[0].length, speaker: id }] : [];
	});
}

/** “……，”习近平说 or 习近平说：“……”. */
function speakerOf(
	report: string,
	persons: readonly PersonToken[],
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

const initials = new Map(
	countries.flatMap(({ id, initial }) =>
		initial ? [[initial, id] as const] : [],
	),
);
// 乌 stands for two countries and 巴 or 德 for parts of many words: two initials in a row need 关系, 两国 or the like.
const bilateral = new RegExp(
	`([${[...initials.keys()].join("")}])([${[...initials.keys()].join("")}])(?=两国|关系|双方|元首|领导人|贸易|经贸|合作|双边|全天候|全面|友谊|友好|人民|建交|总理|政治|联合|工业|地方|高层|各|战略|在|共同|一)`,
	"g",
);

function bilateralsIn(text: string): Unit["bilaterals"] {
	return [...text.matchAll(bilateral)].flatMap((match) => {
		const a = initials.get(match[1] ?? "");
		const b = initials.get(match[2] ?? "");
		return a && b && a !== b
			? [{ at: match.index, pair: [a, b] as const }]
			: [];
	});
}
