/**
 * Five years of an archive, a build a month: files come, change, vanish, are withdrawn and renamed, dates and addresses are
 * corrected, source adapters are added. Every address that was ever published goes on to answer.
 */
import {
	appendFileSync,
	existsSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readArchive } from "../../src/archive/read-archive.ts";
import { PublicationRefused } from "../../src/assemble/changes.ts";
import { withdraw } from "../../src/commands/withdraw.ts";
import { defaults } from "../../src/config.ts";
import { readCorpus } from "../../src/corpus/store.ts";
import { build } from "../../src/pipeline.ts";
import type { BuildSummary } from "../../src/report/print.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { publishedPath } from "../../src/site/addresses.ts";
import { readIdLines } from "../../src/site/files/id-lines.ts";
import {
	type Archive,
	archiveIn,
	optionsFor,
	sharedPools,
} from "../support/build.ts";
import { randomFrom } from "../support/made-archive.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

const pools = sharedPools();
const months = 60;

/** What one seed file says. */
interface Seed {
	readonly url: string | undefined;
	readonly title: string;
	readonly text: string;
	readonly day: number;
}

const monthlyBuild = (archive: Archive): Promise<BuildSummary> =>
	build(
		{
			...optionsFor(archive),
			maxRemovals: 0,
			config: readArchive(archive.seeds, defaults),
		},
		pools,
	);

/** An owner with a folder of files; every deed is one of a month's. */
class Owner {
	readonly archive = archiveIn(scratchFolder());
	readonly #seeds = new Map<string, Seed>();
	readonly #random: () => number;
	#made = 0;
	#outlets = "";

	constructor(seed: number) {
		this.#random = randomFrom(seed);
		for (let number = 0; number < 6; number++) this.add();
	}

