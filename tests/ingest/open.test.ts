import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAssets, readImage } from "../../src/corpus/assets.ts";
import { correctionsText } from "../../src/enrich/corrections.ts";
import { NotOpened, openBelow, readBelow } from "../../src/read/open.ts";
import { walkSeeds } from "../../src/read/walk.ts";
import { scratchFolder } from "../support/scratch.ts";

const codeOf = (work: () => unknown) => {
	try {
		work();
		return undefined;
	} catch (cause) {
		return cause instanceof NotOpened
			? cause.code
			: (cause as NodeJS.ErrnoException).code;
	}
};

/** A folder with one of everything that may lie among seeds. */
function strangeFolder(): string {
	const root = scratchFolder();
	const outside = scratchFolder();
	writeFileSync(join(outside, "secret.txt"), "anderswo");
	mkdirSync(join(root, "folder"));
	writeFileSync(join(root, "folder", "plain.txt"), "文");
	symlinkSync(join(outside, "secret.txt"), join(root, "link.txt"));
	symlinkSync(outside, join(root, "linked"));
	execFileSync("mkfifo", [join(root, "pipe.txt")]);
	return root;
}

describe("opening what lies among the seeds", () => {
	test("a plain file is read, and nothing else is, without waiting for anybody", () => {
		const root = strangeFolder();
		expect(readBelow(root, "folder/plain.txt", 100).toString()).toBe("文");
		expect(codeOf(() => openBelow(root, "link.txt"))).toBe("read/link");
		expect(codeOf(() => openBelow(root, "linked/secret.txt"))).toBe(
			"read/link",
		);
		expect(codeOf(() => openBelow(root, "pipe.txt"))).toBe("read/not-a-file");
		expect(codeOf(() => openBelow(root, "folder"))).toBe("read/not-a-file");
		expect(codeOf(() => openBelow(root, "folder/../link.txt"))).toBe(
			"read/link",
		);
		expect(codeOf(() => readBelow(root, "folder/plain.txt", 2))).toBe(
			"read/too-large",
		);
		expect(codeOf(() => openBelow(root, "nothing.txt"))).toBe("ENOENT");
	});

	test("a walk names what it leaves out, and counts names with a dot", () => {
		const root = strangeFolder();
		writeFileSync(join(root, ".DS_Store"), "");
		// What builds and version control leave there is nothing that an owner misses.
		for (const name of ["._site.lock", "._site.next-a1", ".gitignore"])
			writeFileSync(join(root, name), "");
		writeFileSync(join(root, "folder", ".hidden"), "");
		const { value, diagnostics } = walkSeeds(root);
		expect(value).toEqual(["folder/plain.txt"]);
		expect(
			diagnostics.map(({ file, ruleId, severity }) => [file, ruleId, severity]),
		).toEqual([
			[".DS_Store", "read/dot-files", "info"],
			["link.txt", "read/not-a-file", "warning"],
			["linked", "read/not-a-file", "warning"],
			["pipe.txt", "read/not-a-file", "warning"],
		]);
		expect(diagnostics[0]?.reason).toContain("2 were left out");
	});

	test("corrections that are a pipe or a link are refused with a sentence", () => {
		const root = scratchFolder();
		expect(correctionsText(root)).toBeUndefined();
		execFileSync("mkfifo", [join(root, "_corrections.yml")]);
		expect(() => correctionsText(root)).toThrow(
			/_corrections\.yml is not read/,
		);
	});

	test("a stored picture must be a plain file of the stated size and of the content that its name says", () => {
		const root = scratchFolder();
		const outside = scratchFolder();
		mkdirSync(join(root, "_assets"));
		const name = `${"a".repeat(64)}.jpg`;
		const other = `${"b".repeat(64)}.jpg`;
		writeFileSync(join(outside, "x.jpg"), "1234");
		writeFileSync(join(root, "_assets", name), "1234");
		symlinkSync(join(outside, "x.jpg"), join(root, "_assets", other));
		const image = { bytes: 4, width: 20, height: 20 };
		writeFileSync(
			join(root, "_assets", "index.json"),
			JSON.stringify({
				schemaVersion: 1,
				images: {
					"https://a.example/1": { file: name, ...image },
					"https://a.example/2": { file: other, ...image },
					"https://a.example/3": { file: name, ...image, bytes: 5 },
				},
			}),
		);
		expect([...readAssets(root).keys()]).toEqual(["https://a.example/1"]);
		expect(() => readImage(root, "_assets", name)).toThrow(/SHA-256 differs/);
	});
});
