import { existsSync, mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { defaults } from "../../src/config.ts";
import { examine } from "../../src/doctor/examine.ts";
import {
	proposedEntry,
	type Seen,
	unknownOutlets,
} from "../../src/doctor/unknown-outlets.ts";
import { type Archive, archiveIn, optionsFor } from "../support/build.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

function doctor(archive: Archive): Promise<string> {
	const config = readArchive(archive.seeds, defaults);
	return examine({ ...optionsFor(archive), config });
}

const article = (number: number, host: string, offset: string, text: string) =>
	`---
title: 第${number}篇
date: 2024-03-${10 + number}T09:05:00${offset}
categories: ${host === "river.example" ? "江河晚报" : "山丘: 周刊"}
from: https://www.${host}/${number}
---
<p>${text}</p>
`;

test("the doctor tells counts, files set aside, unknown outlets with lines that describe them, and people nobody knows", async () => {
	const archive = archiveIn(scratchFolder());
	mkdirSync(archive.seeds);
	for (const number of [1, 2, 3])
		writeFiles(archive.seeds, {
			[`r${number}.md`]: article(
				number,
				"river.example",
				"+09:00",
				"河国总统张山河在首都表示，水位已经下降，俄罗斯总统普京发来贺电。",
			),
		});
	writeFiles(archive.seeds, {
		"h.md": article(4, "hill.example", "Z", "河国總統張山河會見了客人。"),
		"voa.md": article(5, "voachinese.com", "Z", "一段消息。"),
		"bad.txt": "\u0000\u0001\u0002",
	});
	const told = await doctor(archive);
	expect(told).toContain("Files      6: 5 articles, 1 set aside\n");
	expect(told).toContain("Since the last look: 6 new or changed, 0 gone\n");
	expect(told).toMatch(/Set aside:\n {2}bad\.txt: \S/);
	expect(told).toContain(`
# 3 articles of river.example
- id: river-example
  name: 江河晚报
  hosts: river.example
  zone: Asia/Tokyo # 3 of 3 articles state its offset
  language: zh-Hans
`);
	expect(told).toContain(`
# 1 article of hill.example
- id: hill-example
  name: "山丘: 周刊"
  hosts: hill.example
  zone: Asia/Taipei # a guess: no article states an offset
`);
	expect(told).not.toContain("voachinese");
	expect(told).toContain("  张山河 (4)\n");
	expect(told).not.toContain("普京 (");
	expect(existsSync(archive.out)).toBe(false);

	// Its lines are what _outlets.yml takes, and then nobody is unknown.
	const lines = told
		.split("Lines for _outlets.yml:\n")[1]
		?.split("\nNamed with")[0];
	writeFiles(archive.seeds, { "_outlets.yml": lines ?? "" });
	const again = await doctor(archive);
	expect(again).toContain("(_outlets.yml)");
	expect(again).toContain("Since the last look: 5 new or changed, 0 gone\n");
	expect(again).not.toContain("Unknown outlets");
});

test("what most headlines of an outlet end in is its name, and goes", () => {
	const seen = (headline: string, number: number): Seen => ({
		url: `https://www.lake.example/${number}`,
		headline,
		source: {
			id: "lake-example",
			name: "lake.example",
			homepage: "https://lake.example/",
			zone: "UTC",
			language: "und",
		},
		language: "zh-Hans",
		witnesses: [],
	});
	const [outlet] = unknownOutlets(
		["甲_湖畔日报", "乙 - 丙_湖畔日报", "丁_戊", "己_湖畔日报"].map(seen),
	);
	if (!outlet) throw new Error("nobody");
	expect(proposedEntry(outlet)).toBe(`- id: lake-example
  name: 湖畔日报
  hosts: lake.example
  zone: Asia/Shanghai # a guess: no article states an offset
  language: zh-Hans
  headline: { suffix: "_湖畔日报" }`);
	const [other] = unknownOutlets(["甲_子", "乙_丑"].map(seen));
	expect(other).toMatchObject({ names: [], host: "lake.example" });
});
