/** Contacts that were not in person: calls, video meetings, letters and telegrams, by day. */
import { byCodePoint } from "../base/order.ts";
import type { Contact, Rejected } from "../domain/encounter.ts";

const means: Readonly<Record<string, Contact["means"]>> = {
	"by-telephone": "telephone",
	"by-video": "video",
	"by-letter": "letter",
};

/** What was turned down because it was not face to face and has a day; several sentences about one contact are one. */
export function contactsOf(
	rejected: readonly Rejected[],
	timeline: string,
): readonly Contact[] {
	const contacts = new Map<string, Contact>();
	for (const one of rejected) {
		const how = means[one.reason];
		if (!how || !one.start || one.precision !== "day") continue;
		const key = `${one.start} ${how}`;
		const {
			timeline: _timeline,
			reason: _reason,
			detail: _detail,
			...mention
		} = one;
		contacts.set(key, {
			timeline,
			means: how,
			day: one.start,
			mentions: [...(contacts.get(key)?.mentions ?? []), mention],
		});
	}
	return [...contacts.entries()]
		.sort(([a], [b]) => byCodePoint(a, b))
		.map(([, contact]) => contact);
}
