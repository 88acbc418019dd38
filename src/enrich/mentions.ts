/** Claims as the evidence that a meeting shows. */

import { byCodePoint } from "../base/order.ts";
import type { Mention, Rejected } from "../domain/encounter.ts";
import type { Sourced } from "./clusters.ts";
import { refusal } from "./modality.ts";

const roleOrder = { main: 0, recall: 1, caption: 2 };

/** Best evidence first; of two readings of one sentence the surer. */
export function mentionsOf(members: readonly Sourced[]): Mention[] {
	const bySentence = new Map<string, Sourced>();
	for (const member of members) {
		const { articleId, paragraph, quote, role } = member.claim;
		const key = [articleId, paragraph, quote, role].join("\n");
		const known = bySentence.get(key);
		if (!known || known.claim.confidence < member.claim.confidence)
			bySentence.set(key, member);
	}
	return [...bySentence.values()]
		.sort(
			({ claim: a }, { claim: b }) =>
				roleOrder[a.role] - roleOrder[b.role] ||
				b.confidence - a.confidence ||
				byCodePoint(a.articleId, b.articleId) ||
				a.order - b.order ||
				byCodePoint(a.quote, b.quote),
		)
		.map(({ claim }) => mentionOf(claim));
}

function mentionOf(claim: Sourced["claim"]): Mention {
	const { articleId, file, paragraph, quote, role, rule, confidence } = claim;
	return {
		articleId,
		file,
		paragraph,
		quote,
		...(claim.start &&
			claim.end && {
				start: claim.start,
				end: claim.end,
				...(claim.precision && { precision: claim.precision }),
				...(claim.expression && { expression: claim.expression }),
			}),
		role,
		rule,
		confidence,
	};
}

export function unattached({ claim }: Sourced): Rejected {
	const { code, detail } = refusal("vague");
	const { role: _role, confidence: _confidence, ...rest } = mentionOf(claim);
	return { ...rest, timeline: claim.timeline, reason: code, detail };
}
