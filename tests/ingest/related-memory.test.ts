import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byCodePoint } from "../../src/base/order.ts";
import { type RelatedMemory, relate } from "../../src/enrich/related.ts";
import {
	alikeness,
	bins,
	binsOf,
	empty,
	type Signature,
} from "../../src/enrich/signature.ts";

/** An archive as the memory sees it: id → the text behind it, told by a number. */
type Archive = ReadonlyMap<string, number>;

/** Texts below are of few families, so that crowds arise; each of the others stands alone. */
const inCrowds = 3000;
const families = 3;
const signatures = new Map<number, Signature>();

/** A signature of text `text`: some of its bands are its family's, some another's, the rest its own. */
function signatureFor(text: number): Signature {
	const known = signatures.get(text) ?? makeSignature(text);
	signatures.set(text, known);
	return known;
}

function makeSignature(text: number): Signature {
	if (text % 17 === 16) return "";
	let state = Math.imul(text + 1, 2654435761) >>> 0;
	const next = (below: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return (state >>> 8) % below;
	};
	const family = text % families;
	const fidelity = text < inCrowds ? next(60) + 40 : 0;
	const own = Uint16Array.from({ length: bins }, (_, bin) => {
		if (next(100) < fidelity) return family * 1000 + bin;
		if (text < inCrowds && next(4) === 0)
			return ((family + 1) % families) * 1000 + bin;
		return next(8) === 0 ? empty : next(empty);
	});
	return Buffer.from(own.buffer).toString("base64");
}

const signedOf = (archive: Archive, asked?: (id: string) => void) =>
	[...archive].map(([id, text]) => ({
		id,
		key: `text ${text}`,
		signature: () => {
			asked?.(id);
			return signatureFor(text);
		},
	}));

/** What the neighbours are by definition, with a map of lists. */
function byDefinition(archive: Archive): Map<string, string[]> {
	const articles = [...archive]
		.filter(([, text]) => signatureFor(text) !== "")
		.sort(([a], [b]) => byCodePoint(a, b))
		.map(([id, text]) => ({ id, own: binsOf(signatureFor(text)) }));
	const bands = new Map<string, number[]>();
	for (const [place, { own }] of articles.entries())
		for (let row = 0; row + 3 <= bins; row += 3) {
			const numbers = [...own.subarray(row, row + 3)];
			if (numbers.includes(empty)) continue;
			const band = `${row}: ${numbers}`;
			bands.set(band, [...(bands.get(band) ?? []), place]);
		}
	const near = articles.map(() => new Set<number>());
	for (const members of bands.values())
		for (const [i, a] of members.entries())
			for (const b of members.slice(i + 1, i + 49)) {
				near[a]?.add(b);
				near[b]?.add(a);
			}
	return new Map(
		articles.flatMap(({ id, own }, place): [string, string[]][] => {
			const neighbours = [...(near[place] ?? [])]
				.map((other) => ({
					other,
					alike: alikeness(own, articles[other]?.own ?? own),
				}))
				.filter(({ alike }) => alike >= 0.3)
				.sort((a, b) => b.alike - a.alike || a.other - b.other)
				.slice(0, 8)
				.map(({ other }) => articles[other]?.id ?? "");
			return neighbours.length === 0 ? [] : [[id, neighbours]];
		}),
	);
}

/** One edit: an id that is added, given another text, renamed or removed. */
interface Edit {
	readonly kind: "add" | "change" | "rename" | "remove";
	/** Which article, as a share of those that there are. */
	readonly which: number;
	readonly text: number;
	readonly id: string;
}

const articleId = fc.stringMatching(/^[0-9a-e]{6}$/);
const textNumber = fc.nat(2 * inCrowds);
const edit: fc.Arbitrary<Edit> = fc.record({
	kind: fc.constantFrom("add", "change", "rename", "remove"),
	which: fc.double({ min: 0, max: 0.999, noNaN: true }),
	text: textNumber,
	id: articleId,
});

function edited(archive: Archive, edits: readonly Edit[]): Archive {
	const now = new Map(archive);
	for (const { kind, which, text, id } of edits) {
		const [old, known] = [...now][Math.floor(which * now.size)] ?? [];
		if (kind === "add" || old === undefined || known === undefined) {
			now.set(id, text);
			continue;
		}
		if (kind === "change") now.set(old, text);
		else now.delete(old);
		if (kind === "rename") now.set(id, known);
	}
	return now;
}

/** `count` articles, a third of them of one family. */
function archiveOf(count: number, seed: number): Archive {
	return new Map(
		Array.from({ length: count }, (_, index) => [
			`${Math.imul(index + seed, 7919) % 1_000_003}`.padStart(8, "0"),
			index % 3 === 0 ? index * families : inCrowds + index,
		]),
	);
}

/** So that they are compared as bytes: number by number takes a hundred times as long. */
const comparable = ({ ids, keys, bins: all, neighbours }: RelatedMemory) => ({
	ids,
	keys,
	all: Buffer.from(all.slice().buffer).toString("base64"),
	neighbours: Buffer.from(neighbours.buffer).toString("base64"),
});

