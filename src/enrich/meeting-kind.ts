/** What sort of meeting it was, and where articles differ about it. */
import type { Conflict, EncounterKind } from "../domain/encounter.ts";
import { addDays } from "../domain/time.ts";
import type { Cluster } from "./clusters.ts";
import { weigh, weightOf } from "./settle.ts";

const rank: readonly EncounterKind[] = [
	"state-visit",
	"official-visit",
	"working-visit",
	"multilateral-sideline",
];

const kindNames: Readonly<Record<EncounterKind, string>> = {
	"state-visit": "国事访问",
	"official-visit": "正式访问",
	"working-visit": "工作访问",
	"multilateral-sideline": "多边活动期间",
	"bilateral-talks": "双边会谈",
};

/**
 * What sort of meeting it was; visits count as much as the sentences about the meeting.
 *
 * @param isAway whether they met in neither one's country, where nobody visited the other.
 */
export function kindOf(
	cluster: Cluster,
	isAway: boolean,
): {
	readonly kind: EncounterKind;
	readonly conflicts: readonly Conflict[];
} {
	const said = weigh([
		...cluster.members.flatMap((member) =>
			member.claim.kind && member.claim.role !== "recall"
				? [
						{
							value: member.claim.kind as string,
							weight: weightOf(member),
							articleId: member.claim.articleId,
						},
					]
				: [],
		),
		...cluster.visits.flatMap(({ kind, start, end, dated }) =>
			kind &&
			(!dated || (start <= cluster.end && cluster.start <= addDays(end, 1)))
				? [
						{
							value: kind as string,
							weight: kind === "multilateral-sideline" ? 0.3 : 0.8,
							articleId: "",
						},
					]
				: [],
		),
	]).filter(({ value }) => !isAway || value === "multilateral-sideline");
	const recalled = cluster.members.find(
		({ claim }) => claim.kind && claim.role === "recall",
	)?.claim.kind;
	const best = [...said].sort(
		(a, b) =>
			b.weight - a.weight ||
			rank.indexOf(a.value as EncounterKind) -
				rank.indexOf(b.value as EncounterKind),
	)[0];
	const kind = (best?.value as EncounterKind | undefined) ?? recalled;
	const visitKinds = said.filter(
		({ value, articleIds }) =>
			value.endsWith("-visit") && articleIds.some((id) => id !== ""),
	);
	return {
		// Two who meet in a third country came for something else.
		kind: kind ?? (isAway ? "multilateral-sideline" : "bilateral-talks"),
		conflicts:
			visitKinds.length > 1
				? [
						{
							field: "kind",
							detail: "各篇对访问性质的说法不同。",
							values: visitKinds.map(({ value, articleIds }) => ({
								value: kindNames[value as EncounterKind],
								articleIds: articleIds.filter((id) => id !== ""),
							})),
						},
					]
				: [],
	};
}
