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
 */
export function readSet(path: string): readonly Sample[] {
	if (existsSync(join(path, "gold-events.json"))) return eventSet(path);
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
}

function eventSet(path: string): readonly Sample[] {
	const gold = json(join(path, "gold-events.json")) as {
		readonly people?: readonly [string, string];
		readonly events: readonly GoldEvent[];
	};
	const [first] = defaults.timelines;
	const people = gold.people ?? first?.people;
	if (!people) return [];
	const truths = gold.events.map(
		(event): Truth => ({
			start: event.accept_start,
			end: event.accept_end,
			days: event.meeting_days ?? [event.start],
			expect:
				event.expect === "must" && (event.files_main?.length ?? 0) > 0
					? "must"
					: "may",
			city: event.city ?? undefined,
			venue: event.venue ?? undefined,
			kind: event.kind ?? undefined,
			visit: event.visit,
		}),
	);
	return [{ name: basename(path), people, drafts: draftsOf(path), truths }];
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

function draftsOf(folder: string): readonly Draft[] {
	return readdirSync(folder)
		.filter((name) => /^[\da-z].*\.(?:txt|md)$/.test(name))
		.sort()
		.flatMap((path) => {
			const bytes = readFileSync(join(folder, path));
			return draftArticle({ path, bytes }, drafting).value ?? [];
		});
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
