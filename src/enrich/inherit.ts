/** Sentences that go on telling of a meeting whose day stands elsewhere in the article. */
import type { Rejected } from "../domain/encounter.ts";
import { addDays, type CivilDay } from "../domain/time.ts";
import type { Claim, VisitClaim } from "./claim.ts";

/**
 * Give main claims without a day the day of the story: that of the nearest dated claim before them, else after, else of a
 * fresh caption, else of the visit or since the arrival.
 */
export function settleInherited(
	claims: readonly Claim[],
	visits: readonly VisitClaim[],
	refused: readonly Rejected[],
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
		if (visit && latest) {
			const end = visit.end < latest ? visit.end : latest;
			return { ...claim, inherited: { start: visit.start, end } };
		}
		// 习近平下午与卢卡申科会谈, after the premier's meeting of the day: the same day.
		const sameDay = refused.find(
			({ timeline, reason, start, precision }) =>
				timeline === claim.timeline &&
				reason === "another-pair" &&
				precision === "day" &&
				start !== undefined &&
				latest !== undefined &&
				start <= latest &&
				start >= addDays(latest, -1),
		);
		if (
			sameDay?.start &&
			/上午|中午|下午|傍晚|当晚|當晚|晚间|晚間/.test(claim.quote)
		)
			return {
				...claim,
				inherited: { start: sameDay.start, end: sameDay.start },
			};
		const arrival = refused.find(
			({ timeline, reason, start }) =>
				timeline === claim.timeline &&
				reason === "arrival" &&
				start !== undefined &&
				latest !== undefined &&
				start <= latest &&
				start >= addDays(latest, -3),
		);
		return arrival?.start && latest
			? { ...claim, inherited: { start: arrival.start, end: latest } }
			: claim;
	});
}
