/** Pictures that lie inside seed files, or beside them: in `data:` addresses, in MHTML, in web archives, in a page's folder. */
import { imageSize } from "image-size";
import { sha256 } from "../base/order.ts";
import type { Figure } from "../domain/article.ts";
import type { InsidePicture } from "./pictures.ts";
import type { KeepPicture } from "./settings.ts";

/** What the first bytes of a picture say that can be stored; drawings (SVG) are programs. */
const extensions: Readonly<Record<string, string>> = {
	jpg: "jpg",
	png: "png",
	gif: "gif",
	webp: "webp",
	heif: "avif",
	avif: "avif",
};

/** Pixels; smaller ones are signs and stand-ins. */
const smallest = 16;

interface Measured {
	readonly extension: string;
	readonly width: number;
	readonly height: number;
}

/** @returns `undefined` when the bytes are no picture that is stored, or too small to be one of the article's. */
export function measured(bytes: Uint8Array): Measured | undefined {
	try {
		const { width, height, type = "" } = imageSize(bytes);
		const extension = extensions[type];
		return extension && width >= smallest && height >= smallest
			? { extension, width, height }
			: undefined;
	} catch {
		return undefined;
	}
}

/** The bytes of a `data:` address; `undefined` for any other, and for a broken one. */
export function bytesOfData(address: string): Uint8Array | undefined {
	const found = /^data:([\w/+.-]*)((?:;[\w=.-]+)*?)(;base64)?,/i.exec(
		address.slice(0, 200),
	);
	if (!found) return undefined;
	const data = address.slice(found[0].length);
	try {
		return found[3]
			? Buffer.from(data, "base64")
			: Buffer.from(decodeURIComponent(data), "latin1");
	} catch {
		return undefined;
	}
}

/** The address under which an article knows a picture that has no other: by its content. */
export function addressOfContent(bytes: Uint8Array): string {
	return `urn:sha256:${sha256(bytes)}`;
}

/** The figures with the stored file and true size of each picture that `inside` has. */
export function withStoredPictures(
	figures: readonly Figure[],
	inside: (address: string) => Uint8Array | undefined,
	keep: KeepPicture,
): Figure[] {
	return figures.map((figure) => {
		const bytes = inside(figure.src) ?? inside(figure.proxied ?? "");
		return bytes && figure.asset === undefined
			? storedPicture(figure, bytes, keep)
			: figure;
	});
}

/** The figure with its stored file and true size, where `bytes` are a picture. */
export function storedPicture(
	figure: Figure,
	bytes: Uint8Array,
	keep: KeepPicture,
): Figure {
	const size = measured(bytes);
	if (!size) return figure;
	const { extension, width, height } = size;
	const file = `${sha256(bytes)}.${extension}`;
	keep({ file, bytes });
	return { ...figure, asset: file, width, height };
}

/**
 * Pictures that an article shows and that lie in its file, or beside it, under an address that leads nowhere else.
 *
 * @param inside what the file or its folder holds, by the address that the article writes.
 */
export function insidePictures(
	inside: (address: string) => Uint8Array | undefined,
	keep: KeepPicture,
): InsidePicture {
	return (address) => {
		if (
			address === "" ||
			/^(?!data:|cid:)(?:[a-z][\w+.-]*:|\/\/)/i.test(address)
		)
			return undefined;
		const bytes = bytesOfData(address) ?? inside(address);
		const size = bytes && measured(bytes);
		if (!bytes || !size) return undefined;
		const { extension, width, height } = size;
		const asset = `${sha256(bytes)}.${extension}`;
		keep({ file: asset, bytes });
		return { src: addressOfContent(bytes), asset, width, height };
	};
}
