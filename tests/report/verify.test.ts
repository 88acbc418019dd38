import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../src/base/files-below.ts";
import { byCodePoint } from "../../src/base/order.ts";
import { articlePath, readCorpus } from "../../src/corpus/store.ts";
import { listOfLists } from "../../src/output/checksums.ts";
import { build } from "../../src/pipeline.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import {
	type Archive,
	archiveFlags,
	archiveIn,
	optionsFor,
	runCommand,
} from "../support/build.ts";
import { writeChecksumLists } from "../support/checksum-lists.ts";
import { randomFrom, writeSeeds } from "../support/made-archive.ts";
import { sharedFolder, writeFiles } from "../support/scratch.ts";

/** How many bits are turned; `FLIPS=1000` is what the figure in `tests/README.md` was made with. */
const flips = Number(process.env.FLIPS ?? 100);

const root = sharedFolder();
let archive: Archive;
beforeAll(async () => {
	archive = archiveIn(root);
	writeSeeds(archive.seeds, 3);
	await build(optionsFor(archive));
});

const problems = () =>
	verifyArchive(archive).differences.map(
		({ where, file, problem }) => `${where}/${file}: ${problem}`,
	);

test("a fresh archive has no differences, and everything in it was looked at", () => {
	const { differences, checked } = verifyArchive(archive);
	expect(differences).toEqual([]);
	expect(checked).toMatchObject({ articles: 3, seeds: 3 });
	const files = filesBelow(archive.out).length - 1;
	expect(checked.files).toBe(files + filesBelow(archive.corpus).length);
	expect(checked.quotes).toBeGreaterThan(0);
	expect(checked.links).toBeGreaterThan(100);
});

test(`each of ${flips} single bits turned somewhere in site, corpus or seeds is found, and its file named`, () => {
	const random = randomFrom(2026);
	const all = (["out", "corpus", "seeds"] as const).flatMap((folder) =>
		filesBelow(archive[folder])
			.sort(byCodePoint)
			.map((path) => ({ path, place: join(archive[folder], path) })),
	);
	const missed: string[] = [];
	for (let flip = 0; flip < flips; flip++) {
		// Every file is as likely as another: the engine's megabytes would take most of the bits.
		const { path, place } = all[Math.floor(random() * all.length)] as never;
		const sound = readFileSync(place);
		const bit = Math.floor(random() * sound.length * 8);
		const damaged = Buffer.from(sound);
		damaged[bit >> 3] = (sound[bit >> 3] as number) ^ (1 << (bit & 7));
		writeFileSync(place, damaged);
		const found = verifyArchive(archive).differences;
		// A damaged list of checksums shows in the files that it lists.
		const named =
			path === listOfLists
				? found.length > 0
				: found.some(({ file }) => file === path);
		if (!named) missed.push(`bit ${bit} of ${path}`);
		writeFileSync(place, sound);
	}
	expect(missed).toEqual([]);
	expect(problems()).toEqual([]);
}, 600_000);

/** Write the lists of checksums anew, as somebody would who wants to hide a change. */
function reseal(): void {
	writeChecksumLists(archive.out, archive.corpus);
}

/** Change a file's text, hide the change from the checksums, and see what is found. */
function afterChange(
	place: string,
	change: (text: string) => string,
): readonly string[] {
	const sound = readFileSync(place, "utf8");
	const text = change(sound);
	expect(text, "the change changes something").not.toBe(sound);
	writeFileSync(place, text);
	reseal();
	const found = problems();
	writeFileSync(place, sound);
	reseal();
	return found;
}

const articleWithMeeting = () => {
	const { encounters } = readCorpus(archive.corpus);
	return encounters.encounters[0]?.mentions[0] as {
		articleId: string;
		paragraph: string;
		quote: string;
	};
};

test("a quote of the timeline that no longer stands in its article is found", () => {
	const { quote, articleId, paragraph } = articleWithMeeting();
	expect(
		afterChange(join(archive.corpus, "encounters.json"), (text) =>
			text.replaceAll(quote, `${quote.slice(0, -1)}！`),
		),
	).toContainEqual(
		expect.stringMatching(
			`^corpus/encounters.json: “.*” does not stand in ${articleId}#${paragraph}`,
		),
	);
});

test("a quote that stands in the paragraphs but not in the HTML that readers see is found", () => {
	const { quote, articleId, paragraph } = articleWithMeeting();
	const [first = ""] = quote.match(/\p{Script=Han}{3}/u) ?? [];
	expect(
		afterChange(articlePath(archive.corpus, articleId), (text) => {
			const article = JSON.parse(text);
			article.html = article.html.replaceAll(first, "");
			return JSON.stringify(article);
		}),
	).toContainEqual(
		expect.stringMatching(
			`^corpus/encounters.json: “.*” stands in ${articleId}#${paragraph}, but the article's HTML does not show it there`,
		),
	);
});

test("a page nested so deep that no reader of ours can follow is named, and the others are still read", () => {
	expect(
		afterChange(join(archive.out, "about.html"), (text) =>
			text.replace("<main", `${"<b>".repeat(9_000)}<main`),
		),
	).toContainEqual(
		expect.stringMatching(/^site\/about\.html: Cannot be read: /),
	);
});

