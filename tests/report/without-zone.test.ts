import { describe, expect, test } from "vitest";
import { defaults } from "../../src/config.ts";
import { draftArticle } from "../../src/normalise/draft.ts";
import { type FileFate, makeReport } from "../../src/report/make.ts";
import { wordsFor } from "../../templates/words.ts";

/** What became of a post in English, in which nothing but its stamp tells of a zone. */
function fateOf(
	host: string,
	stamp: string,
	status: FileFate["status"] = "accepted",
): FileFate {
	const file = `${host}.txt`;
	const text = `---\ntitle: A bridge is opened\nfrom: https://${host}/bridge\ndate: ${stamp}\n---\n<p>The mason who mended the bridge was the first to walk across it today.</p>\n`;
	const { value, diagnostics } = draftArticle(
		{ path: file, bytes: Buffer.from(text) },
		{ limits: defaults.limits },
	);
	return {
		...{ file, status, findings: diagnostics, removed: [] },
		...(value && { source: value.source }),
	};
}

describe("the report lists outlets whose zone is unknown", () => {
	const listed = (...fates: FileFate[]) => makeReport(fates, []).withoutZone;

	test("with the articles whose day hangs on it, most articles first", () => {
		expect(
			listed(
				fateOf("a.example", "2021-05-01T20:00:00Z"),
				fateOf("b.example", "2021-05-01T20:00:00Z"),
				fateOf("b.example", "2021-05-02T20:00:00Z"),
			).map(({ name, articles }) => [name, articles]),
		).toEqual([
			["b.example", 2],
			["a.example", 1],
		]);
	});

	test("and no others: where an offset, a country or a day without an hour tells, and copies", () => {
		expect(
			listed(
				fateOf("a.example", "2021-05-01T20:00:00+08:00"),
				fateOf("a.co.nz", "2021-05-01T20:00:00Z"),
				fateOf("b.example", "2021-05-01"),
				fateOf("c.example", "2021-05-01T20:00:00Z", "duplicate"),
			),
		).toEqual([]);
	});

	test("in every language of the interface", () => {
		const words = (["zh-Hans", "zh-Hant", "en"] as const).map((language) => {
			const { withoutZone, withoutZoneNote } = wordsFor(language).report;
			return [withoutZone, withoutZoneNote];
		});
		expect(new Set(words.flat()).size).toBe(6);
	});
});
