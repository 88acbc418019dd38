/** 第15次访华 and 第13次会面: read from articles, and compared with each other. They prove nothing by themselves. */

import { byCodePoint } from "../base/order.ts";
import type { Check, Conflict, Encounter } from "../domain/encounter.ts";
import { addDays } from "../domain/time.ts";
import type { ArticleClaims, OrdinalClaim } from "./claim.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import { numeral, readNumber } from "./numerals.ts";
import type { PersonToken } from "./persons.ts";
import type { ArticleFrame } from "./sentence-context.ts";

const said = new RegExp(
	`第(?<number>[${numeral}]{1,4})次(?:正式|国事)?(?:(?<goal>访(?!问)|来|访问|对)(?<host>[^，。]{1,5})|(?:会晤|会面|会见|见面|会谈))`,
);
/** Another time than the one at hand, or a count that does not begin at the beginning: 战争爆发以来第二次. */
const elsewhen =
	/上一?次|曾|此前|当时|去年|前年|明年|\d{4}年|将|计划|预计|如果|希望|以来|任期|任内|连任|疫情|战争|今年|[周月天年]内|本[周月]|当[天日]/;

const counted = new RegExp(`第[${numeral}]{1,4}次`);

/** Whether {@link ordinalsIn} may find anything in a text or in a part of it. */
export function mayCount(text: string): boolean {
	return text.includes("次") && counted.test(text);
}

/** What a sentence says of the visit or the meeting at hand; nothing where it names anybody else, or another time. */
export function ordinalsIn(
	words: string,
	inside: readonly PersonToken[],
	{ timelines, gazetteer }: Pick<ArticleFrame, "timelines" | "gazetteer">,
): readonly OrdinalClaim[] {
	const found = said.exec(words)?.groups;
	const number = readNumber(found?.number ?? "");
	// 第一次 is said of anything: since a war, in a term, in a city.
	if (!found || !number || number < 2 || elsewhen.test(words)) return [];
	const named = new Set(inside.map(({ id }) => id));
	return timelines.flatMap(({ id, people }): OrdinalClaim[] => {
		if ([...named].some((person) => !people.includes(person))) return [];
		if (!found.goal)
			// 这是两国元首第13次会面 goes on about the two; 中俄两国元首第三次会晤 is about others.
			return named.size === 2 ||
				(named.size === 0 && /^[\0\s]*[这此]/.test(words))
				? [{ timeline: id, of: "meetings", whose: "", number }]
				: [];
		const host = hostOf(found.host ?? "", gazetteer);
		const guests = people.filter(
			(one) => gazetteer.personById(one).country !== host,
		);
		const [guest] = guests;
		if (!host || guests.length !== 1 || !guest || !named.has(guest)) return [];
		return [{ timeline: id, of: "visits", whose: `${guest}>${host}`, number }];
	});
}

/** The country that 访华, 访白, 访问中国 and 来华 lead to. */
function hostOf(words: string, { countries }: Gazetteer): string | undefined {
	if (words.startsWith("华")) return "china";
	return countries.find(
		({ name, initial }) =>
			words.startsWith(name) ||
			(initial !== undefined && words.startsWith(initial)),
	)?.id;
}

interface Stated extends OrdinalClaim {
	readonly articleId: string;
}

/**
 * Compare what articles say of each meeting with one another and with the meetings before it.
 *
 * @param encounters of all timelines, in any order; they come back in the same.
 */
export function withOrdinals(
	encounters: readonly Encounter[],
	articles: readonly ArticleClaims[],
): readonly Encounter[] {
	const stating = articles.filter(({ ordinals }) => ordinals.length > 0);
	const stated = new Map(
		encounters.map((encounter) => [encounter, statedOf(encounter, stating)]),
	);
	return encounters.map((encounter) => {
		const own = stated.get(encounter) ?? [];
		const earlier = encounters.filter(
			({ timeline, start }) =>
				timeline === encounter.timeline && start < encounter.start,
		);
		const conflicts: Conflict[] = [];
		const checks: Check[] = [];
		let ordinal: number | undefined;
		for (const of of ["meetings", "visits"] as const) {
			const mine = own.filter((one) => one.of === of);
			const numbers = [...new Set(mine.map(({ number }) => number))];
			const [number] = numbers;
			if (number === undefined) continue;
			const noun = of === "meetings" ? "会晤" : "访问";
			if (numbers.length > 1) {
				conflicts.push(conflictOf(mine, numbers, noun));
				continue;
			}
			if (of === "meetings") ordinal = number;
			const check = compare(number, mine, earlier, stated, noun);
			if (check) checks.push(check);
		}
		return {
			...encounter,
			...(ordinal !== undefined && { ordinal }),
			conflicts: [...encounter.conflicts, ...conflicts],
			checks: [...encounter.checks, ...checks],
		};
	});
}

