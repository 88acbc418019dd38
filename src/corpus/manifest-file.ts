/** The table of contents as a file: as large as the archive is long, hence in pieces. */

import { fingerprint, sortKeys, stableJson } from "../base/order.ts";
import { jsonArray, type Pieces } from "../base/pieces.ts";
import type { Manifest } from "../domain/manifest.ts";

/** What {@link stableJson} writes of `manifest`, a piece a card: a card is a function of its article, whose hash it names. */
export function manifestPieces(manifest: Manifest): Pieces {
	const { articles, ...rest } = manifest;
	// Keys are sorted, and `articles` is between those before it and those behind.
	const [before, after] = stableJson({ ...rest, articles: 0 }).split(
		/(?<=\n {2}"articles": )0(?=,\n)/,
	) as [string, string];
	return jsonArray(
		{
			common: fingerprint(before + after),
			keys: articles.map((card) => card.sha256),
			itemAt: (index) => sortKeys(articles[index]),
			indent: 2,
		},
		[before, after],
		1,
	);
}
