/**
 * Pictures that lie beside a seed file and that it shows: `page_files/1.jpg` of a saved page, `../images/a.png` of a blog, the
 * attachments of a vault of notes.
 */
import { posix } from "node:path";
import { sha256 } from "../base/order.ts";
import { isMissing, NotOpened, readBelow } from "./open.ts";

/** A place where a picture was looked for, and the content that was found there; without one there was nothing. */
export interface LookedUp {
	/** Relative to the seeds folder. */
	readonly path: string;
	readonly sha256?: string;
	/** What the disk said of it when it had this content, see {@link FileStates}; absent where that is not certain. */
	readonly state?: string;
}

/** Bytes of a picture that is read at most. */
const mostOfPicture = 50_000_000;
/** Places that are looked at for one file; a page has a few dozen pictures. */
const mostPlaces = 1_000;

/** Where Jekyll, Hexo and Hugo keep what their posts name by its path on the site. */
const roots = ["", "static", "source", "public", "docs"];
/** Where Obsidian, Joplin and others keep what their notes name by its bare name. */
const drawers = ["attachments", "assets", "images", "img", "_resources"];

const pictureName = /\.(?:jpe?g|jfif|png|gif|webp|avif)$/i;

/** Looks for the pictures of one seed file after the other, and remembers where it looked. */
export class PicturesBeside {
	readonly #root: string;
	#places = new Map<string, LookedUp>();

	/** @param root the seeds folder. */
	constructor(root: string) {
		this.#root = root;
	}

	/**
	 * @param file path of the seed file.
	 * @param address as the file writes it.
	 * @returns `undefined` for an address that leads elsewhere, and where nothing lies.
	 */
	find(file: string, address: string): Uint8Array | undefined {
		for (const path of placesOf(file, address)) {
			if (this.#places.size >= mostPlaces) return undefined;
			const bytes = this.#read(path);
			this.#places.set(path, {
				path,
				...(bytes && { sha256: sha256(bytes) }),
			});
			if (bytes) return bytes;
		}
		return undefined;
	}

	/** Everywhere that was looked since this was asked last, in order. */
	places(): readonly LookedUp[] {
		const places = [...this.#places.values()];
		this.#places = new Map();
		return places;
	}

	#read(path: string): Uint8Array | undefined {
		try {
			return readBelow(this.#root, path, mostOfPicture);
		} catch (cause) {
			if (cause instanceof NotOpened || isMissing(cause)) return undefined;
			throw cause;
		}
	}
}

function placesOf(file: string, address: string): readonly string[] {
	if (/^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(address)) return [];
	const path = decoded(address.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
	if (!pictureName.test(path) || path.includes("\0")) return [];
	const folder = posix.dirname(file);
	const below = path.replace(/^(?:\.{0,2}\/)+/, "");
	const places = [
		...(path.startsWith("/") ? [] : [posix.join(folder, path)]),
		// The folder of a post's own in Hexo.
		posix.join(folder, posix.parse(file).name, below),
		...drawers.map((drawer) => posix.join(folder, drawer, below)),
		...roots.map((root) => posix.join(root, below)),
		...drawers.map((drawer) => posix.join(drawer, below)),
	];
	return [...new Set(places)].filter((place) => !place.startsWith("../"));
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
