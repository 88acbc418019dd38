/** Sizes and formats of stored images, and the markup that lets a browser choose among them. */
import type { Sharp } from "sharp";
import { byCodePoint, sha256 } from "../base/order.ts";
import {
	type HeldPicture,
	picturesFolder,
	readAssets,
	readImage,
} from "../corpus/assets.ts";
import { assetsFolder } from "../read/reserved.ts";
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

/** An image, and where its bytes are. */
export interface Original extends HeldPicture {
	readonly bytes: () => Buffer;
}

/**
 * Every size and format of every stored image, in the order of their paths: those of the seeds folder, and those that seed files
 * hold themselves.
 *
 * @param held pictures from inside seed files.
 * @param cache where those lie.
 * @param own pictures on pages of the owner's own.
 */
export function planImages(
	seeds: string,
	held: readonly HeldPicture[] = [],
	cache = "",
	own: readonly Original[] = [],
): PlannedImage[] {
	const files = new Map(own.map((image) => [image.file, image]));
	for (const image of held)
		files.set(image.file, {
			...image,
			bytes: () => readImage(cache, picturesFolder, image.file),
		});
	for (const image of readAssets(seeds).values())
		files.set(image.file, {
			...image,
			bytes: () => readImage(seeds, assetsFolder, image.file),
		});
	return [...files.values()]
		.flatMap((image) =>
			imageWidths(image.width).flatMap((width) =>
				(["avif", "webp", "jpg"] as const).map((format) => ({
					path: imagePath(image.file, width, format),
					key: sha256(`${image.file} ${width} ${format}`),
					write: () => rendition(image, width, format),
				})),
			),
		)
		.sort((a, b) => byCodePoint(a.path, b.path));
}

async function rendition(
	{ bytes, width: full, height }: Original,
	width: number,
	format: keyof typeof encoders,
): Promise<Buffer> {
	// Loaded where there is an image to make: an archive may have none.
	const { default: sharp } = await import("sharp");
	const encode = (image: Sharp) =>
		encoders[format](
			image
				.rotate()
				.resize({ width, withoutEnlargement: true })
				// A photograph with transparency would turn black in JPEG.
				.flatten({ background: "#ffffff" }),
		).toBuffer();
	const original = bytes();
	try {
		return await encode(
			sharp(original, { limitInputPixels: 100_000_000, failOn: "none" }),
		);
	} catch {
		// Ingest measures a picture inside a seed file and does not decode it: a broken one is replaced by a grey area.
		const size = { width: full, height, channels: 3 as const };
		return encode(sharp({ create: { ...size, background: "#dddddd" } }));
	}
}
