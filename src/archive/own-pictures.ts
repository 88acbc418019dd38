/** Pictures of the owner's own: below `_assets/`, and what their name says. */
import { sha256 } from "../base/order.ts";
import type { OwnPicture } from "../domain/look.ts";
import { measured } from "../normalise/found-pictures.ts";
import { isMissing, NotOpened, readBelow } from "../read/open.ts";
import { assetsFolder } from "../read/reserved.ts";

/** Bytes of a picture that are read at most. */
const maxBytes = 30_000_000;

/**
 * @param path relative to the seeds folder, as its owner wrote it.
 * @returns why it cannot be shown, as a sentence, where it cannot.
 */
export function readPicture(seeds: string, path: string): OwnPicture | string {
	if (!path.startsWith(`${assetsFolder}/`))
		return `“${path}” does not lie below ${assetsFolder}/, where pictures are looked for.`;
	try {
		const bytes = readBelow(seeds, path, maxBytes);
		const size = measured(bytes);
		if (!size)
			return `“${path}” is no picture that can be shown: JPEG, PNG, GIF, WebP or AVIF, 16 pixels wide and high at least.`;
		const { extension, width, height } = size;
		return { path, file: `${sha256(bytes)}.${extension}`, width, height };
	} catch (cause) {
		if (isMissing(cause)) return `There is no picture “${path}”.`;
		if (!(cause instanceof NotOpened)) throw cause;
		return `“${path}” is not read: ${cause.message}`;
	}
}

/** The path below the seeds folder that a picture's address on a page of `_pages/` means; `undefined` for one elsewhere. */
export function picturePath(address: string): string | undefined {
	const path = /^(?:\.\.?\/|\/)*(_assets\/[^?#]+)$/.exec(address)?.[1];
	try {
		return path && decodeURIComponent(path);
	} catch {
		return undefined;
	}
}
