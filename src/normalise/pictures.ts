import {
	attribute,
	type Element,
	findElements,
	isElement,
} from "../parse/html.ts";
import { absoluteUrl, type PictureAddress, unproxied } from "./address.ts";
import { oneLine } from "./text.ts";

/** A picture as its element tells of it. */
export interface Picture extends PictureAddress {
	readonly alt: string;
	readonly title: string;
	/** CSS pixels. */
	readonly width: number | undefined;
	readonly height: number | undefined;
	/** Whether the address may be that of a small stand-in: taken from a bare `src`. */
	readonly bare: boolean;
	/** File name of a picture that lies inside the seed file or beside it. */
	readonly asset?: string;
}

/** A picture that a seed file holds itself or that lies beside it, under an address that leads nowhere else (`data:`, `cid:`, a path). */
export type InsidePicture = (address: string) =>
	| {
			readonly src: string;
			readonly asset: string;
			readonly width: number;
			readonly height: number;
	  }
	| undefined;

/** Where lazy pages keep the true address, the likeliest first. */
const lazy = [
	"data-src",
	"data-original",
	"data-lazy-src",
	"data-actualsrc",
	"data-original-src",
	"data-hi-res-src",
	"data-full-src",
	"data-echo",
	"data-lazyload",
	"data-backsrc",
	"data-image",
	"data-url",
	"real_src",
	"zoomfile",
	"file",
	"_src",
];

/**
 * The picture of an `img` (or `amp-img`): the picture file that a link around it leads to, else its lazy address, else the
 * largest of its `srcset` unless that is a phone's, else `src`, else a `source` of the `picture` around it. Stand-ins (`data:`, blank GIFs) do not
 * count, unless the picture is nowhere else.
 *
 * @returns `undefined` when it has no address that a picture could be fetched from.
 */
export function pictureOf(
	element: Element,
	base: string | undefined,
	inside: InsidePicture = () => undefined,
): Picture | undefined {
	const usable = (value: string | undefined) => {
		const trimmed = value?.trim() ?? "";
		if (trimmed === "" || standIn.test(trimmed)) return undefined;
		const address = absoluteUrl(trimmed, base);
		return address?.startsWith("http") ? address : undefined;
	};
	const fromLazy = lazy
		.map((name) => usable(attribute(element, name)))
		.find((found) => found !== undefined);
	const fromSet = ["data-srcset", "data-lazy-srcset", "srcset"]
		.map((name) => usable(largest(attribute(element, name))))
		.find((found) => found !== undefined);
	const bare = usable(attribute(element, "src"));
	const larger =
		usable(linkedPicture(element)) ??
		fromLazy ??
		(bare === undefined || isLarge(element) ? fromSet : undefined);
	const address = larger ?? bare ?? usable(sourceOfPicture(element));
	const said = {
		alt: oneLine(attribute(element, "alt") ?? ""),
		title: oneLine(attribute(element, "title") ?? ""),
	};
	const own = insideOf(element, inside, address !== undefined);
	if (address === undefined) return own && { ...own, ...said, bare: false };
	if (own) return { ...own, ...unproxied(address), ...said, bare: false };
	return {
		...unproxied(address),
		...said,
		width: pixels(attribute(element, "width")),
		height: pixels(attribute(element, "height")),
		bare: address === bare,
	};
}

/** Whether the largest of a `srcset` is more than a phone's: then it is hardly smaller than what `src` has. */
function isLarge(element: Element): boolean {
	return ["data-srcset", "data-lazy-srcset", "srcset"].some((name) =>
		[
			...(attribute(element, name) ?? "")
				.slice(0, 8_000)
				.matchAll(/\s(\d+)w|\s([\d.]+)x/g),
		].some(
			([, width, density]) =>
				Number(width ?? 0) > 640 || Number(density ?? 0) > 1,
		),
	);
}

/** @param isNamed whether its address is known: then what stands in for it (`data:`) does not count. */
function insideOf(element: Element, inside: InsidePicture, isNamed: boolean) {
	const written = [
		linkedPicture(element),
		...["src", ...lazy].map((name) => attribute(element, name)),
	];
	for (const value of written) {
		const address = value?.trim() ?? "";
		const own = isNamed && standIn.test(address) ? undefined : inside(address);
		if (own) return own;
	}
	return undefined;
}

