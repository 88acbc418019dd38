import { describe, expect, test } from "vitest";
import { isoUtc } from "../../src/domain/time.ts";
import {
	dayInAddress,
	dayInFileName,
} from "../../src/normalise/day-in-address.ts";
import {
	type Statement,
	settlePublished,
} from "../../src/normalise/published.ts";

const settle = (zone: string, ...statements: Statement[]) =>
	settlePublished("x.md", statements, zone).value;
const ms = (iso: string) => `${Date.parse(iso)}`;

describe("the day of an article", () => {
	test("is the day on the outlet's own clock", () => {
		const stamp: Statement = { kind: "body", text: "2023-03-01T01:00:00Z" };
		expect(settle("America/New_York", stamp).published?.day).toBe("2023-02-28");
		expect(settle("Asia/Shanghai", stamp).published?.day).toBe("2023-03-01");
	});

	test.each([
		["2023年3月2日 9:17", "2023-03-02T01:17:00Z"],
		["2023/3/2 11:17:17", "2023-03-02T03:17:17Z"],
		["2023-03-02 11:17:17", "2023-03-02T03:17:17Z"],
		["2023-03-02 11:17:17 +0000", "2023-03-02T11:17:17Z"],
		["Thu, 02 Mar 2023 03:17:17 GMT", "2023-03-02T03:17:17Z"],
		["1677727037", "2023-03-02T03:17:17Z"],
		["1677727037000", "2023-03-02T03:17:17Z"],
	])("%s is read in the outlet's zone where it names none", (text, wanted) => {
		const { published } = settle("Asia/Shanghai", {
			kind: "front-matter",
			text,
		});
		expect(published?.at && isoUtc(published.at)).toBe(wanted);
	});

	test.each([
		"2023-13-45",
		"yesterday",
		"",
		"2023-02-30",
		"99999999999999999999",
		"12:30",
		"T12:30:00",
		"Tue, 04 Dec 2023 15:08:33 GMT",
		"2023-03-02T24:61:00Z",
	])("%s is no date, and never becomes today", (text) => {
		const { published, witnesses } = settle("UTC", {
			kind: "front-matter",
			text,
		});
		expect(published).toBeUndefined();
		expect(witnesses[0]?.verdict).toBe("unreadable");
	});

	test.each([
		"1970-01-01T00:00:00Z",
		"1989-12-31",
		"2099-12-31",
		"9999-01-01T00:00:00Z",
	])("%s is not believed", (text) => {
		const { published, witnesses } = settle(
			"UTC",
			{ kind: "body", text },
			{ kind: "url", text: "2023-03-02" },
		);
		expect(published).toMatchObject({ day: "2023-03-02", basis: "url" });
		expect(witnesses[0]?.verdict).toBe("implausible");
	});

	test("nobody publishes after the crawler saw it, give or take a day", () => {
		const { published, witnesses } = settle(
			"UTC",
			{ kind: "body", text: "2023-03-09T00:00:00Z" },
			{ kind: "header", text: ms("2023-03-02T00:00:00Z") },
		);
		expect(witnesses[0]?.verdict).toBe("implausible");
		expect(published?.day).toBe("2023-03-02");
	});

	test("a stamp that is years from the day in the address is a wrong one", () => {
		const { published } = settle(
			"UTC",
			{ kind: "front-matter", text: "2003-03-02T00:00:00Z" },
			{ kind: "header", text: ms("2003-03-02T00:00:00Z") },
			{ kind: "url", text: "2023-03-02" },
		);
		expect(published).toMatchObject({ day: "2023-03-02", basis: "url" });
	});

	test("an instant on the same day refines a day, and the header is the recording", () => {
		const { published, recorded, witnesses } = settle(
			"Europe/London",
			{ kind: "body", text: "2022-09-16" },
			{ kind: "header", text: ms("2022-09-16T05:21:02Z") },
		);
		expect(published).toMatchObject({
			precision: "instant",
			day: "2022-09-16",
			basis: "header",
		});
		expect(recorded && isoUtc(recorded)).toBe("2022-09-16T05:21:02Z");
		expect(witnesses.map(({ verdict }) => verdict)).toEqual([
			"agrees",
			"chosen",
		]);
	});

	test("with NaN in the header, front matter and file name tell when the crawler came", () => {
		const { published, recorded, witnesses } = settle(
			"Asia/Singapore",
			{ kind: "front-matter", text: "2023-03-01T02:17:01Z" },
			{ kind: "header", text: "NaN" },
			{ kind: "url", text: "2023-02-28" },
			{ kind: "file-name", text: "2023-03-01" },
		);
		expect(published).toMatchObject({ day: "2023-02-28", basis: "url" });
		expect(recorded && isoUtc(recorded)).toBe("2023-03-01T02:17:01Z");
		expect(witnesses.map(({ verdict }) => verdict)).toEqual([
			"recorded",
			"unreadable",
			"chosen",
			"recorded",
		]);
	});

	test("another day is reported, not obeyed", () => {
		const { value, diagnostics } = settlePublished(
			"x.md",
			[
				{ kind: "body", text: "2023-03-02T12:00:00Z", line: 7 },
				{ kind: "url", text: "2023-03-04", line: 3 },
			],
			"UTC",
		);
		expect(value.published?.day).toBe("2023-03-02");
		expect(diagnostics).toMatchObject([
			{
				ruleId: "normalise/date-conflict",
				line: 3,
				actual: "2023-03-04",
				expected: "2023-03-02",
			},
		]);
	});
});

describe("a day in an address", () => {
	test.each([
		["https://x.example/a/belarus-20231204/7383290.html", "2023-12-04"],
		["https://x.example/a/red-carpet-022823/6982259.html", "2023-02-28"],
		["https://x.example/china/20230302/leader/", "2023-03-02"],
		["https://x.example/realtime/story20220916-1313526", "2022-09-16"],
		["https://x.example/news/aopl/202205250011.aspx", "2022-05-25"],
		["https://x.example/gb/22/5/25/n13744579.htm", "2022-05-25"],
		["https://x.example/26388-2017-08-25-04-51-45.html", "2017-08-25"],
		["https://x.example/mandarin/TMD-10162013064541.html", "2013-10-16"],
		["https://x.example/2026/06/09/VIDEynqb260609.shtml", "2026-06-09"],
		["https://x.example/2019/1/8/title", "2019-01-08"],
		["https://x.example/story?sid=20230101", undefined],
		["https://x.example/a/71563527", undefined],
		["https://x.example/article/99999999", undefined],
		["https://x.example/19700101/x", undefined],
	])("%s: %s", (url, day) => {
		expect(dayInAddress(url)).toBe(day);
	});

	test("a file name begins with its day, or has none", () => {
		expect(dayInFileName("a/b/2022-09-16-标题.md")).toBe("2022-09-16");
		expect(dayInFileName("a/2022-9-6-标题.md")).toBe("2022-09-06");
		expect(dayInFileName("20220916-标题.md")).toBe("2022-09-16");
		expect(dayInFileName("2022.09.16 标题.txt")).toBe("2022-09-16");
		expect(dayInFileName("2022年9月16日，标题.txt")).toBe("2022-09-16");
		expect(dayInFileName("000_a946d9fb471da71f.txt")).toBeUndefined();
		expect(dayInFileName("20221399-标题.md")).toBeUndefined();
		expect(dayInFileName("20220916101112-标题.md")).toBeUndefined();
		expect(dayInFileName("2022-09-161.md")).toBeUndefined();
	});
});
