import fc from "fast-check";
import { expect, test } from "vitest";
import type { Corpus } from "../../src/corpus/store.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import type { Card } from "../../src/domain/manifest.ts";
import type { CivilDay, EpochMs } from "../../src/domain/time.ts";
import { indexCorpus } from "../../src/site/index-corpus.ts";
import { pages } from "../../src/site/pages/index.ts";
import { listPages, planPages } from "../../src/site/plan.ts";
import { scratchFolder } from "../support/scratch.ts";
import { sampleArticles, writeCorpus } from "./sample-corpus.ts";

/** What differs from archive to archive in a random one: few values, so that archives are often nearly the same. */
const cardArbitrary = fc.record({
	n: fc.nat(5),
	headline: fc.constantFrom("甲会见乙", "乙会见甲", "丙"),
	lede: fc.constantFrom("起首", "另一个起首"),
	day: fc.constantFrom("2022-12-31", "2023-01-01", "2023-01-02", undefined),
	hour: fc.option(fc.nat(3), { nil: undefined }),
	recorded: fc.option(fc.nat(3), { nil: undefined }),
	source: fc.constantFrom("morning-post", "north-wire"),
	language: fc.constantFrom("zh-Hans", "en"),
	tags: fc.subarray(["国际", "belarus"]),
	people: fc.subarray(["xi-jinping", "alexander-lukashenko"]),
	places: fc.subarray(["beijing", "minsk"]),
	related: fc.option(fc.subarray(["a0", "a1", "a2"]), { nil: undefined }),
	revisionOf: fc.option(fc.constantFrom("a0", "a1"), { nil: undefined }),
});

function corpusOf(
	base: Corpus,
	drawn: readonly (typeof cardArbitrary extends fc.Arbitrary<infer One>
		? One
		: never)[],
): Corpus {
	const byId = new Map<string, Card>();
	for (const one of drawn) {
		const { n, hour, recorded, day, related, revisionOf, ...rest } = one;
		const id = `a${n}`;
		const at =
			day === undefined || hour === undefined
				? undefined
				: (Date.parse(`${day}T0${hour}:00:00Z`) as EpochMs);
		byId.set(id, {
			...rest,
			id,
			sha256: JSON.stringify(one),
			url: `https://morning.example/${n}`,
			...(day === undefined ? {} : { day: day as CivilDay }),
			...(at === undefined ? {} : { at }),
			...(recorded === undefined
				? {}
				: { recorded: (1_700_000_000_000 + recorded) as EpochMs }),
			...(related === undefined ? {} : { related }),
			...(revisionOf === undefined || revisionOf === id ? {} : { revisionOf }),
			bylines: [],
			characters: 100,
			figures: 0,
		});
	}
	const cards = [...byId.values()].sort(
		(a, b) =>
			(a.day ?? "9").localeCompare(b.day ?? "9") ||
			(a.at ?? 0) - (b.at ?? 0) ||
			a.id.localeCompare(b.id),
	);
	return { ...base, manifest: { ...base.manifest, articles: cards } };
}

/** The value with everything that stands in JSON as a hash of itself written out. */
function writtenOut(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(writtenOut);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [name, writtenOut(part)]),
	);
}

test("two pages at one address whose props differ have different keys, whatever their kind", () => {
	const root = scratchFolder();
	writeCorpus(root, sampleArticles());
	const base = readCorpus(root);
	const seen = new Set<string>();
	const differing = new Set<string>();
	const look = (corpus: Corpus) => {
		const site = indexCorpus(corpus);
		const keys = new Map(
			[...planPages(corpus)].map(({ path, key }) => [path, key]),
		);
		return new Map(
			listPages(corpus).map(({ path, kind, params }) => [
				path,
				{
					kind,
					key: keys.get(path),
					props: JSON.stringify(
						writtenOut(pages[kind].props(site, { path, params })),
					),
				},
			]),
		);
	};
	fc.assert(
		fc.property(
			fc.array(cardArbitrary, { minLength: 2, maxLength: 6 }),
			fc.array(cardArbitrary, { minLength: 1, maxLength: 2 }),
			(before, change) => {
				const first = look(corpusOf(base, before));
				const second = look(corpusOf(base, [...before, ...change]));
				for (const [path, { kind, key, props }] of second) {
					seen.add(kind);
					const old = first.get(path);
					if (old === undefined || old.props === props) continue;
					differing.add(kind);
					expect(key, `${kind} ${path}`).not.toBe(old.key);
				}
			},
		),
		{ numRuns: 150 },
	);
	for (const kind of ["home", "article", "list", "years", "facets", "recent"])
		expect([...differing]).toContain(kind);
	expect([...seen].sort()).toContain("report");
});

test("a file more changes the page of the report that lists it, and no other further page", () => {
	const root = scratchFolder();
	writeCorpus(root, sampleArticles());
	const base = readCorpus(root);
	const keysWith = (count: number) => {
		const { report } = base;
		const files = Array.from({ length: count }, (_, n) => ({
			file: `${1_000 + n}.txt`,
			status: "repaired" as const,
			findings: [],
		}));
		const totals = { ...report.totals, files: count };
		const pages = planPages({ ...base, report: { ...report, totals, files } });
		return new Map(
			[...pages].flatMap(({ kind, path, key }) =>
				kind === "report" ? [[path, key]] : [],
			),
		);
	};
	const before = keysWith(450);
	const changed = [...keysWith(451)].filter(
		([path, key]) => before.get(path) !== key,
	);
	expect(before.size).toBe(4);
	expect(changed.map(([path]) => path)).toEqual([
		"report.html",
		"report-4.html",
	]);
});
