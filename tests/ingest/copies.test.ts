import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byCodePoint, sha256 } from "../../src/base/order.ts";
import { idOfCopy, idOfFile } from "../../src/domain/article-id.ts";
import {
	type DraftSummary,
	type Settled,
	settleCopies,
	summaryOf,
} from "../../src/enrich/copies.ts";
import { diffRevisions } from "../../src/enrich/revision-diff.ts";
import { accepted, withHeader } from "./support.ts";

const copy = (
	file: string,
	recorded: number | undefined,
	text: string,
	url: string | undefined = "https://example.org/a?id=1",
): DraftSummary => ({
	id: "00112233445566aa",
	...(url === undefined ? {} : { url }),
	...(recorded === undefined ? {} : { recorded }),
	textHash: text,
	file,
	sha256: Buffer.from(file.padEnd(32, "0")).toString("hex"),
	bytes: 100,
});

const oldestOf = (group: readonly DraftSummary[]) =>
	[...group].sort(
		(a, b) =>
			(a.recorded ?? -1) - (b.recorded ?? -1) || byCodePoint(a.file, b.file),
	)[0];

/** Names of files without an address are their own, whatever the article is called. */
const withoutOwnNames = (settled: Iterable<[string, Settled]>) =>
	new Map(
		[...settled].map(([file, fate]) => [
			file,
			fate.kind === "duplicate"
				? { ...fate, id: "" }
				: { ...fate, duplicates: [] },
		]),
	);

describe("copies of an article", () => {
	test("where nothing says which text is newer it is called a tie, and no older text", () => {
		const rules = (one?: number, other?: number) =>
			settleCopies([
				copy("a", one, "t"),
				copy("b", other, "u"),
			]).diagnostics.map(({ ruleId }) => ruleId);
		expect(rules()).toEqual(["enrich/revision-tie"]);
		expect(rules(7, 7)).toEqual(["enrich/revision-tie"]);
		expect(rules(7, 8)).toEqual(["enrich/revision"]);
		expect(rules(undefined, 8)).toEqual(["enrich/revision"]);
	});

	test("the newest recording speaks for the article, an identical older one is its duplicate", () => {
		const { value } = settleCopies([copy("old", 1, "t"), copy("new", 2, "t")]);
		expect(value.get("new")).toMatchObject({
			kind: "article",
			id: "00112233445566aa",
			duplicates: ["00112233445566aa-6f6c6430"],
			revisions: [],
			copies: [{ file: "old", recorded: 1 }],
		});
		expect(value.get("old")).toMatchObject({
			kind: "duplicate",
			of: "00112233445566aa",
		});
	});

	test("an older text is a revision that names its article", () => {
		const { value } = settleCopies([
			copy("a", 1, "first"),
			copy("b", 2, "second"),
			copy("c", 3, "third"),
		]);
		expect(value.get("c")).toMatchObject({
			kind: "article",
			revisions: ["00112233445566aa-62303030", "00112233445566aa-61303030"],
		});
		expect(value.get("a")).toMatchObject({
			kind: "revision",
			revisionOf: "00112233445566aa",
		});
	});

	test("a text that came back after a change is a duplicate of the newest", () => {
		const { value } = settleCopies([
			copy("a", 1, "first"),
			copy("b", 2, "second"),
			copy("c", 3, "first"),
		]);
		expect(value.get("a")?.kind).toBe("duplicate");
		expect(value.get("b")?.kind).toBe("revision");
	});

	test("two files with the same older text are one revision and its duplicate", () => {
		const { value } = settleCopies([
			copy("a", 1, "old"),
			copy("b", 2, "old"),
			copy("c", 3, "new"),
		]);
		expect(value.get("b")).toMatchObject({
			kind: "revision",
			copies: [{ file: "a" }],
		});
		expect(value.get("a")).toMatchObject({ kind: "duplicate" });
	});

	test("the same text under two addresses is two articles", () => {
		const { value } = settleCopies([
			copy("a", 1, "t", "https://example.org/a?id=1"),
			copy("b", 1, "t", "https://example.org/a?id=2"),
		]);
		expect([...value.values()].map(({ kind }) => kind)).toEqual([
			"article",
			"article",
		]);
	});

	test("two addresses whose ids collide keep ids of their own", () => {
		const { value } = settleCopies([
			copy("a", 1, "t", "https://example.org/a"),
			copy("b", 1, "t", "https://example.org/b"),
		]);
		expect(new Set([...value.values()].map(({ id }) => id)).size).toBe(2);
	});

	test("without an address the oldest file names the article, and the names of the others lead to it", () => {
		const file = (name: string, recorded: number | undefined) => ({
			...copy(name, recorded, "t"),
			url: undefined,
			id: idOfFile(name),
		});
		const old = file("old.txt", 1);
		const alone = settleCopies([old]).value.get("old.txt");
		const { value } = settleCopies([
			old,
			file("new.txt", 2),
			file("between.txt", 1),
		]);
		expect(alone?.id).toBe(idOfFile("old.txt"));
		expect(value.get("new.txt")).toMatchObject({
			kind: "article",
			id: idOfFile("between.txt"),
			duplicates: [
				idOfFile("new.txt"),
				idOfCopy(idOfFile("between.txt"), file("between.txt", 1).sha256),
				idOfFile("old.txt"),
			],
		});
	});

	test("the order of the files does not matter", () => {
		const files = [
			copy("a", 1, "x"),
			copy("b", undefined, "y"),
			copy("c", 3, "x"),
			copy("d", 2, "z"),
			copy("e", 1, "x", "https://example.org/e"),
			copy("f", 1, "x", undefined),
		];
		const wanted = new Map(settleCopies(files).value);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(files, { minLength: files.length }),
				(shuffled) => {
					expect(new Map(settleCopies(shuffled).value)).toEqual(wanted);
				},
			),
			{ numRuns: 50 },
		);
	});

	test("many files become what their articles' files become alone, under ids that are given in order of the addresses", () => {
		const ids = ["00000000000000aa", "00000000000000bb"];
		const urls = Array.from(
			{ length: 8 },
			(_, index) => `https://example.org/${index}`,
		);
		// Some ids are what another article gets when its own is taken.
		const longer = urls.flatMap((url) =>
			ids.map((id) => `${id}-${sha256(url).slice(16, 24)}`),
		);
		const draft = fc.record({
			id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...longer)),
			url: fc.option(fc.constantFrom(...urls), { nil: undefined }),
			recorded: fc.option(fc.nat(3), { nil: undefined }),
			text: fc.constantFrom("x", "y", "z"),
		});
		fc.assert(
			fc.property(fc.array(draft, { maxLength: 14 }), (made) => {
				const files = made.map(({ id, url, recorded, text }, index) => ({
					...copy(`file ${index}`, recorded, text),
					id,
					url: url ?? `text:${text}`,
				}));
				const taken = new Set<string>();
				const settled: [string, Settled][] = [];
				const findings: string[] = [];
				for (const key of [...new Set(files.map(({ url }) => url))].sort()) {
					const group = files.filter(({ url }) => url === key);
					const id = oldestOf(group)?.id ?? "";
					const own = taken.has(id) ? `${id}-${sha256(key).slice(16, 24)}` : id;
					taken.add(own);
					const alone = settleCopies(
						group.map((file) => ({ ...file, id: own })),
					);
					settled.push(...alone.value);
					findings.push(...alone.diagnostics.map(({ file }) => file));
				}
				const { value, diagnostics } = settleCopies(
					files.map(({ url, ...file }) =>
						url.startsWith("text:") ? file : { ...file, url },
					),
				);
				expect(withoutOwnNames(value)).toEqual(withoutOwnNames(settled));
				expect(diagnostics.map(({ file }) => file)).toEqual(findings.sort());
			}),
			{ numRuns: 1500 },
		);
	});

	test("the only file of an article is the article", () => {
		const { value, diagnostics } = settleCopies([copy("a", 1, "t")]);
		expect([...value]).toEqual([
			[
				"a",
				{
					kind: "article",
					id: "00112233445566aa",
					copies: [],
					duplicates: [],
					revisions: [],
				},
			],
		]);
		expect(diagnostics).toEqual([]);
	});

	test("trackers in the address do not make another article, other parts of the query do", () => {
		const url = (query: string) =>
			summaryOf(
				accepted(
					withHeader("<p>文</p>", { url: `https://example.org/a?${query}` }),
				),
			).url;
		expect(url("id=1&utm_source=feed&at_medium=RSS")).toBe(url("id=1"));
		expect(url("id=1")).not.toBe(url("id=2"));
	});
});

