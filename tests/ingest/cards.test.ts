import { expect, test } from "vitest";
import { ownCardOf } from "../../src/corpus/store.ts";
import { makeArticle } from "../site/sample-corpus.ts";

test("a card counts every character of headline and paragraphs, and begins as they do", () => {
	const texts = ["春".repeat(280), "夏".repeat(280), "秋".repeat(280)];
	const card = ownCardOf(
		makeArticle({
			id: "2019042600000001",
			day: "2019-04-26",
			headline: "四季",
			paragraphs: texts.map((text, n) => ({ id: `p${n + 1}`, text })),
		}),
	);
	expect(card.characters).toBe(2 + 3 * 280);
	expect(card.lede).toBe("春".repeat(120));
});
