/** Sentences that go on telling of a meeting whose day stands elsewhere in the article. */
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Claim, VisitClaim } from "./claim.ts";

/**
 * Give main claims without a day the day of the story: that of the nearest dated claim before them, else after, else of a
 * fresh caption, else of the visit.
 */
export function settleInherited(
	claims: readonly Claim[],
	visits: readonly VisitClaim[],
	published: CivilDay | undefined,
	latest: CivilDay | undefined,
): readonly Claim[] {
	return claims.map((claim) => {
		if (claim.start || claim.role === "recall") return claim;
		const ours = claims.filter(
			(other) => other.timeline === claim.timeline && other.start,
		);
		const days = ours.filter(
			({ role, precision }) => role === "main" && precision === "day",
		);
		const fresh = ours.filter(
			({ role, start, precision }) =>
				role === "caption" &&
				precision === "day" &&
				published &&
				start &&
				start >= addDays(published, -6),
		);
		const spans = ours.filter(({ role }) => role === "main");
		const source =
			days.findLast(({ order }) => order <= claim.order) ??
			days[0] ??
			fresh[0] ??
			spans[0];
		if (source?.start && source.end)
			return {
				...claim,
				inherited: { start: source.start, end: source.end },
			};
		const visit = visits.find(
			({ timeline, start, dated }) =>
				dated &&
				timeline === claim.timeline &&
				latest !== undefined &&
				start <= latest &&
				start >= addDays(latest, -6),
		);
		if (!visit || !latest) return claim;
		const end = visit.end < latest ? visit.end : latest;
		return { ...claim, inherited: { start: visit.start, end } };
	});
}
