/** Pictures of the owner's own, as a site shows them: those on pages as others are, the logo in sizes of its own. */
import { sha256 } from "../base/order.ts";
import type { Corpus } from "../corpus/store.ts";
import type { OwnPicture } from "../domain/look.ts";
import { readBelow } from "../read/open.ts";
import type { Original, PlannedImage } from "./images.ts";

/** Pictures on pages of the owner's own. */
export function ownOriginals(
	seeds: string,
	{ manifest }: Pick<Corpus, "manifest">,
): readonly Original[] {
	return (manifest.archive.pages ?? []).flatMap(({ pictures = [] }) =>
		pictures.map((picture) => ({
			...picture,
			bytes: () => bytesOf(seeds, picture),
		})),
	);
}

/** Height of the logo in a page's head, in CSS pixels; a fine screen has twice as many. */
const logoHeight = 40;
/** Width of the shown logo at most, as a multiple of that height. */
const mostAspect = 5;
/** Sides of the squares that systems show for the site. */
export const iconSides = [192, 512] as const;

/** Where the logo lies. */
export function logoPath({ file }: OwnPicture): string {
	return `images/logo-${file.slice(0, 16)}.png`;
}

/** Where it lies as an icon, a square. */
export function logoIconPath({ file }: OwnPicture, side: number): string {
	return `images/logo-${file.slice(0, 16)}-${side}.png`;
}

/** Whether it fills a square well enough to be an icon. */
export function isIcon({ width, height }: OwnPicture): boolean {
	return Math.max(width, height) <= 1.5 * Math.min(width, height);
}

/** The size in which the logo is shown, in CSS pixels. */
export function logoSize({ width, height }: OwnPicture): {
	readonly width: number;
	readonly height: number;
} {
	const most = logoHeight * mostAspect;
	const scale = Math.min(logoHeight / height, most / width);
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale)),
	};
}

/** The files of the logo. */
export function planLogo(
	seeds: string,
	{ manifest }: Pick<Corpus, "manifest">,
): PlannedImage[] {
	const logo = manifest.archive.look?.logo;
	if (!logo) return [];
	const shown = logoSize(logo);
	const planned = (
		path: string,
		width: number,
		height: number,
	): PlannedImage => ({
		path,
		key: sha256(`${logo.file} ${width} ${height}`),
		write: () => drawn(seeds, logo, width, height),
	});
	return [
		planned(logoPath(logo), 2 * shown.width, 2 * shown.height),
		...(isIcon(logo)
			? iconSides.map((side) => planned(logoIconPath(logo, side), side, side))
			: []),
	];
}

/** The whole logo, fitted into that size, on a transparent background. */
async function drawn(
	seeds: string,
	logo: OwnPicture,
	width: number,
	height: number,
): Promise<Buffer> {
	const { default: sharp } = await import("sharp");
	const background = { r: 0, g: 0, b: 0, alpha: 0 };
	try {
		return await sharp(bytesOf(seeds, logo), { limitInputPixels: 100_000_000 })
			.rotate()
			.resize({ width, height, fit: "contain", background })
			.png({ compressionLevel: 9 })
			.toBuffer();
	} catch (cause) {
		throw new Error(
			`${logo.path} cannot be shown as a logo: ${(cause as Error).message}`,
			{ cause },
		);
	}
}

/** @throws when the file has changed since the build began. */
function bytesOf(seeds: string, { path, file }: OwnPicture): Buffer {
	const bytes = readBelow(seeds, path, Number.POSITIVE_INFINITY);
	if (sha256(bytes) !== file.slice(0, 64))
		throw new Error(`${path} was changed during the build.`);
	return bytes;
}
