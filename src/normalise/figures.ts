import type { Element as HastElement } from "hast";
import {
	attribute,
	type Element,
	findElements,
	isElement,
	isText,
	MarkupLimit,
	parseHtml,
	plainText,
	shownText,
} from "../parse/html.ts";
import type { BlockBuilder } from "./blocks.ts";
import type { BodyContext } from "./body-context.ts";
import {
	addTo,
	type CaptionParts,
	captionBehind,
	creditWithin,
	joined,
} from "./captions.ts";
import { element as make } from "./elements.ts";
import {
	addressesIn,
	enclosing,
	hasTwin,
	holdsImage,
	imageBefore,
	isEmoji,
	isFollowedByTwin,
	isImage,
} from "./picture-places.ts";
import {
	backgroundOf,
	isTrackingPixel,
	type Picture,
	pictureKey,
	pictureOf,
} from "./pictures.ts";
import { oneLine } from "./text.ts";

/** A figure on its way: the element that shows it, and what is known of the picture. */
export interface FigureDraft {
	readonly node: HastElement;
	src: string;
	proxied: string | undefined;
	alt: string;
	caption: string;
	credit: string;
	/** What shows caption and credit. */
	readonly words: HastElement["children"];
	readonly makers: HastElement["children"];
	width: number | undefined;
	height: number | undefined;
	/** File name of a picture that lies inside the seed file itself. */
	readonly asset: string | undefined;
	/** Its address may be that of a small stand-in. */
	bare: boolean;
}

/** What figures need of the walk that meets them. */
export interface FigureHost {
	/** Where the walk writes at present. */
	readonly out: BlockBuilder;
	/** The inline content of an element as one block of its own. */
	single(
		element: Element,
		without?: Element,
	): { text: string; children: HastElement["children"] };
	/** Read an element as a block of text. */
	block(element: Element): void;
}

/** Pictures of a body with their captions and credits, each exactly once. */
export class Figures {
	readonly all: FigureDraft[] = [];
	/** Elements that were read with a picture, and are not to be read again. */
	readonly taken = new Set<Element>();
	/** Those of them that the walk came to and left out; it comes to nothing inside of what is removed. */
	readonly met = new Set<Element>();
	/** Captions and credits whose words are below a picture. */
	readonly #read = new Set<Element>();
	readonly #host: FigureHost;
	readonly #context: BodyContext;
	readonly #body: Element;
	/** A caption that stands before its picture. */
	#waiting: Element | undefined;
	#addresses: Set<string> | undefined;
	/** The first figure of every picture, whatever its size. */
	readonly #byKey = new Map<string, FigureDraft>();

	constructor(host: FigureHost, context: BodyContext, body: Element) {
		this.#host = host;
		this.#context = context;
		this.#body = body;
	}

	/** An `img`. */
	image(element: Element): void {
		const { base, removalLog, inside } = this.#context;
		const picture = pictureOf(element, base, inside);
		if (!picture) removalLog.add("normalise/image-without-address");
		else if (isTrackingPixel(element, picture))
			removalLog.add("normalise/tracking-pixel");
		else if (isEmoji(element, picture)) {
			removalLog.add("normalise/emoji-image");
			this.#host.out.text(picture.alt);
		} else this.#once(picture, captionBehind(element));
	}

	/** A picture that is only the background of an element without any other. */
	background(element: Element): void {
		const picture = backgroundOf(element, this.#context.base);
		if (!picture || holdsImage(element)) return;
		if (this.all.some(({ src }) => src === picture.src)) return;
		this.#add(
			{
				...picture,
				alt: oneLine(attribute(element, "aria-label") ?? ""),
				title: "",
				width: undefined,
				height: undefined,
				bare: false,
			},
			captionBehind(element),
		);
	}

	/** Pictures for readers without scripts: nearly always one that is already there. */
	noscript(element: Element): void {
		const { base, removalLog, maxDepth } = this.#context;
		const source = element.childNodes
			.map((child) => (isText(child) ? child.value : ""))
			.join("");
		if (!source.includes("<img")) {
			removalLog.add("normalise/noscript");
			return;
		}
		for (const image of findElements(parseHtml(source, maxDepth), isImage)) {
			const picture = pictureOf(image, base);
			const last = this.all.at(-1);
			if (!picture || isTrackingPixel(image, picture))
				removalLog.add("normalise/tracking-pixel");
			else if (
				this.#known().has(picture.src) ||
				isFollowedByTwin(element, base)
			)
				removalLog.add("normalise/noscript-twin");
			else if (last && hasTwin(element)) {
				// The twin in the open was a small stand-in.
				if (last.bare)
					Object.assign(last, { src: picture.src, proxied: picture.proxied });
				removalLog.add("normalise/noscript-twin");
			} else this.#add(picture, captionBehind(element));
		}
	}

