/** What the timeline makes of one article, for a person at a terminal. */
import type { Draft } from "../domain/article.ts";
import type { TimelineConfig } from "../domain/config.ts";
import type { Claim } from "./claim.ts";
import { readClaims, unitsOf } from "./claims.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import type { Unit } from "./unit.ts";

/** People, verbs and dates as they were read, claims with what they prove, refusals with their rule. */
export function explainClaims(
	draft: Draft,
	timelines: readonly TimelineConfig[],
	gazetteer: Gazetteer,
): string {
	const { claims, rejected, visits } = readClaims(draft, timelines, gazetteer);
	return [
		...section(
			"Timeline: people, verbs, dates",
			readings(unitsOf(draft, timelines, gazetteer)),
		),
		...section("Timeline: claims", claims.map(claimLine)),
		...section(
			"Timeline: visits",
			visits.map(
				({ visitor, host, start, end, kind, dated }) =>
					`  ${visitor} → ${host ?? "?"}  ${dated ? `${start}..${end}` : "no days"}  ${kind ?? ""}`,
			),
		),
		...section(
			"Timeline: turned down",
			rejected.map(
				({ paragraph, rule, start, quote }) =>
					`  ${paragraph.padEnd(8)} ${rule.padEnd(22)} ${start ?? "no day    "}  ${shortened(quote)}`,
			),
		),
		"",
	].join("\n");
}

function readings(units: readonly Unit[]): readonly string[] {
	return units.flatMap((unit) => {
		const people = (unit.layers[0]?.persons ?? []).map(
			({ id, aside }) => id + (aside ? ` (${aside})` : ""),
		);
		const verbs = unit.verbs.map(({ word, type }) => `${word} (${type})`);
		const dates = unit.dates.map(
			({ at, to, start, end }) =>
				`${unit.text.slice(at, to)} = ${start === end ? start : `${start}..${end}`}`,
		);
		if (people.length + verbs.length + dates.length === 0) return [];
		return [
			`  ${unit.id}`,
			...line("people", people),
			...line("verbs", verbs),
			...line("dates", dates),
		];
	});
}

const line = (name: string, found: readonly string[]): readonly string[] =>
	found.length === 0 ? [] : [`    ${name.padEnd(7)} ${found.join(", ")}`];

function claimLine({
	paragraph,
	role,
	rule,
	evidence,
	start,
	inherited,
	quote,
}: Claim): string {
	const days =
		start ?? (inherited ? `${inherited.start}..${inherited.end}` : "no day");
	const basis = start ? "stated" : inherited?.firm ? "inherited" : "about";
	return `  ${paragraph.padEnd(8)} ${role} ${rule}, evidence ${evidence}, ${days} (${basis})  ${shortened(quote)}`;
}

const shortened = (quote: string): string =>
	quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;

const section = (title: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : ["", `${title}:`, ...lines];
