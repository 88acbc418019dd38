import type { Published, Witness } from "../domain/article.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import {
	addDays,
	type CivilDay,
	dayIn,
	daysBetween,
	type EpochMs,
	parseWhen,
} from "../domain/time.ts";
import { earliest } from "./day-in-address.ts";
import { epoch, spelled } from "./spelled-date.ts";

/** One date that a file states, before it is weighed. */
export interface Statement {
	readonly kind: Witness["kind"];
	/** The words as they stand in the file. */
	readonly text: string;
	/** The same in a form that `parseWhen` reads, where the words are not. */
	readonly read?: string;
	readonly line?: number;
}

/** What became of the dates of a file. */
export interface Dating {
	readonly published: Published | undefined;
	readonly recorded: EpochMs | undefined;
	readonly witnesses: Witness[];
}

interface Heard extends Statement {
	readonly at: EpochMs | undefined;
	readonly day: CivilDay | undefined;
	verdict: Witness["verdict"] | undefined;
}

/** From here on stamps are placeholders such as 2099-12-31 or 9999: no clock was ever that fast. */
const placeholder = "2090-01-01" as CivilDay;
/** A stamp further than this from the day in the article's own address is a wrong one. */
const farDays = 366;
/** A stamp further than this from it is a wrong one where another witness agrees with the address. */
const suspectDays = 60;

/**
 * Settle when an article was published from everything its file says about it.
 *
 * The most trusted witness that is plausible wins (the order of `statements`); when it names only a
 * day and a later one an instant on that day, the instant is taken. A witness of another day is
 * reported, not obeyed. The crawler's comment is its own clock: it settles the date only where the
 * outlet says nothing better, and `NaN` there means that the front matter's date is the crawler's too.
 *
 * @param statements in order of trust.
 * @param zone IANA zone of the outlet's clock.
 * @returns no `published` when nobody else but the crawler speaks, or nobody at all.
 */
export function settlePublished(
	file: string,
	statements: readonly Statement[],
	zone: string,
): Outcome<Dating> {
	const heard = statements.map((statement) => hear(statement, zone));
	const header = heard.find(({ kind }) => kind === "header");
	// Who saves a page says when it was saved, and nothing else.
	for (const witness of heard)
		if (witness.kind === "capture" && witness.day !== undefined)
			witness.verdict = "recorded";
	const crawled = heard.find(({ kind }) => kind === "front-matter");
	if (header && header.at === undefined && crawled?.at !== undefined)
		judgeCrawled(heard, crawled, crawled.at, zone);
	judgePlausibility(heard);
	const recorded =
		recording(header, crawled) ??
		heard.find(({ kind }) => kind === "capture")?.at;
	const first = heard.find(({ verdict }) => verdict === undefined);
	const chosen = first && refine(first, heard);
	if (chosen) chosen.verdict = "chosen";
	for (const witness of heard)
		witness.verdict ??=
			witness.kind === "file-name" &&
			recorded !== undefined &&
			witness.day === dayIn(recorded, "UTC") &&
			witness.day !== chosen?.day
				? "recorded"
				: compare(witness, chosen, header);
	return {
		value: {
			published: chosen && {
				precision: chosen.at === undefined ? "day" : "instant",
				...(chosen.at === undefined ? {} : { at: chosen.at }),
				day: chosen.day as CivilDay,
				zone,
				basis: chosen.kind,
			},
			recorded,
			witnesses: heard.map(toWitness),
		},
		diagnostics: heard.flatMap((witness) => report(file, witness, chosen)),
	};
}

function hear(statement: Statement, zone: string): Heard {
	const { kind, text, read } = statement;
	const when =
		kind === "header" || /^\s*(?:\d{10}|\d{13})(?:\.\d+)?\s*$/.test(text)
			? epoch(text.trim(), zone)
			: (parseWhen(read ?? text, zone) ?? parseWhen(spelled(text), zone));
	return {
		...statement,
		at: when?.precision === "instant" ? when.at : undefined,
		day: when?.day,
		verdict: when ? undefined : "unreadable",
	};
}

/** Without a stamp of its own, the crawler wrote its clock into the front matter and the file name. */
function judgeCrawled(
	heard: readonly Heard[],
	crawled: Heard,
	at: EpochMs,
	zone: string,
): void {
	crawled.verdict = "recorded";
	for (const witness of heard)
		if (
			witness.kind === "file-name" &&
			(witness.day === dayIn(at, "UTC") || witness.day === dayIn(at, zone))
		)
			witness.verdict = "recorded";
}

