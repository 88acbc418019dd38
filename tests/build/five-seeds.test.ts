import { beforeAll, describe, expect, test } from "vitest";
import {
	type Corpus,
	readArticle,
	readCorpus,
} from "../../src/corpus/store.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Encounter } from "../../src/domain/encounter.ts";
import { isoUtc } from "../../src/domain/time.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { type Archive, archiveIn, buildArchive } from "../support/build.ts";
import { fiveSeeds } from "../support/five-seeds.ts";
import { sharedFolder } from "../support/scratch.ts";

const root = sharedFolder();
let archive: Archive;
let corpus: Corpus;

beforeAll(async () => {
	archive = archiveIn(root, "seeds");
	const ended = await buildArchive(archive);
	if (ended.code !== 0) throw new Error(ended.stderr);
	corpus = readCorpus(archive.corpus);
});

/** The article that came from the seed whose name begins with `number`. */
function articleFrom(number: string): Article {
	const all = corpus.manifest.articles.map(({ id }) =>
		readArticle(archive.corpus, id),
	);
	const found = all.find(({ provenance }) =>
		provenance.file.startsWith(number),
	);
	if (!found) throw new Error(`No article from seed ${number}`);
	return found;
}

describe("the five seeds become five articles", () => {
	test.each(fiveSeeds)(
		"%s: %s, %s, day %s, begins %s, %i figures",
		(number, source, at, day, begins, figures) => {
			const article = articleFrom(number);
			expect(article.source.id).toBe(source);
			expect(article.published?.at && isoUtc(article.published.at)).toBe(at);
			expect(article.published?.day).toBe(day);
			expect(article.paragraphs[0]?.text.startsWith(begins)).toBe(true);
			expect(article.figures).toHaveLength(figures);
		},
	);

	test("the header's stamp is kept as the time of recording", () => {
		const { recorded } = articleFrom("000");
		expect(recorded && isoUtc(recorded)).toBe("2023-12-04T15:39:09Z");
	});

	test("the New York Times article keeps its byline, links and credits", () => {
		const article = articleFrom("002");
		expect(article.bylines).toEqual(["DAVID PIERSON"]);
		expect(article.links.length).toBeGreaterThanOrEqual(6);
		expect(article.credits.map(({ role }) => role)).toEqual(
			expect.arrayContaining(["contributor", "translator", "original"]),
		);
		expect(article.paragraphs.map(({ text }) => text).join("")).not.toContain(
			"翻译：",
		);
	});

	test("Zaobao's empty containers are gone and counted", () => {
		const article = articleFrom("004");
		expect(article.html).not.toMatch(
			/dfp|innity|paywall|<section>|<div>\s*<\/div>/,
		);
		expect(article.provenance.removed.length).toBeGreaterThan(0);
	});

	test("image proxies are unwrapped", () => {
		for (const number of ["000", "001", "002", "003"])
			for (const { src, proxied } of articleFrom(number).figures) {
				expect(src).not.toContain("weserv");
				expect(proxied).toContain("weserv");
			}
	});

	test("every file is accepted", () => {
		expect(corpus.report.totals).toMatchObject({
			files: 5,
			accepted: 5,
			quarantined: 0,
		});
	});
});

describe("the five seeds become a timeline", () => {
	const confirmed = () =>
		corpus.encounters.encounters.filter(({ status }) => status === "confirmed");
	const meetingOn = (day: string): Encounter => {
		const found = corpus.encounters.encounters.find(
			({ start }) => start === day,
		);
		if (!found) throw new Error(`No meeting on ${day}`);
		return found;
	};
	const filesOf = ({ mentions }: Encounter) => [
		...new Set(mentions.map(({ file }) => file.slice(0, 3))),
	];

	test("with exactly three confirmed meetings", () => {
		expect(
			confirmed().map(({ start, end, place }) => [start, end, place.city]),
		).toEqual([
			["2022-09-15", "2022-09-15", "撒马尔罕"],
			["2023-03-01", "2023-03-01", "北京"],
			["2023-12-04", "2023-12-04", "北京"],
		]);
	});

	test("each at its venue and inside its visit", () => {
		expect(meetingOn("2023-03-01").place.venue).toBe("人民大会堂");
		expect(meetingOn("2023-03-01").visit).toEqual({
			start: "2023-02-28",
			end: "2023-03-02",
			kind: "state-visit",
			host: "中国",
			visitor: { id: "alexander-lukashenko", name: "卢卡申科" },
		});
		expect(meetingOn("2023-12-04").place.venue).toBe("钓鱼台国宾馆");
	});

	test("each with the articles that report and recall it", () => {
		expect(filesOf(meetingOn("2022-09-15"))).toEqual(
			expect.arrayContaining(["004", "001"]),
		);
		expect(filesOf(meetingOn("2023-03-01"))).toEqual(
			expect.arrayContaining(["003", "002", "000"]),
		);
		expect(filesOf(meetingOn("2023-12-04"))).toEqual(["000"]);
	});

	test("an old caption alone gives an unconfirmed meeting", () => {
		const meeting = meetingOn("2017-06-16");
		expect(meeting.status).toBe("unconfirmed");
		expect(filesOf(meeting)).toEqual(["001"]);
	});

	test("the arrival, the premier's meeting and Putin's meeting are turned down with a reason", () => {
		const { rejected } = corpus.encounters;
		const turnedDown = (words: RegExp) =>
			rejected.find(({ quote }) => words.test(quote));
		expect(turnedDown(/2月28日）抵达北京/)?.reason).toBeTruthy();
		expect(turnedDown(/李克强/)?.reason).toBeTruthy();
		expect(turnedDown(/2023年2月17日/)?.reason).toBeTruthy();
	});

	test("every quote stands in its article, every link lands, every checksum holds", () => {
		expect(
			verifyArchive({ ...archive, seeds: archive.seeds }).differences,
		).toEqual([]);
	});
});
