/** A small archive of our own words, for tests that build it many times over. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./write-files.ts";

/** What one seed file says. */
export interface Story {
	/** Stories with the same number share an address: copies and revisions of each other. */
	readonly address: number;
	/** Days after 1 March 2023. */
	readonly day: number;
	/** Odd ones tell of no meeting. */
	readonly variant: number;
}

const hosts = [
	"www.voachinese.com/a",
	"www.zaobao.com/realtime/china",
	"news.example",
];

/** A seed file in the header variant. */
export function seedText({ address, day, variant }: Story): string {
	const meeting =
		variant % 2 === 0
			? `中国国家主席习近平3月${1 + (day % 28)}日在北京人民大会堂会见白俄罗斯总统卢卡申科。`
			: "当天没有别的消息，记者在街头看到行人不多。";
	return [
		`<!--${Date.UTC(2023, 2, 1 + day, 3, variant)}-->`,
		`[第${address}号消息](https://${hosts[address % 3]}/story-${address})`,
		"------",
		"",
		`<p>${meeting}</p><p>这是第${variant}种写法，说的是第${address}件事，参见<a href="https://news.example/story-2">另一篇</a>。</p>`,
		"",
	].join("\n");
}

/** Name of seed file `number`; every fifth lies in a folder of its own. */
export function seedName(number: number): string {
	return number % 5 === 0 ? `deep/${number}.txt` : `${number}.txt`;
}

/** Write `count` seed files below `seeds`, numbered from `first` on. */
export function writeSeeds(seeds: string, count: number, first = 0): void {
	for (let number = first; number < first + count; number++)
		writeFiles(seeds, {
			[seedName(number)]: seedText({
				address: number,
				day: number,
				variant: number % 4,
			}),
		});
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Add, change or delete one seed file among `count`; says which. */
export function changeSeeds(
	seeds: string,
	count: number,
	random: () => number,
): string {
	const number = Math.floor(random() * count);
	const name = seedName(number);
	if (random() < 0.2) {
		rmSync(join(seeds, name), { force: true });
		return `${name} deleted`;
	}
	const day = Math.floor(random() * 400);
	const variant = Math.floor(random() * 8);
	writeFiles(seeds, { [name]: seedText({ address: number, day, variant }) });
	return `${name} written (day ${day}, variant ${variant})`;
}
