/** Sizes and formats of stored images, and the markup that lets a browser choose among them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sharp } from "sharp";
import { byCodePoint, sha256 } from "../base/order.ts";
import {
	assetsFolder,
	readAssets,
	type StoredImage,
} from "../corpus/assets.ts";
import { imagePath, imageWidths } from "./picture.ts";

/** An output that takes time to make. */
export interface PlannedImage {
	/** Relative to the site's root. */
	readonly path: string;
	/** SHA-256 over everything its bytes depend on but the code. */
	readonly key: string;
	write(): Promise<Buffer>;
}

const encoders = {
	avif: (image: Sharp) => image.avif({ quality: 50, effort: 3 }),
	webp: (image: Sharp) => image.webp({ quality: 72 }),
	jpg: (image: Sharp) => image.jpeg({ quality: 76, mozjpeg: true }),
};

/** Every size and format of every stored image of the seeds folder, in the order of their paths. */
export function planImages(seeds: string): PlannedImage[] {
	const files = new Map<string, StoredImage>();
	for (const image of readAssets(seeds).values()) files.set(image.file, image);
	return [...files.values()]
		.flatMap((image) =>
			imageWidths(image.width).flatMap((width) =>
				(["avif", "webp", "jpg"] as const).map((format) => ({
					path: imagePath(image.file, width, format),
					key: sha256(`${image.file} ${width} ${format}`),
					write: async () => {
						// Loaded where there is an image to make: an archive may have none.
						const { default: sharp } = await import("sharp");
						return encoders[format](
							sharp(readFileSync(join(seeds, assetsFolder, image.file)), {
								limitInputPixels: 100_000_000,
							})
								.rotate()
								.resize({ width, withoutEnlargement: true })
								// A photograph with transparency would turn black in JPEG.
								.flatten({ background: "#ffffff" }),
						).toBuffer();
					},
				})),
			),
		)
		.sort((a, b) => byCodePoint(a.path, b.path));
}
