import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import {
	archiveIn,
	buildArchive,
	optionsFor,
	runCommand,
} from "../support/build.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

const body =
	"<!--1700000000000-->\n[标题](https://news.example/a)\n------\n\n<p>正文一段。</p>\n";

test("a seeds folder that does not exist is wrong usage, in one clear line", async () => {
	const archive = archiveIn(scratchFolder());
	const { code, stderr } = await buildArchive(archive);
	expect(code).toBe(2);
	expect(stderr).toContain(`The seeds folder ${archive.seeds} does not exist.`);
});

test.each([
	[["build", "--nonsense"]],
	[["build", "--workers", "0"]],
	[["build", "--base-url", "javascript:alert(1)"]],
	[["build", "stray"]],
	[["nonsense"]],
])("%j is wrong usage", async ([command = "", ...flags]) => {
	expect((await runCommand(command, flags)).code).toBe(2);
});

test("an output folder that holds somebody else's files is refused and left alone", async () => {
	const archive = archiveIn(scratchFolder());
	mkdirSync(archive.seeds);
	writeFiles(archive.out, { "thesis.txt": "three years of work" });
	expect((await buildArchive(archive)).code).toBe(2);
	expect(readFileSync(join(archive.out, "thesis.txt"), "utf8")).toBe(
		"three years of work",
	);
});

test("an empty seeds folder builds an empty, valid site that says how to add files", async () => {
	const archive = archiveIn(scratchFolder());
	mkdirSync(archive.seeds);
	const { code, stderr } = await buildArchive(archive);
	expect(code, stderr).toBe(0);
	expect(readFileSync(join(archive.out, "index.html"), "utf8")).toContain(
		"seeds",
	);
	expect(existsSync(join(archive.out, "timeline.html"))).toBe(true);
});

test("a file that is no article is quarantined with file, line and reason, and the rest is built", async () => {
	const archive = archiveIn(scratchFolder());
	const marker = join(archive.out, "../pwned");
	writeFiles(archive.seeds, {
		"good.txt": body,
		"evil.md": `---js\nrequire("fs").writeFileSync(${JSON.stringify(marker)}, "")\n---\n<p>x</p>\n`,
	});
	const { code, stderr } = await buildArchive(archive);
	expect(code, stderr).toBe(0);
	const { report } = readCorpus(archive.corpus);
	expect(report.totals).toMatchObject({
		files: 2,
		accepted: 1,
		quarantined: 1,
	});
	const entry = report.files.find(({ status }) => status === "quarantined");
	expect(entry).toMatchObject({ file: "evil.md", line: 1 });
	expect(entry?.reason).toBeTruthy();
	expect(readFileSync(join(archive.out, "report.html"), "utf8")).toContain(
		"evil.md",
	);
	expect(existsSync(marker)).toBe(false);
});

test("--strict makes a quarantined file an error", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, {
		"good.txt": body,
		"bad.txt": new Uint8Array([0, 1, 2, 3, 0, 255]),
	});
	expect((await buildArchive(archive, ["--strict"])).code).toBe(1);
	expect(existsSync(join(archive.out, "index.html"))).toBe(true);
});

test("--strict makes a link among the seeds an error: it was not read, and the report says so", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, { "good.txt": body });
	symlinkSync("/etc/hostname", join(archive.seeds, "link.txt"));
	const { code, stdout } = await buildArchive(archive, ["--strict"]);
	expect(code).toBe(1);
	expect(stdout).toContain("1 quarantined");
	const { files, totals } = JSON.parse(
		readFileSync(join(archive.corpus, "report.json"), "utf8"),
	);
	expect(totals).toMatchObject({ files: 2, accepted: 1, quarantined: 1 });
	expect(files).toContainEqual(
		expect.objectContaining({
			file: "link.txt",
			status: "quarantined",
			code: "read/not-a-file",
			reason: "A symbolic link, which is not followed.",
		}),
	);
	rmSync(join(archive.seeds, "link.txt"));
	expect((await buildArchive(archive, ["--strict"])).code).toBe(0);
});

test("corrections that are a link are refused in one sentence with their path, and the old site stands", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, { "good.txt": body });
	await build(optionsFor(archive));
	const path = join(archive.seeds, "_corrections.yml");
	symlinkSync("/etc/hostname", path);
	const { code, stderr } = await buildArchive(archive);
	expect(code).toBe(1);
	expect(stderr).toContain(`${path} is not read: `);
	expect(stderr).toContain("Put a plain file there.\n");
	expect(stderr).not.toContain("    at ");
	expect(existsSync(join(archive.out, "index.html"))).toBe(true);
});

test("a build that fails leaves the old site as it was", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, { "good.txt": body });
	await build(optionsFor(archive));
	const before = readFileSync(join(archive.out, "index.html"), "utf8");
	writeFiles(archive.seeds, { "more.txt": body.replace("/a)", "/b)") });
	// A file where the search index keeps its shards: indexing must fail.
	rmSync(join(archive.cache, "shards"), { recursive: true });
	writeFileSync(join(archive.cache, "shards"), "");
	const { code, stderr } = await buildArchive(archive);
	expect(stderr).toContain("what was built before is as it was");
	expect(code).toBe(1);
	expect(readFileSync(join(archive.out, "index.html"), "utf8")).toBe(before);
});

test("--help says what there is, and inspect what ingest sees in a file", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, { "good.txt": body });
	const [help, inspected, missing, none] = await Promise.all([
		runCommand("build", ["--help"]),
		runCommand("inspect", [join(archive.seeds, "good.txt")]),
		runCommand("inspect", [join(archive.seeds, "none.txt")]),
		runCommand("inspect", []),
	]);
	expect(help).toMatchObject({
		code: 0,
		stdout: expect.stringMatching(/^Usage: biannian build /),
	});
	expect(inspected.code, inspected.stderr).toBe(0);
	expect(inspected.stdout).toMatch(/good\.txt: accepted\n/);
	expect(inspected.stdout).toContain("address    https://news.example/a\n");
	expect(missing).toMatchObject({
		code: 2,
		stderr: expect.stringContaining("There is no file"),
	});
	expect(none).toMatchObject({
		code: 2,
		stderr: expect.stringContaining("inspect takes the path"),
	});
});

test("--json prints one summary to standard output and nothing else", async () => {
	const archive = archiveIn(scratchFolder());
	writeFiles(archive.seeds, { "good.txt": body });
	const { stdout } = await buildArchive(archive, ["--json"]);
	expect(JSON.parse(stdout)).toMatchObject({
		articles: 1,
		totals: { files: 1 },
	});
});
