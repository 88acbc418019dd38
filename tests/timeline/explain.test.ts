import { expect, test } from "vitest";
import { explainClaims } from "../../src/enrich/explain.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { draftOf, xiLukashenko } from "./drafts.ts";

test("a terminal shows people, verbs, dates, claims and refusals with their rule", () => {
	const told = explainClaims(
		draftOf({
			published: "2023-03-02",
			text: [
				"习近平3月1日在北京会见卢卡申科。",
				"习近平将于5月访问明斯克并会见卢卡申科。",
			],
		}),
		[xiLukashenko],
		builtIn,
	);
	expect(told).toContain("people  xi-jinping, alexander-lukashenko");
	expect(told).toContain("会见 (met)");
	expect(told).toContain("3月1日 = 2023-03-01");
	expect(told).toMatch(
		/p1 +main both-in-clause, evidence 1, 2023-03-01 \(stated\)/,
	);
	expect(told).toMatch(/p2 +not-planned/);
});
