/** Sentences for each way in which prose tells of a meeting: see `scripts/bench-timeline/cases.ts` for how they are written. */

import { expect, test } from "vitest";
import { scoreOf } from "../../scripts/bench-timeline/score.ts";
import { readSet } from "../../scripts/bench-timeline/sets.ts";
import { meetingVerbsIn } from "../../src/enrich/found-verbs.ts";
import { fold } from "../../src/enrich/gazetteer/fold.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { verbTable } from "../../src/enrich/meeting-verbs.ts";
import { claimsOf } from "./drafts.ts";

/** What a reader would mind most: a meeting that was none, none where there was one, another day. */
const grave = /^(?:false|missed|duplicate|inexact)/;

const samples = [
	"open",
	"aside",
	"prose",
	"features",
	"styles",
	"scenes",
	"together",
	"passages",
	"people",
	"years",
	"roles",
].flatMap((name) => readSet(`tests/timeline/cases/${name}.txt`));

test.each(samples.map((sample, i) => [i, sample.name, sample] as const))(
	"%i %s",
	(_, _name, sample) => {
		expect(scoreOf(sample).faults.filter((fault) => grave.test(fault))).toEqual(
			[],
		);
	},
);

test.each(
	samples
		.filter(({ name }) => name.startsWith("fields:"))
		.map((sample) => [sample.name, sample] as const),
)("%s", (_, sample) => {
	expect(scoreOf(sample).faults).toEqual([]);
});

const verbs = verbTable.flatMap(
	({ words = "", patterns = [], grammar, type }) => [
		...words
			.split(" ")
			.filter((word) => word !== "")
			.map((word) => [word, type, grammar] as const),
		...patterns.map(({ example }) => [example, type, grammar] as const),
	],
);

test.each(verbs)(
	"%s (%s) passes every quick look",
	(example, type, grammar) => {
		expect(
			meetingVerbsIn(fold(example), builtIn).map((verb) => verb.type),
		).toContain(type);
		const named = example
			.replaceAll("甲", "习近平")
			.replaceAll("乙", "卢卡申科");
		const sentence = /习近平|卢卡申科|两人|两国元首/.test(named)
			? `习近平3月1日见过外宾。卢卡申科也在。${named}。`
			: grammar === "meet"
				? `习近平3月1日${named}卢卡申科。`
				: `习近平3月1日与卢卡申科${named}。`;
		const { claims, rejected } = claimsOf({
			published: "2023-03-01",
			text: [sentence],
		});
		expect(claims.length + rejected.length).toBeGreaterThan(0);
	},
);
