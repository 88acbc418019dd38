/** An archive's meetings against what a person wrote down. */
import type { Encounter, Encounters } from "../../src/domain/encounter.ts";
import { readClaims } from "../../src/enrich/claims.ts";
import { mergeEncounters } from "../../src/enrich/encounters.ts";
import { fold } from "../../src/enrich/gazetteer/fold.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { finderOf } from "../../src/enrich/where.ts";
import type { Sample, Truth } from "./sets.ts";

/** How many, and what was wrong, a line each. */
export interface Score {
	readonly wanted: number;
	readonly found: number;
	/** Found on the very day. */
	readonly exact: number;
	readonly confirmed: number;
	readonly wrong: number;
	readonly duplicates: number;
	/** Fields the truth states, and those that are the same. */
	readonly fields: Readonly<
		Record<string, readonly [same: number, of: number]>
	>;
	readonly faults: readonly string[];
}

const fieldNames = ["kind", "city", "venue", "visit"] as const;

/** What the archive of a sample's articles says of its pair. */
export function timelineOf({ name, people, drafts }: Sample): Encounters {
	const timeline = { id: "pair", title: name, people };
	const claims = drafts.map((draft) => readClaims(draft, [timeline]));
	return mergeEncounters(claims, [timeline], []).value;
}

/** Compare every confirmed meeting of a sample with its truth. */
export function scoreOf(sample: Sample): Score {
	const { encounters } = timelineOf(sample);
	const confirmed = encounters.filter(({ status }) => status === "confirmed");
	const answers = new Map<Truth, Encounter>();
	const faults: string[] = [];
	let wrong = 0;
	let duplicates = 0;
	for (const encounter of confirmed) {
		const fitting = sample.truths.filter((truth) => fits(encounter, truth));
		// A meeting of several days answers each of its days.
		const free = fitting.filter((truth) => !answers.has(truth));
		for (const truth of free) answers.set(truth, encounter);
		if (free.length > 0) continue;
		const what = fitting.length > 0 ? "duplicate" : "false";
		if (what === "false") wrong++;
		else duplicates++;
		faults.push(`${what} ${shown(encounter)}`);
	}
	const wanted = sample.truths.filter(({ expect }) => expect === "must");
	let found = 0;
	let exact = 0;
	const fields: Record<string, readonly [number, number]> = {};
	for (const truth of wanted) {
		const answer = answers.get(truth);
		if (!answer) {
			const open = encounters.filter(
				(one) => one.status !== "confirmed" && fits(one, truth),
			);
			faults.push(
				`missed ${truth.start} ${open.map((one) => `(${shown(one)})`).join(" ")}`,
			);
			continue;
		}
		found++;
		if (isExact(answer, truth)) exact++;
		else faults.push(`inexact ${truth.start}: ${shown(answer)}`);
		for (const name of fieldNames) {
			const [want, got] = [wantedField(truth, name), givenField(answer, name)];
			if (want === undefined) continue;
			const [same, of] = fields[name] ?? [0, 0];
			const isSame = want === got || (name === "venue" && isHouse(want, got));
			fields[name] = [same + (isSame ? 1 : 0), of + 1];
			if (!isSame)
				faults.push(`${name} of ${truth.start}: ${got ?? "–"}, not ${want}`);
		}
	}
	return {
		wanted: wanted.length,
		found,
		exact,
		confirmed: confirmed.length,
		wrong,
		duplicates,
		fields,
		faults,
	};
}

/** The sum of scores. */
export function total(scores: readonly Score[]): Score {
	const sum = (of: (score: Score) => number): number =>
		scores.reduce((all, score) => all + of(score), 0);
	const fields: Record<string, readonly [number, number]> = {};
	for (const name of fieldNames)
		fields[name] = [
			sum((score) => score.fields[name]?.[0] ?? 0),
			sum((score) => score.fields[name]?.[1] ?? 0),
		];
	return {
		wanted: sum(({ wanted }) => wanted),
		found: sum(({ found }) => found),
		exact: sum(({ exact }) => exact),
		confirmed: sum(({ confirmed }) => confirmed),
		wrong: sum(({ wrong }) => wrong),
		duplicates: sum(({ duplicates }) => duplicates),
		fields,
		faults: scores.flatMap(({ faults }) => faults),
	};
}

function fits({ start, end }: Encounter, truth: Truth): boolean {
	return start <= truth.end && truth.start <= end;
}

/** One day is exact when it is a day of the truth; days are when they begin with one, or hold the truth's. */
function isExact({ start, end, precision }: Encounter, truth: Truth): boolean {
	if (truth.days.length > 1 && truth.start <= start && end <= truth.end)
		return true;
	if (precision !== "day") return false;
	return (
		truth.days.includes(start) ||
		(truth.start === truth.end && start <= truth.start && truth.start <= end)
	);
}

function wantedField(
	truth: Truth,
	name: (typeof fieldNames)[number],
): string | undefined {
	return name === "visit" ? truth.visit?.join("..") : truth[name];
}

function givenField(
	{ kind, place, visit }: Encounter,
	name: (typeof fieldNames)[number],
): string | undefined {
	if (name === "kind") return kind;
	if (name === "visit") return visit && `${visit.start}..${visit.end}`;
	return place[name];
}

/** Whether a house is called so as well: 钓鱼台 is 钓鱼台国宾馆, 人民大会堂新疆厅 is in it, 沈阳友谊宾馆 has its city before it. */
function isHouse(name: string, house: string | undefined): boolean {
	const folded = fold(name);
	const find = finderOf(builtIn);
	const hits = find(folded);
	return (
		house !== undefined &&
		(hits.some(({ value }) => value.kind === "venue" && value.name === house) ||
			hits.some(
				({ at, to, value }) =>
					at === 0 && value.kind === "city" && folded.slice(to) === fold(house),
			))
	);
}

function shown({ id, end, status, precision, mentions }: Encounter): string {
	const [mention] = mentions;
	return `${id}..${end.slice(5)} ${status} ${precision} ${mention?.rule} “${mention?.quote.slice(0, 60)}” ${mention?.file}`;
}