describe("relatives that are remembered", () => {
	test("are those that relating from nothing finds, through any edits, and in crowds", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 400 }),
				fc.nat(1000),
				fc.array(fc.array(edit, { maxLength: 12 }), {
					minLength: 1,
					maxLength: 4,
				}),
				(count, seed, steps) => {
					let archive = archiveOf(count, seed);
					let { memory } = relate(signedOf(archive));
					for (const edits of steps) {
						archive = edited(archive, edits);
						const fresh = relate(signedOf(archive));
						const warm = relate(signedOf(archive), memory);
						expect([...warm.related]).toEqual([...fresh.related]);
						expect(comparable(warm.memory)).toEqual(comparable(fresh.memory));
						memory = warm.memory;
					}
				},
			),
			{ numRuns: 150 },
		);
	}, 300_000);

	test("and those are the neighbours by definition", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 260 }),
				fc.nat(1000),
				(count, seed) => {
					const archive = archiveOf(count, seed);
					expect([...relate(signedOf(archive)).related]).toEqual([
						...byDefinition(archive),
					]);
				},
			),
			{ numRuns: 25 },
		);
	}, 300_000);

	test("only signatures that are new or changed are asked for", () => {
		const archive = archiveOf(100, 1);
		const [first = "", second = ""] = archive.keys();
		const now = edited(archive, [
			{ kind: "add", which: 0, text: 4000, id: "new" },
		]);
		const changed = new Map([...now, [second, 4001]]);
		changed.delete(first);
		const asked: string[] = [];
		relate(
			signedOf(changed, (id) => asked.push(id)),
			relate(signedOf(archive)).memory,
		);
		expect(asked.sort()).toEqual([second, "new"].sort());
	});

	test("one article that comes into a crowd moves others out of each other's reach", () => {
		// All share the first band. The first article and the last are alike but share no other band, and are just near
		// enough in this one to be compared.
		const own = (index: number) =>
			Buffer.from(
				Uint16Array.from({ length: bins }, (_, bin) => {
					if (bin < 3) return bin;
					const alike = bin % 3 > 0 && (index === 0 || index === 48);
					return alike ? 60_000 + bin : 500 * index + bin;
				}).buffer,
			).toString("base64");
		const crowd = Array.from({ length: 49 }, (_, index) => ({
			id: `${index + 100}`,
			key: `${index}`,
			signature: () => own(index),
		}));
		const between = { id: "110a", key: "new", signature: () => own(49) };
		// Others by the way, so that what changes is little.
		const others = Array.from({ length: 600 }, (_, index) => ({
			id: `x${index}`,
			key: "",
			signature: () => "",
		}));
		const before = relate([...crowd, ...others]);
		expect(before.related.get("100")).toEqual(["148"]);
		const after = relate([...crowd, between, ...others], before.memory);
		expect(after.related.size).toBe(0);
		const again = relate([...crowd, ...others], after.memory);
		expect([...again.related]).toEqual([...before.related]);
	});

	test("each single band is enough to find the other, remembered or not", () => {
		const rows = Array.from({ length: 42 }, (_, band) => band * 3);
		// Two of three numbers are the same, but all three only in the band that begins at `row`.
		const own = (row: number, side: number) =>
			Buffer.from(
				Uint16Array.from({ length: bins }, (_, bin) => {
					const shared = bin % 3 > 0 || bin === row;
					return (shared ? 0 : 1 + side) * 20_000 + row * 128 + bin;
				}).buffer,
			).toString("base64");
		const pair = rows.map((row) =>
			[0, 1].map((side) => ({
				id: `${row}-${side}`,
				key: "",
				signature: () => own(row, side),
			})),
		);
		const ones = pair.flatMap(([one]) => (one ? [one] : []));
		const { related, memory } = relate(ones);
		expect(related.size).toBe(0);
		for (const both of pair) {
			const others = ones.filter((one) => !both.includes(one));
			const wanted = both.map(({ id }, side) => [id, [both[1 - side]?.id]]);
			expect([...relate([...both, ...others], memory).related]).toEqual(wanted);
			expect([...relate([...both, ...others]).related]).toEqual(wanted);
		}
	});

	test("two articles of one id, should there be such, confuse nobody", () => {
		const twins = (texts: readonly number[]) => [
			...signedOf(archiveOf(90, 3)),
			...texts.map((text) => ({
				id: "twin",
				key: `text ${text}`,
				signature: () => signatureFor(text),
			})),
		];
		for (const now of [[9, 3], [3], [9, 9, 12], []]) {
			const fresh = relate(twins(now));
			const warm = relate(twins(now), relate(twins([3, 9])).memory);
			expect([...warm.related]).toEqual([...fresh.related]);
			expect(comparable(warm.memory)).toEqual(comparable(fresh.memory));
		}
	});

	test("a memory that was made for other articles is no hindrance", () => {
		const { memory } = relate(signedOf(archiveOf(200, 1)));
		const archive = archiveOf(150, 500);
		const wanted = [...relate(signedOf(archive)).related];
		expect(wanted.length).toBeGreaterThan(0);
		for (const other of [memory, relate([]).memory])
			expect([...relate(signedOf(archive), other).related]).toEqual(wanted);
		expect(relate([], memory).related.size).toBe(0);
	});
});