test("an article that is not the one of the manifest is found", () => {
	const { articleId } = articleWithMeeting();
	expect(
		afterChange(articlePath(archive.corpus, articleId), (text) =>
			text.replace("消息", "新闻"),
		),
	).toEqual([
		`corpus/articles/${articleId.slice(0, 2)}/${articleId}.json: Not the article that the manifest lists: its SHA-256 differs.`,
	]);
});

test.each([
	["manifest.json", '"schemaVersion": 2', '"schemaVersion": "2"'],
	["encounters.json", '"status": "', '"status": "very '],
	["report.json", '"totals"', '"sums"'],
])("a %s that is not as the schema says is found", (file, from, to) => {
	expect(
		afterChange(join(archive.corpus, file), (text) => text.replace(from, to)),
	).toContainEqual(
		expect.stringMatching(`^corpus/${file}: Not as the schema says, at .+`),
	);
});

test("JSON that cannot be read is found", () => {
	expect(
		afterChange(join(archive.corpus, "report.json"), (text) => text.slice(1)),
	).toContainEqual(
		expect.stringMatching(/^corpus\/report\.json: Cannot be read/),
	);
});

test("a link to a page that is not there is found", () => {
	expect(
		afterChange(join(archive.out, "index.html"), (text) =>
			text.replace('href="timeline.html', 'href="tineline.html'),
		),
	).toContain(
		"site/index.html: A link leads to tineline.html, which is not there.",
	);
});

test("a link to a part of a page that has no such id is found", () => {
	const { articleId, paragraph } = articleWithMeeting();
	expect(
		afterChange(
			join(archive.out, `articles/${articleId.slice(0, 2)}/${articleId}.html`),
			(text) => text.replaceAll(`id="${paragraph}"`, 'id="moved"'),
		),
	).toContain(
		`site/timeline.html: A link leads to articles/${articleId.slice(0, 2)}/${articleId}.html#${paragraph}, but no element has that id.`,
	);
});

test("a seed that was changed, and one that is gone, are found", () => {
	const seed = join(archive.seeds, "1.txt");
	const sound = readFileSync(seed, "utf8");
	writeFileSync(seed, sound.replace("消息", "新闻"));
	expect(problems()).toEqual([
		expect.stringMatching(
			/^seeds\/1\.txt: Not the file that .+ was made from: its SHA-256 differs\.$/,
		),
	]);
	rmSync(seed);
	expect(problems()).toEqual([
		expect.stringMatching(
			/^seeds\/1\.txt: The file that .+ was made from is missing\.$/,
		),
	]);
	writeFileSync(seed, sound);
});

test.each([
	["out", "site"],
	["corpus", "corpus"],
] as const)("a file too few in %s is found", (folder, where) => {
	const report = folder === "out" ? "report.html" : "report.json";
	const place = join(archive[folder], report);
	const aside = join(root, "aside");
	renameSync(place, aside);
	expect(problems()).toContain(`${where}/${report}: The file is missing.`);
	renameSync(aside, place);
});

test("what an owner put into the folders is no difference: it is noted, and its links are its own", async () => {
	writeFiles(archive.out, {
		CNAME: "archive.example\n",
		".git/config": "[core]\n",
		".well-known/security.txt": "Contact: x\n",
		"articles/mine.html": '<a href="nowhere.html">x</a>',
	});
	writeFiles(archive.corpus, { "notes/a.md": "mine\n" });
	const foreign = [
		"corpus/notes/",
		...[".git/", ".well-known/", "CNAME", "articles/mine.html"].map(
			(name) => `site/${name}`,
		),
	];
	expect(verifyArchive(archive)).toMatchObject({ differences: [], foreign });
	const { code, stdout } = await runCommand("verify", archiveFlags(archive));
	expect([code, stdout.split("\n").slice(0, -2)]).toEqual([
		0,
		foreign.map((name) => `note: ${name} was not built; it is left as it is.`),
	]);
	for (const [folder, name] of [
		...["CNAME", ".git", ".well-known", "articles/mine.html"].map(
			(name) => [archive.out, name] as const,
		),
		[archive.corpus, "notes"] as const,
	])
		rmSync(join(folder, name), { recursive: true });
});

test("a list of checksums that is gone is found", () => {
	const list = join(archive.out, listOfLists);
	const sound = readFileSync(list);
	rmSync(list);
	expect(problems()).toContain(
		`site/${listOfLists}: The list of checksums is missing.`,
	);
	writeFileSync(list, sound);
});

test("the command names every difference and exits with 1, and with 0 when there is none", async () => {
	const flags = ["--out", archive.out, "--corpus", archive.corpus];
	const whole = await runCommand("verify", [
		...flags,
		"--seeds",
		archive.seeds,
	]);
	expect(whole.stdout).toMatch(/3 articles, 3 seeds, .*: 0 differences\n$/);
	expect(whole.code, whole.stderr).toBe(0);
	const page = join(archive.out, "about.html");
	const sound = readFileSync(page);
	writeFileSync(page, sound.subarray(1));
	const altered = await runCommand("verify", [
		...flags,
		"--seeds",
		join(root, "none"),
	]);
	writeFileSync(page, sound);
	expect(altered.stdout).toContain(
		"site/about.html: The file is not the one that was built: its SHA-256 differs.",
	);
	expect(altered.stdout).toContain(
		"There is no folder of seeds to compare the articles with.",
	);
	expect(altered.stdout).toMatch(/0 seeds, .*: 1 differences\n$/);
	expect(altered.code).toBe(1);
});
