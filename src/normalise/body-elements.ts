/** What the elements of a body are to its walk. */
import type { Paragraph } from "../domain/article.ts";

/** Inline elements that are kept, and what they become. */
export const marks = new Map(
	"a abbr b=strong cite code del em i=em ins kbd=code mark q rp rt ruby s samp=code small strike=s strong sub sup time tt=code u var=em"
		.split(" ")
		.map((pair): [string, string] => {
			const [from = "", to = from] = pair.split("=");
			return [from, to];
		}),
);

/** Elements that begin and end a block, whatever is in them. */
export const blocks = new Set(
	"address article aside body caption center dd details dir div dl dt fieldset figure footer form header hgroup legend main marquee object optgroup option p search section summary table tbody td tfoot th thead tr".split(
		" ",
	),
);

/** Elements that hold blocks, and what those are. */
export const containers: Record<string, Paragraph["kind"]> = {
	ul: undefined,
	ol: undefined,
	li: "list-item",
	blockquote: "quotation",
};

/** Within preformatted text: what may stand in code. */
export const marksOfCode =
	/^(?:span|code|b|i|em|strong|font|kbd|samp|var|tt|u|s|br|mark|small)$/;