	/** A caption that stands behind no picture: the next one's in its figure, the last one's, or text. */
	looseCaption(element: Element): void {
		const figure = enclosing(element, "figure");
		if (
			figure &&
			!this.#waiting &&
			holdsImage(figure) &&
			!imageBefore(figure, element)
		) {
			this.#waiting = element;
			return;
		}
		const last = this.all.at(-1);
		this.#host.out.endBlock();
		if (
			last?.caption === "" &&
			this.#host.out.root.children.at(-1) === last.node
		)
			this.#caption(last, element, undefined);
		else this.#host.block(element);
	}

	/** A caption above a picture that never came is text. */
	settleWaiting(): void {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting) this.#host.block(waiting);
	}

	/**
	 * A picture that was shown before, perhaps in another size, is left out; a caption that the first
	 * one lacked goes to it. Only a caption that says something else makes it a figure of its own.
	 */
	#once(picture: Picture, parts: CaptionParts): void {
		const { credit } = parts;
		// One caption may stand behind several pictures, or within another's: what was read or told before is not told again.
		const caption =
			parts.caption && !this.#isRead(parts.caption) ? parts.caption : undefined;
		const before = this.#byKey.get(pictureKey(picture.src));
		const said = caption ? plainText(caption) : "";
		if (
			!before ||
			(before.caption !== "" && !["", before.caption].includes(said))
		) {
			this.#add(picture, { caption, credit });
			return;
		}
		const { removalLog } = this.#context;
		before.alt ||= picture.alt;
		if (before.caption === "" && said !== "") {
			this.#caption(before, caption, credit);
			removalLog.add("normalise/repeated-image");
			return;
		}
		if (caption) {
			this.taken.add(caption);
			this.#read.add(caption);
		}
		removalLog.add(
			"normalise/repeated-image",
			caption ? shownText(caption) : "",
		);
	}

	#add(picture: Picture, { caption, credit }: CaptionParts): void {
		if (this.all.length >= this.#context.maxImages)
			throw new MarkupLimit(
				"normalise/too-many-images",
				`More than ${this.#context.maxImages} pictures.`,
			);
		const { src, proxied, alt, width, height, bare, asset } = picture;
		const figure: FigureDraft = {
			node: make("figure"),
			src,
			proxied,
			alt,
			width,
			height,
			bare,
			asset,
			caption: "",
			credit: "",
			words: [],
			makers: [],
		};
		this.#host.out.insert(figure.node);
		this.all.push(figure);
		const key = pictureKey(src);
		if (!this.#byKey.has(key)) this.#byKey.set(key, figure);
		const above = this.#waiting;
		this.#waiting = undefined;
		this.#caption(figure, above, undefined);
		this.#caption(figure, caption, credit);
	}

	/** Add to what is said below a picture; nothing that was said before is lost. */
	#caption(
		figure: FigureDraft,
		caption: Element | undefined,
		credit: Element | undefined,
	): void {
		if (caption) this.taken.add(caption);
		if (credit) this.taken.add(credit);
		if (caption && !this.#read.has(caption)) {
			this.#read.add(caption);
			const inside = creditWithin(caption);
			const said = this.#host.single(caption, inside);
			if (said.text !== "") {
				figure.caption = joined(figure.caption, said.text);
				addTo(figure.words, said.children);
			}
			if (inside && this.met.has(inside)) this.#credit(figure, inside);
		}
		if (credit) this.#credit(figure, credit);
		const children = [...figure.words];
		addTo(children, figure.makers);
		const { node } = figure;
		node.children =
			children.length === 0 ? [] : [make("figcaption", {}, children)];
	}

	#credit(figure: FigureDraft, from: Element): void {
		if (this.#read.has(from)) return;
		this.#read.add(from);
		const maker = this.#host.single(from);
		if (maker.text === "") return;
		figure.credit = joined(figure.credit, maker.text);
		addTo(figure.makers, [make("cite", {}, maker.children)]);
	}

	/** Whether it was read, by itself or with what it stands in. */
	#isRead(element: Element): boolean {
		if (this.#read.has(element)) return true;
		const { parentNode } = element;
		return isElement(parentNode) && this.#isRead(parentNode);
	}

	#known(): Set<string> {
		this.#addresses ??= addressesIn(this.#body, this.#context.base);
		return this.#addresses;
	}
}
