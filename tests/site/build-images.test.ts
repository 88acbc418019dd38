import { execFileSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/store.ts";
import { sha256, stableJson } from "../../src/domain/order.ts";
import { filesUnder, temporaryFolder } from "./build-sample.ts";

test("a build after the images were fetched shows them, and only then", async () => {
	const folder = temporaryFolder();
	const [seeds, out, corpus] = ["seeds", "site", "corpus"].map((name) =>
		join(folder, name),
	) as [string, string, string];
	cpSync("seeds", seeds, { recursive: true });
	const build = () =>
		execFileSync(
			process.execPath,
			[
				"--import",
				"tsx",
				"src/main.ts",
				"build",
				"--quiet",
				"--seeds",
				seeds,
				"--out",
				out,
				"--corpus",
				corpus,
			],
			{ stdio: "pipe" },
		);
	build();
	expect(existsSync(join(out, "images"))).toBe(false);
	const illustrated = readCorpus(corpus).manifest.articles.find(
		({ figures }) => figures > 0,
	);
	const id = illustrated?.id ?? "";
	const article = JSON.parse(
		readFileSync(join(corpus, "articles", `${id}.json`), "utf8"),
	);
	const photo = await sharp({
		create: { width: 600, height: 300, channels: 3, background: "#336" },
	})
		.png()
		.toBuffer();
	const file = `${sha256(photo)}.png`;
	mkdirSync(join(seeds, "_assets"));
	writeFileSync(join(seeds, "_assets", file), photo);
	writeFileSync(
		join(seeds, "_assets", "index.json"),
		stableJson({
			schemaVersion: 1,
			images: {
				[article.figures[0].src]: {
					file,
					bytes: photo.length,
					width: 600,
					height: 300,
				},
			},
		}),
	);
	build();
	const html = readFileSync(join(out, "articles", `${id}.html`), "utf8");
	expect(html).toContain('width="600" height="300"');
	const stored = filesUnder(join(out, "images"));
	expect(stored.length).toBe(6);
	for (const name of stored) expect(html).toContain(`../images/${name}`);
});