/** What the articles that report a meeting as their news say of it, in the days after it. */
function statedOf(
	{ timeline, end, mentions }: Encounter,
	articles: readonly ArticleClaims[],
): readonly Stated[] {
	const reporting = new Set(
		mentions.flatMap(({ role, articleId }) =>
			role === "main" ? [articleId] : [],
		),
	);
	return articles
		.filter(
			({ articleId, published }) =>
				reporting.has(articleId) &&
				published !== undefined &&
				published <= addDays(end, 7),
		)
		.flatMap(({ articleId, ordinals }) =>
			ordinals
				.filter((one) => one.timeline === timeline)
				.map((one) => ({ ...one, articleId })),
		);
}

function conflictOf(
	mine: readonly Stated[],
	numbers: readonly number[],
	noun: string,
): Conflict {
	return {
		field: "ordinal",
		detail: `各篇对这是第几次${noun}说法不同。`,
		values: [...numbers]
			.sort((a, b) => a - b)
			.map((number) => ({
				value: `第${number}次`,
				articleIds: [
					...new Set(
						mine
							.filter((one) => one.number === number)
							.map(({ articleId }) => articleId),
					),
				].sort(byCodePoint),
			})),
	};
}

/** Numbers grow with time, and those of meetings by at least one for each meeting that is known. */
function compare(
	number: number,
	mine: readonly Stated[],
	earlier: readonly Encounter[],
	stated: ReadonlyMap<Encounter, readonly Stated[]>,
	noun: string,
): Check | undefined {
	const [first] = mine;
	const before = [...earlier]
		.sort((a, b) => byCodePoint(b.start, a.start))
		.flatMap((encounter) =>
			(stated.get(encounter) ?? [])
				.filter(({ of, whose }) => of === first?.of && whose === first.whose)
				.map((one) => ({ number: one.number, start: encounter.start })),
		)[0];
	const known = earlier.filter(
		({ status, start }) =>
			status === "confirmed" && (!before || start > before.start),
	).length;
	const least =
		(before?.number ?? 0) + (first?.of === "meetings" ? known : 0) + 1;
	// One article alone, with nothing that it could contradict, is no check.
	if (!before && number >= least) return undefined;
	return {
		rule: `ordinal-of-${first?.of}`,
		result: number >= least ? "passed" : "failed",
		detail: before
			? `文中说是第 ${number} 次${noun}；${before.start} 的报道说是第 ${before.number} 次。`
			: `文中说是第 ${number} 次${noun}；而本存档在此之前已有 ${known} 次。`,
	};
}

/** “今年第二次会晤” can only be checked once all meetings of the year are known. */
export function withOrdinalsInYear(
	encounters: readonly Encounter[],
): readonly Encounter[] {
	return encounters.map((encounter) => {
		const open = encounter.checks.find(
			({ rule }) => rule === "ordinal-in-year",
		);
		if (!open) return encounter;
		const year = encounter.start.slice(0, 4);
		const known = encounters.filter(
			({ timeline, status, start }) =>
				timeline === encounter.timeline &&
				status === "confirmed" &&
				start.startsWith(year) &&
				start <= encounter.start,
		).length;
		const stated = Number(open.detail);
		const result =
			known === stated ? "passed" : known < stated ? "unknown" : "failed";
		const detail = `文中说是当年第 ${stated} 次会晤；本存档到此为止有 ${known} 次。`;
		return {
			...encounter,
			checks: encounter.checks.map((check) =>
				check === open ? { ...check, result, detail } : check,
			),
		};
	});
}
