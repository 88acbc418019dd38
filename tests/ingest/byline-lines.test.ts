import { describe, expect, test } from "vitest";
import { bylineLine } from "../../src/normalise/byline-lines.ts";
import { splitNames } from "../../src/sources/adapter.ts";
import { accepted } from "./support.ts";

describe("a line of roles and names says who wrote the text", () => {
	test.each([
		["作者：河上人", ["河上人"]],
		["作者丨陈某 编辑丨张某", ["陈某"]],
		["文／文一山", ["文一山"]],
		["（文｜林甲）", ["林甲"]],
		["作者：杜 甲", ["杜甲"]],
		["记者 | 赵甲 钱乙 孙丙", ["赵甲", "钱乙", "孙丙"]],
		["作者：南河报记者 李甲", ["李甲"]],
		["作者：作者 | 牛甲", ["牛甲"]],
		["文｜杨甲编辑｜柏乙", ["杨甲"]],
		["文/图 张甲", ["张甲"]],
		["撰文｜Anna Lee 摄影｜王乙", ["Anna Lee"]],
		["记者：吕甲 文海乙 责编：胡丙 网编：瑞丁", ["吕甲", "文海乙"]],
	])("%s", (line, names) => {
		expect(bylineLine(line)?.bylines).toEqual(names);
	});

	test.each([
		"记者：你好",
		"记者：您当初为什么来？",
		"作者在书中说：河很长",
		"作者：甲某，系某大学教授",
		"作者：他写了一本书。书很好",
		"编辑 | 柏乙",
		"来源：新河",
		"文中内容不代表本站立场",
		"口述：老王",
	])("and this is none: %s", (line) => {
		expect(bylineLine(line)).toBeUndefined();
	});

	test("it leaves the text, and its author and all its roles are told", () => {
		const { bylines, credits, paragraphs } = accepted(
			"---\ntitle: 河\nfrom: https://byline.example/1\n---\n\n作者：林甲　编辑：陈乙\n\n河很长，一路向东，过了三座城才到海边。\n\n船走了七天。\n",
			"post.md",
		);
		expect(bylines).toEqual(["林甲"]);
		expect(credits.map(({ text }) => text)).toEqual([
			"作者：林甲",
			"编辑：陈乙",
		]);
		expect(paragraphs.map(({ text }) => text)).toEqual([
			"河很长，一路向东，过了三座城才到海边。",
			"船走了七天。",
		]);
	});

	test("a family name that is also a role stays", () => {
		expect(splitNames("文在天、文/李甲")).toEqual(["文在天", "李甲"]);
	});
});
