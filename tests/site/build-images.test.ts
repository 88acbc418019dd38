import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sha256, stableJson } from "../../src/base/order.ts";
import { articleFile, readCorpus } from "../../src/corpus/store.ts";
import { verifyArchive } from "../../src/report/verify.ts";
import { articlePath } from "../../src/site/addresses.ts";
import { archiveIn, buildArchive } from "../support/build.ts";
import { scratchFolder } from "../support/scratch.ts";
import { filesUnder } from "./build-sample.ts";

test("a build after the images were fetched shows them, and only then", async () => {
	const archive = archiveIn(scratchFolder());
	const { seeds, out, corpus } = archive;
	cpSync("seeds", seeds, { recursive: true });
	const build = async () => {
		const { code, stderr } = await buildArchive(archive);
		expect(code, stderr).toBe(0);
	};
	await build();
	expect(existsSync(join(out, "images"))).toBe(false);
	const illustrated = readCorpus(corpus).manifest.articles.find(
		({ figures }) => figures > 0,
	);
	const id = illustrated?.id ?? "";
	const article = JSON.parse(
		readFileSync(join(corpus, articleFile(id)), "utf8"),
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
	await build();
	const html = readFileSync(join(out, articlePath(id)), "utf8");
	expect(html).toContain('width="600" height="300"');
	const stored = filesUnder(join(out, "images"));
	expect(stored.length).toBe(9);
	for (const name of stored) expect(html).toContain(`../images/${name}`);
	// Home and lists show a small one, beside its headline alone.
	const small = stored.find((name) => name.endsWith("-240.webp"));
	const year = illustrated?.day?.slice(0, 4);
	for (const path of ["index.html", `years/${year}.html`, "recent.html"]) {
		const pictures = [
			...readFileSync(join(out, path), "utf8").matchAll(
				/<img [^>]*src="([^"]+)"/g,
			),
		].map(([, src = ""]) => src.replace(/^(?:\.\.\/)*images\//, ""));
		expect(pictures, path).toEqual([small]);
	}
	expect((await sharp(join(out, "images", small ?? "")).metadata()).width).toBe(
		240,
	);
	// And a check of the whole finds each of its sizes.
	expect(verifyArchive({ out, corpus, seeds }).differences).toEqual([]);
	// Without the picture nothing of it stays.
	rmSync(join(seeds, "_assets"), { recursive: true });
	await build();
	expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("<img");
	expect(
		readCorpus(corpus).manifest.articles.some(({ picture }) => picture),
	).toBe(false);
});