/** Where a link around a picture leads, when that is a file of a picture: its large form. */
function linkedPicture(element: Element): string | undefined {
	let node = element.parentNode;
	for (let level = 0; level < 4 && isElement(node); level++) {
		if (node.tagName === "a") {
			const href = attribute(node, "href") ?? "";
			return /^[^?#]+\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(href)
				? href
				: undefined;
		}
		node = node.parentNode;
	}
	return undefined;
}

const standIn =
	/^(?:data|blob|about):|\/(?:blank|spacer|pixel|placeholder|transparent|lazyload|grey|1x1)\.(?:gif|png|svg)(?:$|\?)/i;

/** The candidate with the largest width or density of a `srcset`. */
function largest(srcset: string | undefined): string | undefined {
	if (srcset === undefined) return undefined;
	const shown = srcset.slice(0, 8_000);
	let best: { url: string; size: number } | undefined;
	// Addresses may hold commas: a candidate ends at white space, size and comma.
	for (const [, url = "", size = "1"] of shown.matchAll(
		/\s*,*(\S*[^\s,])(?:\s+([\d.]+)[wxh])?\s*(?:,|$)/g,
	)) {
		const number = Number.parseFloat(size);
		if (!best || number > best.size) best = { url, size: number };
	}
	return best?.url;
}

function sourceOfPicture(element: Element): string | undefined {
	const parent = element.parentNode;
	if (!isElement(parent) || parent.tagName !== "picture") return undefined;
	return findElements(parent, ({ tagName }) => tagName === "source")
		.map((source) =>
			largest(
				attribute(source, "srcset") ??
					attribute(source, "data-srcset") ??
					attribute(source, "src"),
			),
		)
		.find((found) => found !== undefined);
}

function pixels(value: string | undefined): number | undefined {
	const found = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? "");
	const number = Number(found?.[1] ?? 0);
	return number > 0 ? number : undefined;
}

/** Counting pixels: no picture to a reader. */
export function isTrackingPixel(element: Element, picture: Picture): boolean {
	const style = attribute(element, "style") ?? "";
	const tiny = (side: number | undefined) => side !== undefined && side <= 2;
	if (tiny(picture.width) && tiny(picture.height)) return true;
	if (
		attribute(element, "width") === "0" ||
		attribute(element, "height") === "0" ||
		/(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style)
	)
		return true;
	return tracking.test(picture.src);
}

const tracking =
	/^https?:\/\/(?:(?:[\w-]+\.)*(?:doubleclick\.net|google-analytics\.com|scorecardresearch\.com|feedburner\.com\/~r|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|feedsportal\.com|pixel\.quantcount\.com|mc\.yandex\.ru|hm\.baidu\.com)|(?:www\.)?facebook\.com\/tr\b|medium\.com\/_\/stat|(?:www\.)?rfa\.org\/\S*pixel)/i;

/** The picture in a `background` style, where an element shows nothing else. */
export function backgroundOf(
	element: Element,
	base: string | undefined,
): PictureAddress | undefined {
	const style = attribute(element, "style")?.slice(0, 2_000);
	if (!style?.includes("url(")) return undefined;
	const found =
		/background(?:-image)?\s*:[^;]*?url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))\s*\)/i.exec(
			style,
		);
	const address = found && (found[1] ?? found[2] ?? found[3])?.trim();
	if (!address || standIn.test(address)) return undefined;
	const url = absoluteUrl(address, base);
	return url?.startsWith("http") ? unproxied(url) : undefined;
}

/** Query parameters that only choose a size or a rendering. */
const sizing =
	/^(?:w|h|width|height|quality|q|resize|fit|crop|ssl|strip|itok|VersionId|x-oss-process|imageView2.*)$/;

/** What two addresses of the same picture in different sizes have in common. */
export function pictureKey(src: string): string {
	const [path = "", query = ""] = src.split(/[?#]/, 2);
	const telling = query
		.split("&")
		.filter((pair) => pair !== "" && !sizing.test(pair.split("=")[0] ?? ""));
	const bare = path
		.replace(/^https?:/, "")
		.replace(/\/w:\d+(?=\/)/, "")
		.replace(/\/(?:max|resize:[a-z]+:)\d+(?:\/|:\d+\/)/, "/")
		.replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, "")
		.replace(/\/(?:ic\/)?\d{2,4}x(?:\d{2,4}|n)\//, "/");
	return telling.length === 0 ? bare : `${bare}?${telling.join("&")}`;
}
