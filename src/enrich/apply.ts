/** Corrections, applied to meetings one after the other. */

import { byCodePoint } from "../base/order.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type {
	Correction,
	Encounter,
	Place,
	Rejected,
} from "../domain/encounter.ts";
import {
	type CorrectionEntry,
	type Corrections,
	correctionsFile,
} from "./corrections.ts";
import type { Gazetteer } from "./gazetteer/index.ts";

/**
 * Apply each entry to the meeting it names. The id of a corrected meeting stays what it was, so that links and later
 * entries still find it; an entry that finds no meeting is a warning.
 *
 * The mentions of a rejected meeting go where everything goes that was turned down, with the corrector's note.
 */
export function applyCorrections(
	encounters: readonly Encounter[],
	corrections: Corrections,
	gazetteer: Gazetteer,
): Outcome<{
	readonly encounters: readonly Encounter[];
	readonly rejected: readonly Rejected[];
}> {
	let value = encounters;
	const rejected: Rejected[] = [];
	const diagnostics: Diagnostic[] = [];
	for (const entry of corrections) {
		const target = find(value, entry.encounter);
		const into = entry.into === undefined ? undefined : find(value, entry.into);
		if (!target || (entry.action === "merge" && !into)) {
			diagnostics.push({
				severity: "warning",
				ruleId: "enrich/correction-without-meeting",
				file: correctionsFile,
				line: entry.line,
				reason: "No meeting has this id; the correction has no effect.",
				actual: target ? (entry.into ?? "") : entry.encounter,
			});
			continue;
		}
		if (entry.action === "reject") rejected.push(...turnedDown(target, entry));
		value = value.flatMap((encounter) => {
			if (encounter === target) return changed(encounter, entry, gazetteer);
			return encounter === into
				? [joined(encounter, target, entry)]
				: [encounter];
		});
	}
	return { value: { encounters: value, rejected }, diagnostics };
}

function turnedDown(
	{ mentions, timeline }: Encounter,
	{ note, source }: CorrectionEntry,
): readonly Rejected[] {
	const detail = ["据更正记录，此事不成立。", note, source]
		.filter((part) => part !== undefined)
		.join(" ");
	return mentions.map(({ role: _role, confidence: _confidence, ...rest }) => ({
		...rest,
		timeline,
		reason: "corrected",
		detail,
	}));
}

/** By id; by day alone where that leaves no choice, so that an entry survives a place becoming known. */
function find(
	encounters: readonly Encounter[],
	id: string,
): Encounter | undefined {
	const exact = encounters.find((encounter) => encounter.id === id);
	if (exact) return exact;
	const day = id.slice(0, 10);
	const sameDay = encounters.filter(({ start }) => start === day);
	return sameDay.length === 1 ? sameDay[0] : undefined;
}

function trace({ action, note, source, line }: CorrectionEntry): Correction {
	return {
		action,
		...(note !== undefined && { note }),
		...(source !== undefined && { source }),
		line,
	};
}

function changed(
	encounter: Encounter,
	entry: CorrectionEntry,
	gazetteer: Gazetteer,
): Encounter[] {
	const traced = {
		...encounter,
		corrections: [...encounter.corrections, trace(entry)],
	};
	switch (entry.action) {
		case "reject":
		case "merge":
			return [];
		case "confirm":
			return [{ ...traced, status: "confirmed" }];
		case "date":
			return [
				{
					...traced,
					start: entry.start ?? encounter.start,
					end: entry.end ?? encounter.end,
					precision: "day",
				},
			];
		case "place":
			return [{ ...traced, place: placed(encounter.place, entry, gazetteer) }];
		case "note":
			return [traced];
	}
}

/** A new city brings its country and coordinates and drops the old venue. */
function placed(
	old: Place,
	{ city, country, venue }: CorrectionEntry,
	{ cities, countryById }: Gazetteer,
): Place {
	const known = cities.find(({ name }) => name === city);
	const home = countryById(known?.country ?? "")?.name;
	const from: Place = city
		? {
				city,
				...(home && { country: home }),
				...(known && { lat: known.lat, lon: known.lon }),
			}
		: old;
	return { ...from, ...(country && { country }), ...(venue && { venue }) };
}

function joined(
	stays: Encounter,
	goes: Encounter,
	entry: CorrectionEntry,
): Encounter {
	return {
		...stays,
		start: [stays.start, goes.start].sort(byCodePoint)[0] ?? stays.start,
		end: [stays.end, goes.end].sort(byCodePoint)[1] ?? stays.end,
		status:
			stays.status === "confirmed" || goes.status === "confirmed"
				? "confirmed"
				: "unconfirmed",
		mentions: [...stays.mentions, ...goes.mentions],
		outcomes: [...new Set([...stays.outcomes, ...goes.outcomes])].sort(
			byCodePoint,
		),
		conflicts: [...stays.conflicts, ...goes.conflicts],
		corrections: [...stays.corrections, ...goes.corrections, trace(entry)],
	};
}
