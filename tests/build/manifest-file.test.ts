import { expect, test } from "vitest";
import { stableJson } from "../../src/base/order.ts";
import { manifestPieces } from "../../src/corpus/manifest-file.ts";
import type { Card, Manifest } from "../../src/domain/manifest.ts";
import { textOfPieces } from "../support/bytes-of.ts";

/** A headline that looks like what stands around the cards. */
const headline = '  "articles": 0,\n';

function card(id: string): Card {
	return {
		id,
		sha256: `hash of ${id}`,
		headline,
		lede: "第一段\n第二段",
		source: "river",
		language: "zh-Hans",
		bylines: [],
		tags: ["要闻"],
		people: ["a", "b"],
		places: [],
		characters: 3,
		figures: 0,
	};
}

test.each([[0], [1], [3]])(
	"the table of contents of %i articles in pieces is its JSON",
	(count) => {
		const manifest: Manifest = {
			schemaVersion: 2,
			archive: {
				title: headline,
				description: '"articles": 0',
				language: "zh-Hans",
				noindex: false,
				rights: { river: headline },
				timelines: [],
			},
			sources: [],
			articles: Array.from({ length: count }, (_, index) => card(`n${index}`)),
		};
		const pieces = manifestPieces(manifest);
		expect(textOfPieces(pieces)).toBe(stableJson(manifest));
		expect(new Set(pieces.keys).size).toBe(pieces.keys.length);
	},
);
