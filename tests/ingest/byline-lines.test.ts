import { describe, expect, test } from "vitest";
import { bylineLine } from "../../src/normalise/byline-lines.ts";
import { reportersOf } from "../../src/parse/roles.ts";
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
		["本刊记者/李甲 王乙", ["李甲", "王乙"]],
		["原文作者：Ana Maria Berg", ["Ana Maria Berg"]],
		["作者：Ana Berg 选题：lin2 译者：河上人 校对：柏乙", ["Ana Berg"]],
		["作者：河上的老马，陈某", ["河上的老马", "陈某"]],
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
		"作者：已获授权",
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

	test.each([
		[0, 9, "译者：林甲", "translator"],
		[0, 9, "校对者：a-reader, lin2", "editor"],
		[9, 0, "编辑 | 柏乙", "editor"],
		[9, 0, "（责任编辑：柏乙、王丙)", "editor"],
		[9, 0, "运营 / 柏乙 统筹 / 王丙", "other"],
	])(
		"%i blocks before and %i behind it, no author: %s",
		(before, after, line, role) => {
			const note = bylineLine(line, { before, after });
			expect(note?.bylines).toBeUndefined();
			expect(note?.credits?.[0]?.role).toBe(role);
		},
	);

	test.each([
		[0, 9, "编辑：柏乙"],
		[9, 9, "译者：林甲"],
		[9, 0, "来源：新河"],
		[9, 0, "记者：林甲"],
	])("%i blocks before and %i behind it, a text: %s", (before, after, line) => {
		expect(bylineLine(line, { before, after })).toBeUndefined();
	});

	test.each([
		["〔記者張小河／台東報導〕山上下雪。", ["張小河"]],
		["〔記者張小河、林大山／台北報導〕山上下雪。", ["張小河", "林大山"]],
		["〔編譯管小風／綜合報導〕山上下雪。", ["管小風"]],
		["記者張小河／台北報導 山上下雪。", ["張小河"]],
		[
			"本报北城3月2日电（记者 张小河 林大山 通讯员 王三）山上下雪。",
			["张小河", "林大山"],
		],
		["南河网消息（记者张小河）山上下雪。", ["张小河"]],
		["（本报记者 张小河 实习记者 林大山）", ["张小河", "林大山"]],
		["（記者張小河攝）山上下雪。", []],
		["（记者综合报道）山上下雪。", []],
		["他说（记者问他），山上下雪。", []],
		["山上下雪。（记者 张小河）", []],
	])("the first words of a text name reporters: %s", (text, names) => {
		expect(reportersOf(text)).toEqual(names);
	});

	test("who reports stays in the text, and is the author where nobody else is", () => {
		const told = (author: string) =>
			accepted(
				`---\ntitle: 雪\nfrom: https://byline.example/2\n${author}---\n\n〔記者張小河／台東報導〕山上下雪，路都封了。\n\n船走了七天。\n`,
				"post.md",
			);
		const { bylines, paragraphs } = told("");
		expect(bylines).toEqual(["張小河"]);
		expect(paragraphs[0]?.text).toContain("〔記者張小河／台東報導〕");
		expect(told("author: 特約記者林大山\n").bylines).toEqual(["林大山"]);
	});

	test.each(["记者站", "眾新聞記者", "记者无国界", "本报记者综合报道"])(
		"%s is no person",
		(name) => {
			expect(splitNames(name)).toEqual([name]);
		},
	);

	test("a family name that is also a role stays", () => {
		expect(splitNames("文在天、文/李甲")).toEqual(["文在天", "李甲"]);
	});
});
