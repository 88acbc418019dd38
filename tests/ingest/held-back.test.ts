/**
 * Captions, credits and what is taken out of the text wait for the picture or the end that decides about them. Whatever stands
 * inside or beside whatever, each word ends up as text, caption, credit or under the name of a removal: once.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { accepted, withHeader } from "./support.ts";
import { accountedText } from "./visible.ts";

/** Elements that hold text back, that are held back themselves, or that stand around such. */
const holders = [
	...[
		"figure",
		"figcaption",
		"cite",
		"small",
		"dialog",
		"details",
		"summary",
		"aside",
		"blockquote",
		"p",
		"div",
		"span",
		"a",
		"section",
		"footer",
		"form",
		"button",
		"table",
		"caption",
		"tr",
		"td",
		"ul",
		"li",
		"address",
		"time",
	].map((name) => [`<${name}>`, `</${name}>`] as const),
	...[
		"caption",
		"wp-caption-text",
		"credit",
		"photographer",
		"share",
		"comments",
		"related",
		"meta",
		"author-box",
	].map((name) => [`<div class="${name}">`, "</div>"] as const),
	['<span class="credit">', "</span>"],
	['<p class="caption">', "</p>"],
	["<div hidden>", "</div>"],
	["<dialog open>", "</dialog>"],
] as const;

/** A tree: text is `#`, to be numbered when it is written. */
const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
	leaf: fc.oneof(
		{ weight: 4, arbitrary: fc.constant("#") },
		{
			weight: 3,
			arbitrary: fc
				.integer({ min: 1, max: 3 })
				.map((number) => `<img src="https://example.org/${number}.jpg">`),
		},
		fc.constantFrom("<br>", "<hr>", " ", "<figcaption></figcaption>"),
	),
	tree: fc.oneof(
		{ depthSize: "medium", withCrossShrink: true },
		tie("leaf"),
		fc
			.tuple(
				fc.constantFrom(...holders),
				fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
			)
			.map(([[open, close], inside]) => open + inside.join("") + close),
	),
}));

/** Every text another word, so that one that is there twice cannot stand for one that is lost. */
function numbered(html: string): { html: string; words: readonly string[] } {
	const words: string[] = [];
	const written = html.replace(/#/g, () => {
		const word = `词${words.length + 1}尾`;
		words.push(word);
		return word;
	});
	return { html: written, words };
}

const examples: readonly string[] = [
	// A second caption.
	"<figure><img src='https://example.org/1.jpg'><figcaption>#</figcaption><figcaption>#</figcaption></figure>",
	// A credit beside an empty caption.
	"<figure><img src='https://example.org/1.jpg'><figcaption></figcaption><div class='credit'>#</div></figure>",
	// A credit inside of what is removed.
	"<div class='comments'>#<cite>#</cite></div>#",
	// Figures in figures, captions on both sides.
	"<figure><figcaption>#</figcaption><figure><img src='https://example.org/1.jpg'><figcaption>#<cite>#</cite></figcaption></figure><figcaption>#</figcaption></figure>",
	// A caption whose picture never comes, in a dialogue that is closed.
	"<dialog><figure><figcaption>#<dialog>#</dialog></figcaption></figure></dialog>#",
	// One caption behind the same picture three times.
	"<figure><figure><img src='https://example.org/1.jpg'><small><span class='credit'><img src='https://example.org/1.jpg'></span><figcaption>#</figcaption></small><br></figure><img src='https://example.org/1.jpg'></figure>#",
	// A caption within a caption, each behind the same picture.
	"<figure><figure><img src='https://example.org/1.jpg'></figure><figcaption><span class='credit'><img src='https://example.org/1.jpg'></span><figcaption>#<img src='https://example.org/1.jpg'></figcaption>#</figcaption>#</figure>",
	// A picture twice, each time with words of its own.
	"<figure><img src='https://example.org/1.jpg'></figure><figure><img src='https://example.org/1.jpg'><figcaption>#</figcaption></figure><figure><img src='https://example.org/1.jpg'><figcaption>#</figcaption><div class='credit'>#</div></figure>",
];

test("what is held back becomes text, a caption, a credit or a named removal, exactly once", () => {
	fc.assert(
		fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (trees) => {
			const { html, words } = numbered(`<p>#</p>${trees.join("")}<p>#</p>`);
			const found = accountedText(accepted(withHeader(html)));
			const counts = words.map((word) => [word, found.split(word).length - 1]);
			expect(counts, html).toEqual(words.map((word) => [word, 1]));
		}),
		{
			numRuns: Number(process.env.RUNS ?? 400),
			examples: examples.map((html) => [[html]]),
		},
	);
});
