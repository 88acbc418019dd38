import { describe, expect, test } from "vitest";
import { expandTerms } from "../../src/search/query/expand.ts";
import {
	parseQuery,
	type QueryNode,
	writeNode,
	writeQuery,
	writeWithout,
} from "../../src/search/query/parse.ts";

const aliases = [["白俄罗斯", "白罗斯", "白俄羅斯", "Belarus"]];
/** A query as its parts are joined: `and(停火, or(谈判, 和谈), not(制裁))`. */
function told(node: QueryNode): string {
	switch (node.kind) {
		case "term": {
			const { text, literal, headline } = node.term;
			return (headline ? "title:" : "") + (literal ? `=${text}` : text);
		}
		case "filter":
			return `${node.filter.field}:${node.filter.text}`;
		case "not":
			return `not(${told(node.node)})`;
		case "any":
			return `or(${node.nodes.map(told).join(", ")})`;
		case "all":
			return `and(${node.nodes.map(told).join(", ")})`;
	}
}

describe("a query is read", () => {
	test.each([
		["卢卡申科　停火 和谈", "and(卢卡申科, 停火, 和谈)"],
		["停火 -谈判", "and(停火, not(谈判))"],
		["停火 －谈判", "and(停火, not(谈判))"],
		["COVID-19", "and(COVID-19)"],
		["停火 OR 谈判", "and(or(停火, 谈判))"],
		["停火 或 谈判 | 和谈", "and(or(停火, 谈判, 和谈))"],
		["美国 停火 OR 谈判 基辅", "and(美国, or(停火, 谈判), 基辅)"],
		[
			"(美国 停火) OR 谈判 -(基辅 OR 明斯克)",
			"and(or(and(美国, 停火), 谈判), not(or(基辅, 明斯克)))",
		],
		["（停火 | 谈判） 基辅", "and(or(停火, 谈判), 基辅)"],
		["标题:习近平", "and(title:习近平)"],
		["标题： 习近平", "and(title:习近平)"],
		["標題：习近平", "and(title:习近平)"],
		["title:习近平", "and(title:习近平)"],
		['-标题:"北京 会谈" 停火', "and(not(title:=北京 会谈), 停火)"],
		["来源:海港日报 停火", "and(source:海港日报, 停火)"],
		['来源:"New York Times"', "and(source:New York Times)"],
		[
			"人物:习近平 日期:2022-09..2023-03",
			"and(person:习近平, date:2022-09..2023-03)",
		],
	])("%s", (typed, expected) => {
		expect(told(parseQuery(typed).root)).toBe(expected);
		expect(parseQuery(typed).notes).toEqual([]);
	});

	test.each([
		'"上合 峰会"',
		"“上合 峰会”",
		"＂上合 峰会＂",
		"「上合 峰会」",
		"『上合 峰会』",
	])("%s is one literal term", (typed) => {
		expect(parseQuery(typed).terms).toEqual([
			{ text: "上合 峰会", literal: true, excluded: false, headline: false },
		]);
	});

	test.each([
		["所谓“民主”的", "and(所谓“民主”的)"],
		["“民主”的 自由", "and(“民主”的, 自由)"],
		["“民主", "and(“民主)"],
		['他说"好"。', 'and(他说"好"。)'],
		['""', 'and("")'],
		["“”", "and(“”)"],
		["习近平(中)与普京", "and(习近平(中)与普京)"],
		["（中新社）电", "and((中新社)电)"],
		["(综合报道)", "and((综合报道))"],
		["专访|张三", "and(专访|张三)"],
		["OR 停火", "and(OR, 停火)"],
		["停火 OR", "and(停火, OR)"],
		["或", "and(或)"],
		["-", "and(-)"],
		["标题:", "and(标题:)"],
		["。，、", "and(。,、)"],
	])("in %s no mark is an operator", (typed, expected) => {
		expect(told(parseQuery(typed).root)).toBe(expected);
	});

	test.each([
		["停火 AND 谈判", ["AND"]],
		["作者:张三", ["作者:张三"]],
		["site:example.org 停火", ["site:example.org"]],
		["日期:2023-13", ["日期:2023-13"]],
		["日期:昨天 停火", ["日期:昨天"]],
		["https://example.org/a", []],
		["快讯:停火", []],
	])(
		"in %s what looks like an operator and is none is said",
		(typed, notes) => {
			const { root, notes: given } = parseQuery(typed);
			expect(given.map(({ text }) => text)).toEqual(notes);
			for (const note of notes) expect(told(root)).toContain(note);
		},
	);

	test.each(["", "  ", "　"])("%j asks for nothing", (typed) => {
		expect(parseQuery(typed).root.nodes).toEqual([]);
	});

	test.each([
		["2023", "2023-01-01", "2023-12-31"],
		["2024-02", "2024-02-01", "2024-02-29"],
		["2023-12-04", "2023-12-04", "2023-12-04"],
		["2022-09..2023-03", "2022-09-01", "2023-03-31"],
		["2022年9月", "2022-09-01", "2022-09-30"],
		["..2023-03", undefined, "2023-03-31"],
		["2023..", "2023-01-01", undefined],
	])("日期:%s is from %s to %s", (typed, first, last) => {
		const [node] = parseQuery(`日期:${typed}`).root.nodes;
		const filter = node?.kind === "filter" ? node.filter : undefined;
		if (filter?.field !== "date") throw new Error("no date");
		const day = (number: number) =>
			Number.isFinite(number)
				? new Date(number * 86_400_000).toISOString().slice(0, 10)
				: undefined;
		expect([day(filter.from), day(filter.to)]).toEqual([first, last]);
	});

	test("too many words and too long ones are shortened, and it says so", () => {
		expect(parseQuery("字 ".repeat(64)).shortened).toBe(false);
		const many = parseQuery("字 ".repeat(65));
		expect(many.shortened).toBe(true);
		expect(many.terms).toHaveLength(64);
		const long = parseQuery("字".repeat(1_000));
		expect(long.shortened).toBe(true);
		expect(long.terms[0]?.text).toHaveLength(100);
		expect(parseQuery("字".repeat(100)).shortened).toBe(false);
	});

	test("writing a query and reading it again gives the same", () => {
		const typed =
			'标题:习近平 -"上合 组织" (G7峰会 OR 北约) 来源:海港 日期:2023 -(停火 谈判)';
		const { root, terms } = parseQuery(typed);
		const again = root.nodes.map(writeNode).join(" ");
		expect(parseQuery(again).root).toEqual(root);
		expect(parseQuery(writeQuery(terms)).terms).toEqual(terms);
	});

	test("any part can be dropped", () => {
		const query = parseQuery("停火 (谈判 OR 和谈) -制裁");
		const [first, group, no] = query.root.nodes as [
			QueryNode,
			QueryNode & { nodes: QueryNode[] },
			QueryNode,
		];
		expect(writeWithout(query, first)).toBe("谈判 OR 和谈 -制裁");
		expect(writeWithout(query, no)).toBe("停火 谈判 OR 和谈");
		expect(writeWithout(query, group.nodes[0] as QueryNode)).toBe(
			"停火 和谈 -制裁",
		);
	});
});

