/** Sets of articles with a truth beside them, in three formats. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { defaults } from "../../src/config.ts";
import type { Draft } from "../../src/domain/article.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { draftSettings } from "../../src/normalise/settings.ts";
import { readCases } from "./cases.ts";

const drafting = draftSettings(defaults);

/** A meeting as a person wrote it down who read the articles. */
export interface Truth {
	/** First and last day that an answer may have. */
	readonly start: string;
	readonly end: string;
	/** The days on which the two met; an answer that begins on one of them is exact. */
	readonly days: readonly string[];
	/** `must` be found, `may` be found. */
	readonly expect: "must" | "may";
	readonly city?: string | undefined;
	readonly venue?: string | undefined;
	readonly kind?: string | undefined;
	readonly visit?: readonly [string, string] | undefined;
}

/** Articles that make an archive of their own, and what it must say of one pair. */
export interface Sample {
	readonly name: string;
	readonly people: readonly [string, string];
	readonly drafts: readonly Draft[];
	readonly truths: readonly Truth[];
	/** The least of leads, and the days of contacts that were not in person. */
	readonly leads?: number;
	readonly remote?: readonly string[];
}

/**
 * Read a set.
 *
 * @param path a folder with `gold-events.json` (one pair, a file an article), a folder with `gold.json` and `items/` (labels of
 * guest and day), or a file or folder of cases (see `cases.ts`).
 * @param alone whether each file of a set of events is an archive of its own, held against the events that name it as theirs.
 */
export function readSet(path: string, alone = false): readonly Sample[] {
	if (existsSync(join(path, "gold-events.json"))) return eventSet(path, alone);
	if (existsSync(join(path, "items"))) return labelSet(path);
	const files = path.endsWith(".txt")
		? [path]
		: readdirSync(path)
				.filter((name) => name.endsWith(".txt"))
				.sort()
				.map((name) => join(path, name));
	return files.flatMap((file) => readCases(readFileSync(file, "utf8")));
}

interface GoldEvent {
	readonly start: string;
	readonly accept_start: string;
	readonly accept_end: string;
	readonly meeting_days?: readonly string[];
	readonly city?: string | null;
	readonly venue?: string | null;
	readonly kind?: string | null;
	readonly visit?: readonly [string, string];
	readonly expect: string;
	readonly files_main?: readonly string[];
	readonly files_retrospective?: readonly string[];
}

function eventSet(path: string, alone: boolean): readonly Sample[] {
	const gold = json(join(path, "gold-events.json")) as {
		readonly people?: readonly [string, string];
		readonly events: readonly GoldEvent[];
	};
	const [first] = defaults.timelines;
	const people = gold.people ?? first?.people;
	if (!people) return [];
	const names = filesIn(path);
	const groups = alone ? names.map((name) => [name]) : [names];
	return groups.map((files): Sample => {
		const truths = gold.events.map((event) => truthOf(event, files));
		return {
			name: alone ? (files[0] ?? "") : basename(path),
			people,
			drafts: draftsOf(path, files),
			truths: truths.filter((truth) => truth !== undefined),
		};
	});
}

/** @returns `undefined` where none of the files tells of the event. */
function truthOf(
	event: GoldEvent,
	files: readonly string[],
): Truth | undefined {
	const { files_main: main = [], files_retrospective: recalls = [] } = event;
	const isTold = (names: readonly string[]) =>
		names.some((name) => files.includes(name));
	if (!isTold(main) && !isTold(recalls)) return undefined;
	return {
		start: event.accept_start,
		end: event.accept_end,
		days: event.meeting_days ?? [event.start],
		expect: event.expect === "must" && isTold(main) ? "must" : "may",
		city: event.city ?? undefined,
		venue: event.venue ?? undefined,
		kind: event.kind ?? undefined,
		visit: event.visit,
	};
}

interface Label {
	readonly person: string;
	readonly day: string;
}

/** Every label is a meeting of 习近平 with the person named; days of one person make one sample. */
function labelSet(path: string): readonly Sample[] {
	const { gold } = json(join(path, "gold.json")) as {
		readonly gold: readonly Label[];
	};
	const drafts = draftsOf(join(path, "items"));
	const persons = [...new Set(gold.map(({ person }) => person))].sort();
	return persons.map((person): Sample => {
		const days = gold.filter((one) => one.person === person);
		return {
			name: person,
			people: ["xi-jinping", person],
			drafts,
			truths: [...new Set(days.map(({ day }) => day))].map((day) => ({
				start: day,
				end: day,
				days: [day],
				expect: "must",
			})),
		};
	});
}

function draftsOf(folder: string, names = filesIn(folder)): readonly Draft[] {
	return names.flatMap((path) => {
		const bytes = readFileSync(join(folder, path));
		return draftArticle({ path, bytes }, drafting).value ?? [];
	});
}

function filesIn(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter((name) => /\.(?:txt|md|html)$/.test(name) && !isNotes(name))
		.sort();
}

const isNotes = (name: string): boolean => /^(?:README|CASES)\./.test(name);

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
