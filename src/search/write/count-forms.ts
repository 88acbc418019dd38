/** How often each form of a sign stands in each document. */
import type { FormCounts } from "../sign-counts.ts";
import type { FormPlaces } from "./pairs.ts";

/**
 * @param places that each document takes up; a border follows each.
 * @param headline places of each one's headline, which comes first.
 */
export function countForms(
	forms: readonly FormPlaces[],
	places: readonly number[],
	headline: readonly number[],
): FormCounts[] {
	return forms.map(({ form, places: list }) => {
		const times = new Uint32Array(places.length);
		const inHeadline = new Uint32Array(places.length);
		let document = 0;
		let base = 0;
		for (const place of list) {
			while (place > base + (places[document] as number))
				base += (places[document++] as number) + 1;
			times[document] = (times[document] as number) + 1;
			if (place < base + (headline[document] as number))
				inHeadline[document] = (inHeadline[document] as number) + 1;
		}
		return { form, times, inHeadline };
	});
}
