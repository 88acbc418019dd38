/** How the cost of a shape grows with its length. */
import { defaults } from "../../src/config.ts";
import { draftFile } from "../../src/normalise/draft-file.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { claimsOf } from "../../tests/timeline/drafts.ts";
import type { Shape } from "./shape.ts";

export interface Growth {
	/** Characters of the shortest of the three texts: the others have twice and four times as many. */
	readonly length: number;
	/** Milliseconds of processor time for each of the three. */
	readonly costs: readonly [number, number, number];
	/** 1 where four times the length costs four times as much, 2 where it costs sixteen times. */
	readonly exponent: number;
}

/** Above this a cost does not grow with the length. */
export const mostExponent = 1.3;

/** Shorter than this the clock and what does not grow say more than the text. */
const telling = 60;
const longest = 250_000;
/** Milliseconds that no noise explains. */
const clear = 10_000;
const tries = 2;
/** Somebody else's work on the machine can lengthen a measurement, never shorten it: one good one is enough. */
const attempts = 6;

export async function read(
	{ stage, make }: Shape,
	length: number,
): Promise<void> {
	const { path, text } = make(length);
	if (stage === "timeline") {
		claimsOf({
			published: "2023-03-02",
			headline: "习近平会见卢卡申科",
			text: [text],
		});
		return;
	}
	await draftFile(
		bytesInMemory(path, Buffer.from(text)),
		{ limits: { ...defaults.limits, images: Number.POSITIVE_INFINITY } },
		() => undefined,
	);
}

/** The least of some tries. */
async function costOf(
	shape: Shape,
	length: number,
	runs = tries,
): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let run = 0; run < runs; run++) {
		const before = process.cpuUsage();
		await read(shape, length);
		const { user, system } = process.cpuUsage(before);
		least = Math.min(least, (user + system) / 1000);
		// Long enough to be sure of at once.
		if (least > 1_000) break;
	}
	return least;
}

/**
 * Measure a shape at n, 2n and 4n, with n large enough for 4n to be told from the noise. Where the exponent is too large, a text of
 * twice the length is measured: what does not grow, and noise, say less there, and a power says more.
 */
export async function growthOf(shape: Shape, first = 2_000): Promise<Growth> {
	let length = first;
	await read(shape, length);
	while (length < longest) {
		const cost = await costOf(shape, length * 4, 1);
		if (cost >= telling) break;
		length *= Math.min(8, Math.max(2, Math.floor(telling / cost)));
	}
	length = Math.min(length, longest);
	let best: Growth | undefined;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const costs = [
			await costOf(shape, length),
			await costOf(shape, length * 2),
			await costOf(shape, length * 4),
		] as const;
		const exponent = Math.log2(costs[2] / costs[0]) / 2;
		if (!best || exponent < best.exponent) best = { length, costs, exponent };
		if (best.exponent <= mostExponent || costs[2] > clear) break;
		length = Math.min(length * 2, longest);
	}
	return best as Growth;
}
