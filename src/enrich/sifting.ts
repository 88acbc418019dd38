/** What the rest of an article says against a claim. */
import type { Rejected } from "../domain/encounter.ts";
import type { Claim } from "./claim.ts";
import { refusal } from "./modality.ts";
import type { Unplaced } from "./sentence-context.ts";

/** 两人这次没有会晤: what the same article tells of greetings and of the two beside each other proves no meeting. */
export const withoutDenied = (
	claims: readonly Claim[],
	rejected: readonly Rejected[],
): readonly Claim[] =>
	claims.map((claim) =>
		/^(?:both-together|greeted|seen-off)$/.test(claim.rule) &&
		rejected.some(
			({ timeline, reason, start, quote }) =>
				timeline === claim.timeline &&
				reason === "denied" &&
				start === undefined &&
				thisTime.test(quote),
		)
			? { ...claim, evidence: Math.min(claim.evidence, 0.4) }
			: claim,
	);
const thisTime = /[这此][次番回]|始终|全程|[双雙]方日程/;

/** Whether the two were in touch on a claim's day, and not face to face. */
export const isApart = (
	{ timeline, start, paragraph, role }: Unplaced<Claim>,
	rejected: readonly Rejected[],
): boolean =>
	rejected.some(
		(one) =>
			one.timeline === timeline &&
			/^by-/.test(one.reason) &&
			(one.start
				? one.start === start
				: one.paragraph === paragraph || role !== "recall"),
	);

/** 卢卡申科今会习近平, above a text that says they will: the headline reports a plan, and goes to `rejected`. */
export function withoutForecasts(
	claims: readonly Claim[],
	rejected: Rejected[],
): readonly Claim[] {
	const { code, detail } = refusal("planned");
	return claims.filter((claim) => {
		if (claim.rule !== "headline") return true;
		const ours = ({ timeline }: { readonly timeline: string }): boolean =>
			timeline === claim.timeline;
		const reported = claims
			.filter(ours)
			.some(({ rule, role }) => rule !== "headline" && role === "main");
		const planned = rejected
			.filter(ours)
			.some(({ reason }) => reason === code || reason === "after-publication");
		if (reported || !planned) return true;
		const { articleId, file, paragraph, quote, timeline } = claim;
		const { start, end, precision, expression } = claim;
		rejected.push({
			articleId,
			file,
			paragraph,
			quote,
			timeline,
			...(start && { start }),
			...(end && { end }),
			...(precision && { precision }),
			...(expression && { expression }),
			rule: `not-${code}`,
			reason: code,
			detail,
		});
		return false;
	});
}

/** Each refusal once. */
export function unique(rejected: readonly Rejected[]): readonly Rejected[] {
	const seen = new Set<string>();
	return rejected.filter(({ timeline, paragraph, reason, quote }) => {
		const key = [timeline, paragraph, reason, quote].join("\n");
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
