/** `_withdrawn.yml`: articles that were published and are not any more. `biannian withdraw` writes its entries. */
import * as z from "zod";
import { publishedId } from "../domain/addresses.ts";
import type { Checked } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { day, text } from "./values.ts";

export const withdrawnFileName = "_withdrawn.yml";

const entry = z.strictObject({
	id: publishedId.describe("Of the article: the name of its page."),
	headline: text(2_000),
	outlet: text(200).describe("Name of the outlet."),
	day: day.optional().describe("Of publication."),
	reason: text(2_000).describe("Shown on the page at the article's address."),
	withdrawn: day.describe("Day of the withdrawal."),
});

export const withdrawnFile = z.array(entry).max(100_000);

/** No id twice. */
export function checkWithdrawn({
	value,
	mistake,
}: Checked<z.output<typeof withdrawnFile>>): Mistake[] {
	const ids = new Set<string>();
	return value.flatMap(({ id }, at) => {
		const isKnown = ids.has(id);
		ids.add(id);
		return isKnown ? [mistake([at, "id"], `${id} is withdrawn twice.`)] : [];
	});
}
