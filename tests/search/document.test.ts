import { expect, test } from "vitest";
import { articleOf } from "../../scripts/make-corpus/corpus.ts";
import { seededRandom } from "../../scripts/make-corpus/random.ts";
import { tellStory } from "../../scripts/make-corpus/story.ts";
import { makeVocabulary } from "../../scripts/make-corpus/vocabulary.ts";
import { documentStep, headlineStep } from "../../src/search/catalog.ts";
import { tokenise } from "../../src/search/tokens.ts";
import { border, codeOf } from "../../src/search/words.ts";
import { documentOf, searchedOf } from "../../src/search/write/document.ts";

const article = {
	...articleOf(tellStory(seededRandom(3), makeVocabulary(), 20_000), 1),
	headline: "“卢卡申科”抵京：G7、𠮷野家与 Café 👍",
};

test("a record is the words of headline, bylines, paragraphs and pictures, with borders before each but the first and at the end", () => {
	const texts = [
		article.headline,
		...article.bylines,
		...article.paragraphs.map(({ text }) => text),
		...article.figures.flatMap(({ caption, credit }) => [caption, credit]),
	].filter((text) => text !== "");
	const words = texts.map((text) => tokenise(text).map(codeOf).join(" "));
	const { content, places, headline } = documentOf(article);
	const inOrder = content.replace(
		new RegExp(`(?: ${border})+`, "g"),
		` ${border}`,
	);
	expect(inOrder).toBe(`${words.join(` ${border} `)} ${border}`);
	expect(places).toBe(content.split(" ").length);
	expect((places + 1) % documentStep).toBe(0);
	const rest = content.split(" ").slice(headline);
	expect(rest.join(" ").startsWith(words[1] ?? "?")).toBe(true);
	expect(headline % headlineStep).toBe(0);
	expect(headline).toBeGreaterThan(tokenise(article.headline).length);
});

test("a changed credit is a changed record", () => {
	const [figure] = article.figures;
	if (!figure) throw new Error("The made-up article has no picture.");
	const credited = {
		...article,
		figures: [{ ...figure, credit: "本社记者 摄" }],
	};
	expect(searchedOf(credited)).not.toEqual(searchedOf(article));
	expect(documentOf(credited).content).not.toBe(documentOf(article).content);
});
