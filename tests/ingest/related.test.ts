import { describe, expect, test } from "vitest";
import { relate } from "../../src/enrich/related.ts";
import {
	alikeness,
	binsOf,
	type Signature,
	signatureOf,
} from "../../src/enrich/signature.ts";
import { startCpuClock } from "../support/cpu-clock.ts";

/** Sentences nobody wrote, from a generator that always says the same. */
function story(seed: number, sentences: number): string[] {
	let state = seed * 2654435761 + 1;
	const next = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state;
	};
	return Array.from({ length: sentences }, () =>
		Array.from({ length: 24 }, () =>
			String.fromCharCode(0x4e00 + (next() % 3000)),
		).join(""),
	);
}

const signature = (texts: readonly string[]) =>
	signatureOf({
		paragraphs: texts.map((text, index) => ({ id: `p${index + 1}`, text })),
	});

const relatives = (
	articles: readonly { readonly id: string; readonly signature: Signature }[],
) =>
	relate(
		articles.map(({ id, signature: own }) => ({
			id,
			key: own,
			signature: () => own,
		})),
	).related;

const binsOfTexts = (texts: readonly string[]) => binsOf(signature(texts));

describe("stories that resemble each other", () => {
	test("an agency story in two outlets is related, another story is not", () => {
		const agency = story(1, 20);
		const related = relatives([
			{ id: "a", signature: signature(agency) },
			{ id: "b", signature: signature([...story(9, 3), ...agency.slice(2)]) },
			{ id: "c", signature: signature(story(2, 20)) },
		]);
		expect([...related]).toEqual([
			["a", ["b"]],
			["b", ["a"]],
		]);
	});

	test("the estimate is near the share of common pieces", () => {
		const whole = story(3, 40);
		const half = [...whole.slice(0, 20), ...story(4, 20)];
		const alike = alikeness(binsOfTexts(whole), binsOfTexts(half));
		expect(alike).toBeGreaterThan(0.2);
		expect(alike).toBeLessThan(0.5);
		expect(alikeness(binsOfTexts(whole), binsOfTexts(whole))).toBe(1);
	});

	test("punctuation and paragraphs do not matter", () => {
		const text = story(5, 10);
		expect(alikeness(binsOfTexts(text), binsOfTexts([text.join("，")]))).toBe(
			1,
		);
	});

	test("short texts are related to nothing", () => {
		expect(signature(["同样的短文。"])).toBe("");
		expect(
			relatives([
				{ id: "a", signature: "" },
				{ id: "b", signature: "" },
			]).size,
		).toBe(0);
	});

	test("the answer does not depend on the order and the most alike comes first", () => {
		const text = story(6, 30);
		const articles = [
			{
				id: "near",
				signature: signature([...text.slice(0, 27), ...story(7, 3)]),
			},
			{
				id: "far",
				signature: signature([...text.slice(0, 17), ...story(8, 13)]),
			},
			{ id: "self", signature: signature(text) },
		];
		const wanted = [...relatives(articles)];
		expect([...relatives([...articles].reverse())]).toEqual(wanted);
		expect(relatives(articles).get("self")?.[0]).toBe("near");
	});

	test("five thousand texts, a thousand of them alike, take seconds", () => {
		const common = story(10, 12);
		const articles = Array.from({ length: 5000 }, (_, index) => ({
			id: `${index}`.padStart(5, "0"),
			signature: signature(
				index % 5 === 0
					? [...common, ...story(index + 100, 1)]
					: story(index + 100, 8),
			),
		}));
		const spent = startCpuClock();
		const related = relatives(articles);
		expect(spent()).toBeLessThan(8000);
		expect(related.size).toBe(1000);
		expect(related.get("00000")).toHaveLength(8);
	});
});
