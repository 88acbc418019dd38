/** Did it happen: what the evidence for a meeting weighs, and what that makes of it. */
import type { Encounter } from "../domain/encounter.ts";
import type { Cluster, Sourced } from "./clusters.ts";

/** What a meeting's evidence amounts to. */
export interface Standing {
	readonly status: Encounter["status"];
	/** Why it is not confirmed, a sentence for a reader. */
	readonly reason?: string;
	readonly happened: Encounter["happened"];
}

/**
 * Confirmed is what weighs as much as one report that names both and a day: one such sentence, or several weaker ones. Without a
 * day it takes a headline with its text, and the days within which it was are shown as such. One weak mention is a lead.
 */
export function standingOf({ members }: Cluster): Standing {
	const happened = {
		weight: Math.round(weightOf(members) * 100) / 100,
		articles: new Set(members.map(({ claim }) => claim.articleId)).size,
		outlets: new Set(members.map(({ source }) => source)).size,
	};
	if (isConfirmed(members)) return { status: "confirmed", happened };
	// A headline over the one sentence that tells it is no second mention.
	const sentences = new Set(
		members
			.filter(({ claim }) => claim.rule !== "headline")
			.map(({ claim }) => `${claim.articleId} ${claim.quote}`),
	);
	const isLead =
		sentences.size === 1 &&
		happened.articles === 1 &&
		members.every(
			({ claim }) => claim.role !== "caption" && claim.evidence < leadBelow,
		);
	return {
		status: isLead ? "lead" : "unconfirmed",
		reason: reasonOf(members),
		happened,
	};
}

/** A lone mention that proves less than this is a lead. */
const leadBelow = 0.7;

function isConfirmed(members: readonly Sourced[]): boolean {
	// A caption proves what the text beside it tells as well.
	const hasText = members.some(
		({ claim }) => claim.role === "main" && claim.rule !== "headline",
	);
	const sum = weightOf(
		members.filter(({ claim }) => {
			if (claim.role === "caption" && !hasText) return false;
			if (claim.weight !== "full") return false;
			return claim.start
				? claim.confidence >= 0.5
				: claim.inherited?.firm === true;
		}),
	);
	if (sum >= 1) return true;
	const told = members.filter(
		({ claim }) =>
			claim.weight === "full" &&
			claim.role === "main" &&
			!isWeakRule(claim.rule),
	);
	const hasHeadline = told.some(({ claim }) => claim.rule === "headline");
	const hasReport = told.some(
		({ claim }) => claim.rule === "both-in-clause" && claim.evidence >= 1,
	);
	if (hasHeadline && hasReport) return true;
	return told.some(
		({ claim }) =>
			claim.inherited &&
			claim.evidence >= 1 &&
			/^both-(?:in-clause|by-plural|implied)$/.test(claim.rule),
	);
}

const isWeakRule = (rule: string): boolean =>
	/^(?:both-together|greeted|seen-off|said-to-the-face|told-in-person|foreign-text)$/.test(
		rule,
	);

/** Evidence of one article counts once for each way of telling: a 双方 that is read wrongly is so throughout. */
function weightOf(members: readonly Sourced[]): number {
	const best = new Map<string, number>();
	for (const { claim } of members) {
		const key = isWeakRule(claim.rule)
			? `${claim.articleId} ${claim.paragraph} ${claim.quote} ${claim.clause}`
			: `${claim.articleId} ${claim.rule}`;
		best.set(key, Math.max(best.get(key) ?? 0, claim.evidence));
	}
	return [...best.values()].reduce((sum, value) => sum + value, 0);
}

function reasonOf(members: readonly Sourced[]): string {
	const rules = new Set(members.map(({ claim }) => claim.rule));
	if (rules.has("foreign-text")) return "只有外文报道提及，未作细读。";
	if (members.every(({ claim }) => claim.role === "caption"))
		return "只有图片说明为据，尚无正文报道相印证。";
	if ([...rules].every(isWeakRule))
		return "只说到迎送、同行或当面交谈，没有说两人会谈。";
	if ([...rules].every((rule) => rule === "headline"))
		return "只有标题为据，正文没有报道。";
	if ([...rules].every((rule) => /plural|implied/.test(rule)))
		return "文中只写“双方”“两国元首”，所指是推断出来的。";
	if (!members.some(({ claim }) => claim.start || claim.inherited?.firm))
		return "没有写明日期，只知大致时间。";
	return "证据不足以确认。";
}