	get #path() {
		return this.archive.seeds;
	}

	/** One of the deeds below. */
	act(): void {
		const deeds = [
			() => this.add(),
			() => this.add(),
			() => this.recrawl(),
			() => this.edit(),
			() => this.correctDate(),
			() => this.correctAddress(),
			() => this.rename(),
			() => this.withdrawOne(),
			() => this.copy(),
			() => this.addAdapter(),
		];
		deeds[Math.floor(this.#random() * deeds.length)]?.();
	}

	/** A file comes; every third has no address. */
	add(): void {
		const number = this.#made++;
		this.#write(`${number}.txt`, {
			url:
				number % 3 === 2
					? undefined
					: `https://outlet-${number % 2}.example/story/${number}`,
			title: `第${number}号消息`,
			text: `这是第${number}件事的经过，记者在现场看到了全部过程，并向读者作了详细的介绍。`,
			day: number * 9,
		});
	}

	/** The outlet changed its text, and the crawler brought it again: the old file stays. */
	recrawl(): void {
		const [, seed] = this.#any(({ url }) => url !== undefined);
		if (!seed) return;
		this.#write(`again-${this.#made++}.txt`, {
			...seed,
			text: `${seed.text}更新：又有新的消息。`,
			day: seed.day + 40,
		});
	}

	/** The same text once more, with or without an address. */
	copy(): void {
		const [, seed] = this.#any();
		if (seed)
			this.#write(`copy-${this.#made++}.txt`, { ...seed, day: seed.day + 3 });
	}

	edit(): void {
		const [name, seed] = this.#any();
		if (seed) this.#write(name, { ...seed, text: `${seed.text}（已更正）` });
	}

	correctDate(): void {
		const [name, seed] = this.#any();
		if (seed) this.#write(name, { ...seed, day: seed.day + 700 });
	}

	/** In every file of the article; the owner says so with both addresses. */
	correctAddress(): void {
		const [, seed] = this.#any(({ url }) => url !== undefined);
		if (!seed?.url) return;
		const url = `${seed.url}?corrected=${this.#made++}`;
		for (const [name, other] of this.#seeds)
			if (other.url === seed.url) this.#write(name, { ...other, url });
		appendFileSync(
			join(this.#path, "_corrections.yml"),
			`- {moved: "${seed.url}", to: "${url}"}\n`,
		);
	}

	/** Folders are tidied up: without an address the file's path was the article's name. */
	rename(): void {
		const [name, seed] = this.#any(({ url }) => url === undefined);
		if (!seed) return;
		const to = `tidy-${this.#made++}.txt`;
		renameSync(join(this.#path, name), join(this.#path, to));
		this.#seeds.delete(name);
		this.#seeds.set(to, seed);
	}

	withdrawOne(): void {
		const { corpus, seeds } = this.archive;
		if (!existsSync(corpus)) return;
		const cards = readCorpus(corpus).manifest.articles.filter(
			({ revisionOf }) => revisionOf === undefined,
		);
		const card = cards[Math.floor(this.#random() * cards.length)];
		if (!card || cards.length < 4) return;
		const options = { seeds, corpus, ids: [card.id] };
		withdraw({ ...options, reason: "当事人要求：“删除”", day: "2024-01-31" });
		// Some owners delete the files as well, others forget.
		if (this.#random() < 0.5) this.#forget(card.headline);
	}

	addAdapter(): void {
		const number = this.#random() < 0.5 ? 0 : 1;
		if (this.#outlets.includes(`outlet-${number}`)) return;
		this.#outlets += `- {id: outlet-${number}, name: 第${number}家报纸, hosts: outlet-${number}.example, zone: Asia/Tokyo}\n`;
		writeFiles(this.#path, { "_outlets.yml": this.#outlets });
	}

	/** Somebody deletes a file by mistake; the answer puts it back. */
	lose(): () => void {
		const [name, seed] = this.#any();
		if (!seed) return () => undefined;
		rmSync(join(this.#path, name));
		return () => this.#write(name, seed);
	}

	#forget(headline: string): void {
		for (const [name, { title }] of this.#seeds)
			if (title === headline) {
				rmSync(join(this.#path, name));
				this.#seeds.delete(name);
			}
	}

	#any(fits: (seed: Seed) => boolean = () => true): [string, Seed | undefined] {
		const all = [...this.#seeds].filter(([, seed]) => fits(seed));
		return all[Math.floor(this.#random() * all.length)] ?? ["", undefined];
	}

	#write(name: string, seed: Seed): void {
		this.#seeds.set(name, seed);
		const { url, title, text, day } = seed;
		const date = new Date(Date.UTC(2019, 0, 1 + day, 4)).toISOString();
		writeFiles(this.#path, {
			[name]:
				url === undefined
					? `---\ntitle: ${title}\ndate: ${date}\n---\n<p>${text}</p>\n`
					: `<!--${Date.parse(date)}-->\n[${title}](${url})\n------\n\n<p>${text}</p>\n`,
		});
	}
}

/** What lies at the address of an id, as a reader without scripts sees it. */
function answerAt(out: string, id: string): string {
	const path = join(out, publishedPath(id));
	if (!existsSync(path)) return "nothing";
	const html = readFileSync(path, "utf8");
	if (html.includes(`data-article-id="${id}"`)) return "article";
	if (html.includes('class="page page-withdrawal"')) return "withdrawal";
	const target = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html);
	const leads = target?.[1] && existsSync(join(path, "..", target[1]));
	return leads ? "forward" : "nothing";
}

const idsIn = (out: string) => [
	...readIdLines(readFileSync(join(out, "data/ids.txt"), "utf8")).keys(),
];

test("every address that was ever published answers", async () => {
	const owner = new Owner(1);
	const { archive } = owner;
	const published = new Set<string>();
	const fates = new Map<string, number>();
	let refusals = 0;
	for (let month = 0; month < months; month++) {
		owner.act();
		owner.act();
		try {
			await monthlyBuild(archive);
		} catch (refusal) {
			if (!(refusal instanceof PublicationRefused)) throw refusal;
			refusals++;
			// The old site stands, and what the refusal prints is all that is to be done.
			expect(idsIn(archive.out)).toEqual(
				expect.arrayContaining([...published]),
			);
			appendFileSync(
				join(archive.seeds, "_corrections.yml"),
				readFileSync(join(archive.cache, "moved.yml")),
			);
			await monthlyBuild(archive);
		}
		for (const id of idsIn(archive.out)) published.add(id);
		for (const id of published) {
			const answer = answerAt(archive.out, id);
			fates.set(answer, (fates.get(answer) ?? 0) + 1);
			expect(answer, `${id} in month ${month}`).not.toBe("nothing");
		}
		expect(verifyArchive(archive).differences).toEqual([]);
		if (month % 20 === 19) {
			const clean = { ...archiveIn(scratchFolder()), seeds: archive.seeds };
			await monthlyBuild(clean);
			expect(treeOf(clean.out)).toEqual(treeOf(archive.out));
			expect(treeOf(clean.corpus)).toEqual(treeOf(archive.corpus));
		}
	}
	// The diary tells of everything that it is about.
	expect([...fates.keys()].sort()).toEqual([
		"article",
		"forward",
		"withdrawal",
	]);
	expect(refusals).toBeGreaterThan(0);
	const before = treeOf(archive.out);
	const mend = owner.lose();
	await expect(monthlyBuild(archive)).rejects.toThrow(/withdraw|moved/);
	expect(treeOf(archive.out)).toEqual(before);
	mend();
	await monthlyBuild(archive);
	expect(treeOf(archive.out)).toEqual(before);
}, 3_600_000); // A machine that has others to serve takes its time.
