/** Every address that was ever published answers: with the article, with the way to it, or with its withdrawal. */
import { byCodePoint } from "../base/order.ts";
import type { Addresses, Withdrawn } from "../domain/addresses.ts";
import { schemaVersion } from "../domain/article-id.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { correctionsFile } from "./corrections.ts";
import type { Move } from "./moves.ts";

/**
 * Settle which ids lead elsewhere. An id of an article leads nowhere else, whatever is said of it.
 *
 * @param articles ids that have a page of their own.
 * @param aliases ids of copies → the id of the article that they are copies of.
 */
export function settleAddresses(
	articles: ReadonlySet<string>,
	aliases: ReadonlyMap<string, string>,
	moves: readonly Move[],
	withdrawn: readonly Withdrawn[],
): Outcome<Addresses> {
	const gone = new Map(
		withdrawn
			.filter(({ id }) => !articles.has(id))
			.map((entry) => [entry.id, entry] as const),
	);
	const ways = new Map(aliases);
	const diagnostics: Diagnostic[] = [];
	const told = moves.filter(({ from, line }) => {
		const isHere = articles.has(from);
		if (isHere)
			diagnostics.push(
				finding(
					line,
					"moved-is-here",
					"This address still has an article, which stays there; take its file or this entry away.",
					from,
				),
			);
		return !isHere;
	});
	for (const { from, to } of told) ways.set(from, to);
	const isEnd = (id: string) => articles.has(id) || gone.has(id);
	const endOf = (id: string): string | undefined => {
		const seen = new Set<string>();
		let at = id;
		while (!isEnd(at)) {
			const next = ways.get(at);
			if (next === undefined || seen.has(at)) return undefined;
			seen.add(at);
			at = next;
		}
		return at;
	};
	for (const { from, to, line } of told)
		if (endOf(to) === undefined)
			diagnostics.push(
				finding(
					line,
					"moved-to-nowhere",
					"There is no article to lead to; the old address stays without a page.",
					`${from} → ${to}`,
				),
			);
	const moved = [...ways].flatMap(([id, next]) => {
		const to = isEnd(id) ? undefined : endOf(next);
		return to === undefined ? [] : [{ id, to }];
	});
	return {
		value: {
			schemaVersion,
			moved: moved.sort((a, b) => byCodePoint(a.id, b.id)),
			withdrawn: [...gone.values()].sort((a, b) => byCodePoint(a.id, b.id)),
		},
		diagnostics,
	};
}

function finding(
	line: number,
	rule: string,
	reason: string,
	actual: string,
): Diagnostic {
	return {
		severity: "error",
		ruleId: `enrich/${rule}`,
		file: correctionsFile,
		line,
		reason,
		actual,
	};
}