describe("a term stands for its variants", () => {
	const expand = (typed: string, variants = true) =>
		expandTerms(parseQuery(typed).terms, { aliases, variants });

	test("every form of a character, whichever was typed", () => {
		const slots = (typed: string) =>
			expand(typed)[0]?.phrases[0]?.slots.map((slot) => [...slot].sort());
		expect(slots("发展")).toEqual(slots("發展"));
		expect(slots("發展")?.[0]).toEqual(["发", "發", "髮"]);
	});

	test.each(["髮", "穀", "颱", "麵", "後"])(
		"%s alone is looked for as typed: its simplified form stands for others too",
		(typed) => {
			expect(expand(typed)[0]?.phrases[0]?.slots).toEqual([[typed]]);
		},
	);

	test.each([
		["國", ["國", "国"]],
		["国", ["国", "國"]],
		["发", ["发", "發", "髮"]],
	])("%s alone stands for %j", (typed, slot) => {
		expect(expand(typed)[0]?.phrases[0]?.slots).toEqual([slot]);
	});

	test.each(["白俄罗斯", "白俄羅斯", "白罗斯", "Belarus"])(
		"%s also looks for the other names, each once",
		(typed) => {
			const [term] = expand(typed);
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
			const [term] = expand(typed, variants);
			expect(term?.phrases).toHaveLength(1);
			expect(term?.phrases[0]?.slots).toEqual([["白"], ["俄"], ["罗"], ["斯"]]);
		}
	});

	test("a last word of two letters and more matches by its beginning, unless literal", () => {
		const prefix = (typed: string) => expand(typed)[0]?.phrases[0]?.prefix;
		expect(prefix("Lukash")).toBe(true);
		expect(prefix("Lu")).toBe(true);
		expect(prefix("北约NATO")).toBe(true);
		expect(prefix("G")).toBe(false);
		expect(prefix('"Lukash"')).toBe(false);
		expect(prefix("峰会")).toBe(false);
	});

	test("another name in letters is a whole word", () => {
		const [term] = expand("白俄罗斯");
		const latin = term?.phrases.find(({ text }) => text === "Belarus");
		expect(latin?.prefix).toBe(false);
	});
});
