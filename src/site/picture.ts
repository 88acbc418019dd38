import { escapeMarkup } from "../base/plain-text.ts";
import type { Figure } from "../domain/article.ts";
import type { OwnPicture } from "../domain/look.ts";
import type { Card } from "../domain/manifest.ts";
import { relativePath } from "./addresses.ts";

type StoredPicture = NonNullable<Card["picture"]>;

/** Widths in pixels: a list, a phone, the measure of an article, the measure on a fine screen. */
const widths = [240, 480, 960, 1440] as const;

/** How wide an image stands in an article, for the browser's choice. */
const sizes = "(max-width: 45rem) 92vw, 42rem";

/** The widths in which an image of `width` pixels is made: none is larger than the original. */
export function imageWidths(width: number): number[] {
	const smaller = widths.filter((one) => one < width);
	return smaller.length === widths.length ? [...smaller] : [...smaller, width];
}

/** @param file name of the original: its hash and extension. */
export function imagePath(file: string, width: number, format: string): string {
	return `images/${file.slice(0, 2)}/${file.slice(0, 32)}-${width}.${format}`;
}

/**
 * `html` of a page of the owner's own, each picture of the archive in its sizes.
 *
 * @param path of the page.
 */
export function withOwnPictures(
	html: string,
	pictures: readonly OwnPicture[],
	path: string,
): string {
	const known = new Map(pictures.map((one) => [one.path, one]));
	return html.replace(
		/<img data-src="([^"]*)" alt="([^"]*)">/g,
		(whole, source: string, alt: string) => {
			const picture = known.get(source.replaceAll("&amp;", "&"));
			return picture
				? sized({ ...picture, asset: picture.file, alt }, path)
				: whole;
		},
	);
}

/**
 * A stored image in three formats, with its size, so that nothing shifts.
 *
 * @param path of the page.
 * @returns `undefined` when the image is not stored.
 */
export function pictureHtml(
	figure: Figure | undefined,
	path: string,
): string | undefined {
	if (
		figure?.asset === undefined ||
		figure.width === undefined ||
		figure.height === undefined
	)
		return undefined;
	const { asset, width, height, alt } = figure;
	return sized({ asset, width, height, alt: escapeMarkup(alt) }, path);
}

/** @param alt as it stands in a quoted attribute. */
function sized(
	image: {
		readonly asset: string;
		readonly width: number;
		readonly height: number;
		readonly alt: string;
	},
	path: string,
): string {
	const { asset, width, height, alt } = image;
	const made = imageWidths(width);
	const set = (format: string) =>
		made
			.map(
				(one) => `${relativePath(path, imagePath(asset, one, format))} ${one}w`,
			)
			.join(", ");
	const largest = relativePath(
		path,
		imagePath(asset, made.at(-1) ?? width, "jpg"),
	);
	return [
		"<picture>",
		`<source type="image/avif" srcset="${set("avif")}" sizes="${sizes}">`,
		`<source type="image/webp" srcset="${set("webp")}" sizes="${sizes}">`,
		`<img src="${largest}" srcset="${set("jpg")}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async">`,
		"</picture>",
	].join("");
}

/** The smallest of what is made of a stored image, for lists. */
export function smallPicture({ file, width }: StoredPicture): string {
	return imagePath(file, imageWidths(width)[0] ?? width, "webp");
}