function judgePlausibility(heard: readonly Heard[]): void {
	const inAddress = heard.find(
		({ kind, day, verdict }) =>
			kind === "url" && day !== undefined && verdict === undefined,
	)?.day;
	for (const witness of heard) {
		const { day } = witness;
		if (day === undefined || witness.verdict !== undefined) continue;
		const far =
			inAddress !== undefined &&
			witness.kind !== "url" &&
			isFar(inAddress, day, heard);
		if (
			day < earliest ||
			day >= placeholder ||
			day.length !== earliest.length ||
			far
		)
			witness.verdict = "implausible";
	}
	// Nobody can have published after the crawler saw it, give or take a zone.
	const seen = heard.find(
		({ kind, day, verdict }) =>
			kind === "header" && day !== undefined && verdict === undefined,
	)?.day;
	if (seen === undefined) return;
	const latest = addDays(seen, 1);
	// A magazine's address names the day of its issue, which is in the shops before.
	const latestIssue = addDays(seen, 31);
	for (const witness of heard)
		if (
			witness.verdict === undefined &&
			witness.day !== undefined &&
			witness.day > (witness.kind === "url" ? latestIssue : latest)
		)
			witness.verdict = "implausible";
}

/** Further from the day in the address than any stamp is, or far from it where another witness agrees with the address. */
function isFar(
	inAddress: CivilDay,
	day: CivilDay,
	heard: readonly Heard[],
): boolean {
	const away = Math.abs(daysBetween(inAddress, day));
	return (
		away > farDays ||
		(away > suspectDays &&
			heard.some(
				({ kind, day: other }) =>
					kind !== "url" &&
					other !== undefined &&
					Math.abs(daysBetween(inAddress, other)) <= 1,
			))
	);
}

function recording(
	header: Heard | undefined,
	crawled: Heard | undefined,
): EpochMs | undefined {
	if (header?.at !== undefined)
		return header.verdict === undefined ? header.at : undefined;
	return crawled?.verdict === "recorded" ? crawled.at : undefined;
}

/** A day becomes an instant when a less trusted witness knows the hour of that day. */
function refine(first: Heard, heard: readonly Heard[]): Heard {
	if (first.at !== undefined) return first;
	return (
		heard.find(
			(other) =>
				other.verdict === undefined &&
				other.at !== undefined &&
				other.day === first.day,
		) ?? first
	);
}

function compare(
	witness: Heard,
	chosen: Heard | undefined,
	header: Heard | undefined,
): Witness["verdict"] {
	if (!witness.day) return "unreadable";
	if (!chosen?.day) return "recorded";
	const sameStamp =
		witness.at !== undefined && witness !== header && witness.at === header?.at;
	if (witness.kind === "header" || sameStamp) {
		const early = daysBetween(chosen.day, witness.day) < -1;
		return early ? "conflicts" : "recorded";
	}
	if (witness.day === chosen.day) return "agrees";
	if (witness.day === addDays(chosen.day, -1)) return "agrees";
	// File names are written by crawlers, mostly on UTC's clock.
	const utc = chosen.at === undefined ? undefined : dayIn(chosen.at, "UTC");
	return witness.day === utc ? "agrees" : "conflicts";
}

function toWitness({ kind, text, line, at, day, verdict }: Heard): Witness {
	return {
		kind,
		text,
		...(line === undefined ? {} : { line }),
		...(at === undefined ? {} : { at }),
		...(day === undefined ? {} : { day }),
		verdict: verdict ?? "unreadable",
	};
}

const reasons: Partial<Record<Witness["verdict"], [string, string]>> = {
	conflicts: [
		"normalise/date-conflict",
		"A date names another day than the one that was chosen.",
	],
	unreadable: ["normalise/date-unreadable", "A date could not be read."],
	implausible: [
		"normalise/date-implausible",
		"A date is before 1990, after the recording, a placeholder, or far from the day in the address.",
	],
};

function report(
	file: string,
	{ verdict, text, line, kind }: Heard,
	chosen: Heard | undefined,
): Diagnostic[] {
	const reason = verdict && reasons[verdict];
	// `NaN` in the header is so common that it is no news.
	if (!reason || (kind === "header" && verdict === "unreadable")) return [];
	return [
		{
			severity: "warning",
			ruleId: reason[0],
			file,
			...(line === undefined ? {} : { line }),
			reason: reason[1],
			actual: text.slice(0, 120),
			...(chosen?.day === undefined ? {} : { expected: chosen.day }),
		},
	];
}
