/** Hostile paragraphs: what they cost grows with their length, not with its square. */
import { describe, expect, test } from "vitest";
import { claimsOf } from "./drafts.ts";

/** What is repeated until a paragraph is long. */
const shapes: readonly (readonly [name: string, unit: string])[] = [
	["comma clauses with a meeting", "习近平会见卢卡申科，"],
	["comma clauses with both and no verb", "习近平与卢卡申科，"],
	["names without a pause", "习近平卢卡申科"],
	["meeting words without a pause", "会见会谈会晤"],
	["offices in a row", "国家主席、总统、总理、"],
	["dates in a row", "3月1日、2日、"],
	["dates and clauses", "3月1日，双方会谈，"],
	["brackets", "（习近平）"],
	["open brackets", "习近平（"],
	["quotations", "“习近平会见卢卡申科并表示满意”，"],
	["open quotations", "“习近平"],
	["relative clauses", "来华的习近平的卢卡申科的"],
	["pronouns", "习近平与他会谈，他与她会面，"],
	["plurals", "两国元首会谈，双方握手，"],
	["speeches", "习近平表示，卢卡申科说，"],
	["places", "在北京在明斯克在人民大会堂，"],
	["events of a year", "2023年第三届北京合作论坛"],
	["Latin words", "Xi Jinping met Lukashenko "],
	["spaces", "习近平 会见 卢卡申科 "],
	["semicolons", "习近平会见卢卡申科；"],
];

/** Processor time in milliseconds, the least of some runs: what others do on the machine only ever adds. */
function costOf(text: string): number {
	let least = Number.POSITIVE_INFINITY;
	for (let run = 0; run < 3; run++) {
		const before = process.cpuUsage();
		claimsOf({
			published: "2023-03-02",
			headline: "习近平会见卢卡申科",
			text: [text],
		});
		const { user, system } = process.cpuUsage(before);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}

const repeated = (unit: string, length: number): string =>
	unit.repeat(Math.ceil(length / unit.length));

describe("a paragraph of 18,000 characters costs about three times one of 6,000", () => {
	test.each(shapes)("%s", { timeout: 120_000 }, (_, unit) => {
		costOf(repeated(unit, 2_000));
		const small = costOf(repeated(unit, 6_000));
		const large = costOf(repeated(unit, 18_000));
		// A square would be nine times; small costs are dominated by what does not grow.
		expect(large).toBeLessThan(Math.max(80, small * 6));
	});
});

test.each([
	["dated", "天气晴。"],
	["dated and counted on", "次日无事。"],
])("a chronicle of 6,000 lines, each %s, is read to its end", (_, rest) => {
	const lines = Array.from(
		{ length: 6_000 },
		(__, n) => `${1 + (n % 12)}月${1 + (n % 28)}日，${rest}`,
	);
	const { claims } = claimsOf({
		published: "2023-03-02",
		headline: "习近平会见卢卡申科",
		text: [...lines, "2023年3月1日，习近平在北京会见卢卡申科。"],
	});
	expect(claims.at(-1)?.start).toBe("2023-03-01");
});

test.each(["15日", "次日", "前一天", "那天", "当天", "2月5日"])(
	"6,000 lines that begin with %s, which counts from the line before, are read to their end",
	(day) => {
		const lines = Array.from(
			{ length: 6_000 },
			() => `${day}，天气晴，又说起2015年的雨。`,
		);
		const { claims } = claimsOf({
			published: "2023-03-02",
			headline: "习近平会见卢卡申科",
			text: [
				"2023年2月14日，天气晴。",
				...lines,
				`${day}，习近平在北京会见卢卡申科。`,
			],
		});
		expect(claims.length).toBeGreaterThan(0);
	},
);
