import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { readWords } from "../../src/search/pagefind/format.ts";
import {
	closePagefind,
	writeWithPagefind,
} from "../../src/search/pagefind/pagefind.ts";
import { codeOf } from "../../src/search/words.ts";

afterAll(() => closePagefind());

/** Name and size of each fragment in Pagefind's folder, as it stands when the folder is taken away. */
function watchFragments(): { name: string; bytes: number }[] {
	const seen: { name: string; bytes: number }[] = [];
	const { rmSync } = fs;
	fs.rmSync = (path, options) => {
		const fragments = join(String(path), "fragment");
		if (fs.existsSync(fragments))
			for (const name of fs.readdirSync(fragments))
				seen.push({ name, bytes: fs.statSync(join(fragments, name)).size });
		rmSync(path, options);
	};
	syncBuiltinESMExports();
	onTestFinished(() => {
		fs.rmSync = rmSync;
		syncBuiltinESMExports();
	});
	return seen;
}

test("Pagefind finds its copy of the text where we say it is, and packs none", async () => {
	const fragments = watchFragments();
	// Among so many names are some whose hash has a byte below 16, which is written as one digit.
	const texts = Array.from({ length: 12 }, (_, n) =>
		["白", "俄", "罗", "斯", `u${n}`, "𠮷", "café", '"'].map(codeOf).join(" "),
	);
	for (const text of texts)
		expect(readWords(await writeWithPagefind(text, 8))).toHaveLength(8);
	expect(fragments).toHaveLength(texts.length);
	expect(new Set(fragments.map(({ name }) => name)).size).toBe(texts.length);
	expect(fragments.filter(({ bytes }) => bytes > 0)).toEqual([]);
});
