import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { Store } from "../../src/store/store.ts";
import { scratchFolder } from "../support/scratch.ts";

const value = {
	text: "编年\0\ud800🀄",
	map: new Map([["a", undefined]]),
	numbers: Float64Array.of(1.5, Number.NaN),
};

function storeWith(version = "1") {
	const folder = scratchFolder();
	const store = new Store(folder, version);
	store.put("one", value);
	return { folder, store, path: join(folder, readdirSync(folder)[0] ?? "") };
}

test("a value comes back as it was put there, whatever it is made of", () => {
	const { store, folder } = storeWith();
	expect(store.get("one")).toEqual(value);
	expect(store.get("two")).toBeUndefined();
	expect(new Store(join(folder, "none")).get("one")).toBeUndefined();
	const anything = fc.anything({
		withMap: true,
		withSet: true,
		withTypedArray: true,
		withDate: true,
		withBigInt: true,
		withSparseArray: true,
	});
	fc.assert(
		fc.property(anything, (any) => {
			store.put("any", any);
			expect(store.get("any")).toEqual(any);
		}),
	);
});

test("a later value takes the place of an earlier one", () => {
	const { store, folder } = storeWith();
	store.put("one", 1);
	expect(store.get("one")).toBe(1);
	expect(readdirSync(folder)).toEqual(["one.value"]);
});

test("it is not believed when any bit of it is another, or a part is missing", () => {
	const { store, path } = storeWith();
	const sound = readFileSync(path);
	const believed: number[] = [];
	for (let bit = 0; bit < sound.length * 8; bit++) {
		const damaged = Buffer.from(sound);
		damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		writeFileSync(path, damaged);
		if (store.get("one") !== undefined) believed.push(bit);
	}
	for (let length = 0; length < sound.length; length++) {
		writeFileSync(path, sound.subarray(0, length));
		if (store.get("one") !== undefined) believed.push(-length);
	}
	expect(believed).toEqual([]);
	writeFileSync(path, sound);
	expect(store.get("one")).toEqual(value);
});

test("another version of the program or of the engine does not read it, and makes it again", () => {
	const { folder, store } = storeWith("1");
	const other = new Store(folder, "2");
	expect(other.get("one")).toBeUndefined();
	other.put("one", "new");
	expect(other.get("one")).toBe("new");
	expect(store.get("one")).toBeUndefined();
	const { v8 } = process.versions;
	const setEngine = (version: string) =>
		Object.defineProperty(process.versions, "v8", { value: version });
	onTestFinished(() => void setEngine(v8));
	setEngine("99.0");
	expect(new Store(folder, "2").get("one")).toBeUndefined();
});
