/** Stored originals of images: what `npm run fetch-images` has brought to `seeds/_assets/`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Article, Figure } from "../domain/article.ts";

/** Folder of originals inside the seeds folder; `walkSeeds` leaves it out. */
export const assetsFolder = "_assets";
/** Folder of a cache for pictures that were found inside seed files: `<sha256>.<extension>`, like those of `_assets/`. */
export const picturesFolder = "pictures";

export const storedImageSchema = z.strictObject({
	/** `<sha256>.<jpg|png|gif|webp|avif>` under `_assets/`. */
	file: z.string().regex(/^[0-9a-f]{64}\.(?:jpg|png|gif|webp|avif)$/),
	bytes: z.number().int().positive(),
	/** Pixels, upright. */
	width: z.number().int().positive(),
	height: z.number().int().positive(),
});

/** `_assets/index.json`: what became of each address. */
export const assetIndexSchema = z.strictObject({
	schemaVersion: z.literal(1),
	images: z.record(
		z.string(),
		z.union([storedImageSchema, z.strictObject({ failed: z.string() })]),
	),
});

export type StoredImage = z.infer<typeof storedImageSchema>;
export type AssetIndex = z.infer<typeof assetIndexSchema>;

/** Stored images by original address; empty when nothing was ever fetched. */
export function readAssets(seeds: string): ReadonlyMap<string, StoredImage> {
	const path = join(seeds, assetsFolder, "index.json");
	if (!existsSync(path)) return new Map();
	const { images } = assetIndexSchema.parse(
		JSON.parse(readFileSync(path, "utf8")),
	);
	return new Map(
		Object.entries(images).flatMap(([address, image]) =>
			"file" in image && existsSync(join(seeds, assetsFolder, image.file))
				? [[address, image] as const]
				: [],
		),
	);
}

/** `article` with the stored file and true size of each of its images that is stored. */
export function withAssets<Kind extends Pick<Article, "figures">>(
	article: Kind,
	assets: ReadonlyMap<string, StoredImage>,
): Kind {
	if (assets.size === 0) return article;
	const figures = article.figures.map((figure): Figure => {
		const stored = assets.get(figure.src);
		return stored
			? {
					...figure,
					asset: stored.file,
					width: stored.width,
					height: stored.height,
				}
			: figure;
	});
	return { ...article, figures };
}