describe("the comparison of two texts", () => {
	const text = (headline: string, ...paragraphs: string[]) => ({
		headline,
		paragraphs: paragraphs.map((own) => ({ text: own })),
	});

	test("shows what stayed, what came and what went", () => {
		expect(
			diffRevisions(
				text("标题", "第一段。", "第二段要删除。"),
				text("标题", "第一段。", "完全不同的另一些话"),
			),
		).toEqual([
			{ kind: "same", text: "标题" },
			{ kind: "same", text: "第一段。" },
			{ kind: "removed", text: "第二段要删除。" },
			{ kind: "added", text: "完全不同的另一些话" },
		]);
	});

	test("shows the changed characters of a reworded paragraph", () => {
		expect(
			diffRevisions(
				text("标题", "会谈于星期二在北京举行。"),
				text("标题", "会谈于星期三在北京举行。"),
			)[1],
		).toEqual({
			kind: "changed",
			changes: [
				{ kind: "same", text: "会谈于星期" },
				{ kind: "removed", text: "二" },
				{ kind: "added", text: "三" },
				{ kind: "same", text: "在北京举行。" },
			],
		});
	});

	test("gives both texts back, whatever they are", () => {
		const article = fc
			.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 8 })
			.map(([headline = "", ...paragraphs]) => text(headline, ...paragraphs));
		const side = (
			parts: ReturnType<typeof diffRevisions>,
			other: "added" | "removed",
		) =>
			parts.flatMap((part) =>
				part.kind === "changed"
					? [
							part.changes
								.filter(({ kind }) => kind !== other)
								.map(({ text: own }) => own)
								.join(""),
						]
					: part.kind === other
						? []
						: [part.text],
			);
		fc.assert(
			fc.property(article, article, (older, newer) => {
				const parts = diffRevisions(older, newer);
				const lines = (own: typeof older) => [
					own.headline,
					...own.paragraphs.map((paragraph) => paragraph.text),
				];
				expect(side(parts, "added")).toEqual(lines(older));
				expect(side(parts, "removed")).toEqual(lines(newer));
			}),
		);
	});
});
