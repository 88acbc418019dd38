/** Stored originals of images: what `npm run fetch-images` has brought to `seeds/_assets/`. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { sha256 } from "../base/order.ts";
import type { Article, Figure } from "../domain/article.ts";
import { readBelow, readTextBelow } from "../read/open.ts";
import { assetsFolder } from "../read/reserved.ts";

/** Folder of a cache for pictures that were found inside seed files: `<sha256>.<extension>`, like those of `_assets/`. */
export const picturesFolder = "pictures";

const storedImageSchema = z.strictObject({
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

/** A picture that a seed file holds itself: its bytes lie in the cache. */
export type HeldPicture = Pick<StoredImage, "file" | "width" | "height">;

/** Bytes of the list of stored images, and of one image, that are read at most. */
const mostOfIndex = 200_000_000;
const mostOfImage = 100_000_000;

/**
 * Stored images by original address; empty when nothing was ever fetched. Only regular files in the folder itself count, and of
 * those the ones that have the size that the list tells.
 */
export function readAssets(seeds: string): ReadonlyMap<string, StoredImage> {
	const text = readTextBelow(seeds, `${assetsFolder}/index.json`, mostOfIndex);
	if (text === undefined) return new Map();
	const { images } = assetIndexSchema.parse(JSON.parse(text));
	return new Map(
		Object.entries(images).flatMap(([address, image]) =>
			"file" in image && isStored(seeds, image)
				? [[address, image] as const]
				: [],
		),
	);
}

function isStored(seeds: string, { file, bytes }: StoredImage): boolean {
	try {
		const stats = lstatSync(join(seeds, assetsFolder, file));
		return stats.isFile() && stats.size === bytes;
	} catch {
		return false;
	}
}

/**
 * The bytes of a stored image.
 *
 * @param folder below `root`.
 * @throws with a sentence when they are not what the file's name says: it is the hash of its content.
 */
export function readImage(root: string, folder: string, file: string): Buffer {
	const path = `${folder}/${file}`;
	const bytes = readBelow(root, path, mostOfImage);
	if (sha256(bytes) !== file.slice(0, 64))
		throw new Error(
			`${path} is not the picture that its name says: its SHA-256 differs. Delete it and run \`npm run fetch-images\`.`,
		);
	return bytes;
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
