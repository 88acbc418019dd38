import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOfAddress } from "../../src/domain/article-id.ts";
import type { CivilDay } from "../../src/domain/time.ts";
import { settleAddresses } from "../../src/enrich/addresses.ts";
import { readCorrections } from "../../src/enrich/corrections.ts";

const id = (n: number) => n.toString(16).padStart(16, "0");
const withdrawal = (n: number) => ({
	id: id(n),
	headline: "旧闻",
	outlet: "晨报",
	reason: "出错",
	withdrawn: "2024-01-01" as CivilDay,
});
const settle = (
	here: readonly number[],
	moves: readonly (readonly [number, number])[],
	withdrawn: readonly number[] = [],
	aliases: readonly (readonly [number, number])[] = [],
) =>
	settleAddresses(
		new Set(here.map(id)),
		new Map(aliases.map(([from, to]) => [id(from), id(to)])),
		moves.map(([from, to], index) => ({
			from: id(from),
			to: id(to),
			line: index + 1,
		})),
		withdrawn.map(withdrawal),
	);
const ways = (result: ReturnType<typeof settle>) =>
	result.value.moved.map(({ id: from, to }) => [
		Number.parseInt(from, 16),
		Number.parseInt(to, 16),
	]);

describe("an address that has no article any more", () => {
	test("leads to where the corrections say, over several steps at once", () => {
		expect(
			ways(
				settle(
					[3],
					[
						[1, 2],
						[2, 3],
					],
				),
			),
		).toEqual([
			[1, 3],
			[2, 3],
		]);
	});
	test("leads to the page of the withdrawal where that article was withdrawn", () => {
		expect(ways(settle([], [[1, 2]], [2]))).toEqual([[1, 2]]);
	});
	test("is that of a copy: it leads to the article", () => {
		expect(ways(settle([3], [], [], [[1, 3]]))).toEqual([[1, 3]]);
	});
	test("cannot lead to nothing: the entry is reported with its line", () => {
		const { value, diagnostics } = settle(
			[3],
			[
				[1, 3],
				[4, 5],
			],
		);
		expect(value.moved).toHaveLength(1);
		expect(diagnostics).toMatchObject([
			{ ruleId: "enrich/moved-to-nowhere", file: "_corrections.yml", line: 2 },
		]);
	});
	test("cannot lead in a circle", () => {
		const { value, diagnostics } = settle(
			[3],
			[
				[1, 2],
				[2, 1],
			],
		);
		expect(value.moved).toEqual([]);
		expect(diagnostics).toHaveLength(2);
	});
	test("with an article at it, leads nowhere else, and the entry is reported", () => {
		const { value, diagnostics } = settle([1, 2], [[1, 2]], [1]);
		expect(value).toMatchObject({ moved: [], withdrawn: [] });
		expect(diagnostics).toMatchObject([
			{ ruleId: "enrich/moved-is-here", line: 1 },
		]);
	});
	test("never leads to an address without a page, whatever is said", () => {
		const number = fc.nat(8);
		const pair = fc.tuple(number, number);
		fc.assert(
			fc.property(
				fc.array(number),
				fc.array(pair),
				fc.array(number),
				fc.array(pair),
				(here, moves, gone, aliases) => {
					const { value } = settle(here, moves, gone, aliases);
					const withPage = new Set([
						...here.map(id),
						...value.withdrawn.map((one) => one.id),
					]);
					for (const { id: from, to } of value.moved) {
						expect(withPage.has(to)).toBe(true);
						expect(withPage.has(from)).toBe(false);
					}
				},
			),
		);
	});
});

describe("an entry of the corrections about a moved article", () => {
	const read = (line: string) => readCorrections(`- ${line}\n`);
	test("names both articles by their ids, or by the addresses that they came from", () => {
		const old = "https://morning.example/old?id=1&utm_source=x";
		expect(read(`{moved: ${id(1)}, to: ${id(2)}}`).value.moves).toEqual([
			{ from: id(1), to: id(2), line: 1 },
		]);
		expect(
			read(
				`{moved: "${old}", to: "https://morning.example/new", note: 换了域名}`,
			).value.moves,
		).toEqual([
			{
				from: idOfAddress("https://morning.example/old?id=1"),
				to: idOfAddress("https://morning.example/new"),
				line: 1,
			},
		]);
	});
	test("may name an id of the time before schemaVersion 2", () => {
		const { value, diagnostics } = read(
			`{moved: 20231204-voa-chinese-d70fb76d, to: ${id(2)}}`,
		);
		expect(diagnostics).toEqual([]);
		expect(value.moves[0]?.from).toBe("20231204-voa-chinese-d70fb76d");
	});
	test.each([
		[`{moved: ${id(1)}}`, "needs “to”"],
		[`{moved: nonsense, to: ${id(2)}}`, "must be the id of an article"],
		[`{moved: ${id(1)}, to: ${id(1)}}`, "same article"],
		[
			`{moved: ${id(1)}, to: ${id(2)}, start: 2023-01-01}`,
			"“start” is no field",
		],
		[`{moved: [a], to: ${id(2)}}`, "must be the id of an article"],
		[
			`{moved: "ftp://a.example/x", to: ${id(2)}}`,
			"must be the id of an article",
		],
	])("%s is reported and obeyed by nobody", (line, words) => {
		const { value, diagnostics } = read(line);
		expect(value.moves).toEqual([]);
		expect(diagnostics[0]).toMatchObject({ file: "_corrections.yml", line: 1 });
		expect(diagnostics[0]?.reason).toContain(words);
	});
});
