import { describe, expect, test } from "vitest";
import { expandQuery, parseQuery, writeQuery } from "../../src/search/query.ts";

const aliases = [["白俄罗斯", "白罗斯", "白俄羅斯", "Belarus"]];
const textsOf = (typed: string) =>
	parseQuery(typed).terms.map(({ text }) => text);

describe("a query is read", () => {
	test("words between spaces of any width are terms of their own", () => {
		expect(textsOf("卢卡申科　停火 和谈")).toEqual([
			"卢卡申科",
			"停火",
			"和谈",
		]);
	});

	test.each(['"上合 峰会"', "“上合 峰会”", "＂上合 峰会＂", '"上合 峰会'])(
		"%s is one literal term",
		(typed) => {
			expect(parseQuery(typed).terms).toEqual([
				{ text: "上合 峰会", literal: true, excluded: false, headline: false },
			]);
		},
	);

	test.each(["-谈判", "－谈判"])("%s excludes", (typed) => {
		expect(parseQuery(typed).terms[0]).toMatchObject({
			text: "谈判",
			excluded: true,
		});
	});

	test("a hyphen inside a word excludes nothing", () => {
		expect(parseQuery("COVID-19").terms).toMatchObject([
			{ text: "COVID-19", excluded: false },
		]);
	});

	test.each(["标题:习近平", "标题： 习近平", "標題：习近平", "title:习近平"])(
		"%s asks the headline",
		(typed) => {
			expect(parseQuery(typed).terms[0]).toMatchObject({
				text: "习近平",
				headline: true,
			});
		},
	);

	test("operators combine", () => {
		expect(parseQuery('-标题:"北京 会谈" 停火').terms).toEqual([
			{ text: "北京 会谈", literal: true, excluded: true, headline: true },
			{ text: "停火", literal: false, excluded: false, headline: false },
		]);
	});

	test.each(["", "  ", "。，、", "-", '""', "标题:"])(
		"%j asks for nothing",
		(typed) => {
			expect(parseQuery(typed).terms).toEqual([]);
		},
	);

	test("too many words and too long ones are shortened, and it says so", () => {
		expect(parseQuery("字 ".repeat(40))).toMatchObject({ shortened: true });
		const long = parseQuery("字".repeat(1_000));
		expect(long.shortened).toBe(true);
		expect(long.terms[0]?.text).toHaveLength(100);
		expect(parseQuery("字".repeat(100)).shortened).toBe(false);
	});

	test("writing a query and reading it again gives the same terms", () => {
		const { terms } = parseQuery('标题:习近平 -"上合 组织" G7峰会');
		expect(parseQuery(writeQuery(terms)).terms).toEqual(terms);
	});
});

describe("a term stands for its variants", () => {
	test("every form of a character, whichever was typed", () => {
		const slots = (typed: string) =>
			expandQuery(parseQuery(typed), [], true)[0]?.phrases[0]?.slots;
		expect(slots("发展")).toEqual(slots("發展"));
		expect(slots("發")?.[0]).toEqual(["发", "發", "髮"]);
	});

	test.each(["白俄罗斯", "白俄羅斯", "白罗斯", "Belarus"])(
		"%s also looks for the other names, each once",
		(typed) => {
			const [term] = expandQuery(parseQuery(typed), aliases, true);
			// 白俄羅斯 is a form of 白俄罗斯, not another name.
			expect(term?.phrases).toHaveLength(3);
			expect(term?.phrases[0]?.text).toBe(typed);
		},
	);

	test("not in quotation marks, and not when the reader wants none", () => {
		for (const [typed, variants] of [
			['"白俄罗斯"', true],
			["白俄罗斯", false],
		] as const) {
			const [term] = expandQuery(parseQuery(typed), aliases, variants);
			expect(term?.phrases).toHaveLength(1);
			expect(term?.phrases[0]?.slots).toEqual([["白"], ["俄"], ["罗"], ["斯"]]);
		}
	});

	test("a last word in letters matches by its beginning, unless literal", () => {
		const prefix = (typed: string) =>
			expandQuery(parseQuery(typed), [], true)[0]?.phrases[0]?.prefix;
		expect(prefix("Lukash")).toBe(true);
		expect(prefix("北约NATO")).toBe(true);
		expect(prefix('"Lukash"')).toBe(false);
		expect(prefix("峰会")).toBe(false);
	});
});
