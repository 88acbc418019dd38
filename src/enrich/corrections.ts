/** `seeds/_corrections.yml`: what a person knows better than the rules. */
import { join } from "node:path";
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { type CivilDay, parseWhen } from "../domain/time.ts";
import { NotOpened, readTextBelow } from "../read/open.ts";
import { isMove, type Move, readMove } from "./moves.ts";

/** One entry; `line` is 1-based. */
export interface CorrectionEntry {
	readonly action: "confirm" | "reject" | "merge" | "date" | "place" | "note";
	/** Encounter id, `2023-03-01-beijing`; its day alone will do. */
	readonly encounter: string;
	/** With `merge`: the encounter that stays. */
	readonly into?: string;
	readonly start?: CivilDay;
	readonly end?: CivilDay;
	/** With `place`: names as the site is to print them. */
	readonly city?: string;
	readonly country?: string;
	readonly venue?: string;
	readonly note?: string;
	readonly source?: string;
	readonly line: number;
}

/** All entries about meetings in the order of the file, which is the order in which they are applied. */
export type Corrections = readonly CorrectionEntry[];

/** What the file says. */
export interface Corrected {
	readonly meetings: Corrections;
	/** Articles that lie at another address now. */
	readonly moves: readonly Move[];
}

/** What lies under the name of the corrections is none of them. */
export class CorrectionsNotRead extends Error {}

/** Bytes of the file that are read at most. */
const mostOfCorrections = 20_000_000;

/**
 * The text of the corrections.
 *
 * @returns `undefined` where there is none.
 * @throws {CorrectionsNotRead} a sentence when there is something that cannot be read: a link, a pipe, a file without end.
 */
export function correctionsText(seeds: string): string | undefined {
	try {
		return readTextBelow(seeds, correctionsFile, mostOfCorrections);
	} catch (cause) {
		if (!(cause instanceof NotOpened)) throw cause;
		throw new CorrectionsNotRead(
			`${join(seeds, correctionsFile)} is not read: ${cause.message} Put a plain file there.`,
		);
	}
}

/** The name under which findings about the file are reported. */
export const correctionsFile = "_corrections.yml";

const actions = [
	"confirm",
	"reject",
	"merge",
	"date",
	"place",
	"note",
] as const;
const fields: Readonly<Record<(typeof actions)[number], readonly string[]>> = {
	confirm: [],
	reject: [],
	merge: ["into"],
	date: ["start", "end"],
	place: ["city", "country", "venue"],
	note: [],
};

/**
 * Read the corrections: a YAML list, one entry a line if you like.
 *
 * ```yaml
 * - {confirm: 2017-06-16-beijing, note: 外交部网站有记录, source: "https://…"}
 * - {date: 2023-03-01-beijing, start: 2023-03-01, end: 2023-03-01}
 * - {merge: 2015-05-11-minsk, into: 2015-05-10-minsk}
 * - {moved: 76cbd0b7a4d8a1e2, to: 10c0ef97080f5d90}
 * ```
 *
 * Scalars stay text (a date is not turned into a moment in UTC). An entry that cannot be understood is left out and reported
 * with its line; the others still count.
 *
 * @param text `undefined` when there is no such file.
 */
export function readCorrections(text: string | undefined): Outcome<Corrected> {
	if (text === undefined || text.trim() === "") return nothing;
	let data: unknown;
	try {
		data = load(text, { schema: FAILSAFE_SCHEMA });
	} catch (cause) {
		if (!(cause instanceof YAMLException)) throw cause;
		return {
			...nothing,
			diagnostics: [
				finding(
					(cause.mark?.line ?? 0) + 1,
					`This is no YAML: ${cause.reason}.`,
				),
			],
		};
	}
	if (data === null || data === undefined || data === "") return nothing;
	if (!Array.isArray(data))
		return {
			...nothing,
			diagnostics: [finding(1, "The file must be a list of corrections.")],
		};
	const lines = itemLines(text);
	const meetings: CorrectionEntry[] = [];
	const moves: Move[] = [];
	const diagnostics: Diagnostic[] = [];
	for (const [index, item] of data.entries()) {
		const line = lines[index] ?? 1;
		const read = isMove(item) ? readMove(item, line) : readEntry(item, line);
		if (typeof read === "string") diagnostics.push(finding(line, read));
		else if ("from" in read) moves.push(read);
		else meetings.push(read);
	}
	return { value: { meetings, moves }, diagnostics };
}

const nothing: Outcome<Corrected> = {
	value: { meetings: [], moves: [] },
	diagnostics: [],
};

function finding(line: number, reason: string): Diagnostic {
	return {
		severity: "error",
		ruleId: "enrich/correction-unreadable",
		file: correctionsFile,
		line,
		reason,
	};
}

/** 1-based lines on which the items of a top-level list begin; js-yaml does not tell. */
function itemLines(text: string): readonly number[] {
	const lines = text.split("\n");
	const indent = /^( *)- /m.exec(text)?.[1] ?? "";
	return lines.flatMap((line, i) =>
		line.startsWith(`${indent}- `) || line === `${indent}-` ? [i + 1] : [],
	);
}

/** The entry, or what is wrong with it as a sentence. */
function readEntry(item: unknown, line: number): CorrectionEntry | string {
	if (typeof item !== "object" || item === null || Array.isArray(item))
		return "An entry must be a mapping such as {confirm: 2023-03-01-beijing}.";
	const map = item as Record<string, unknown>;
	const named = actions.filter((action) => action in map);
	// `note` beside an action explains it; alone it is the action.
	const action = named.find((name) => name !== "note") ?? named[0];
	if (!action) return `An entry needs one of: ${actions.join(", ")}, moved.`;
	if (named.filter((name) => name !== "note").length > 1)
		return `An entry may have one action; this one has ${named.join(" and ")}.`;
	const known = [action, "note", "source", "encounter", ...fields[action]];
	const stray = Object.keys(map).find((key) => !known.includes(key));
	if (stray) return `“${stray}” is no field of “${action}”.`;
	const wrong = Object.entries(map).find(
		([, value]) => typeof value !== "string" || value === "",
	);
	if (wrong) return `“${wrong[0]}” must be a text.`;
	const field = map as Record<string, string>;
	const encounter = action === "note" ? field.encounter : field[action];
	if (!encounter || !/^\d{4}-\d{2}-\d{2}(?:-[a-z0-9-]+)?$/.test(encounter))
		return `“${encounter ?? ""}” is no meeting's id; ids look like 2023-03-01-beijing.`;
	if (action === "merge" && !field.into) return "“merge” needs “into”.";
	if (action === "date" && !field.start) return "“date” needs “start”.";
	if (action === "place" && !field.city && !field.country && !field.venue)
		return "“place” needs “city”, “country” or “venue”.";
	const [start, end] = [field.start, field.end ?? field.start].map(
		(day) => day && parseWhen(day, "utc")?.day,
	);
	if ((field.start && !start) || (field.end && !end))
		return "“start” and “end” must be days such as 2023-03-01.";
	if (start && end && end < start) return "“end” is before “start”.";
	const texts = ["into", "city", "country", "venue", "note", "source"] as const;
	return {
		action,
		encounter,
		...(start && end && { start, end }),
		...Object.fromEntries(
			texts.flatMap((key) => (field[key] ? [[key, field[key]]] : [])),
		),
		line,
	};
}
