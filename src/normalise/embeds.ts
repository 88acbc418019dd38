/** Players, posts and frames: what is known of them, for a plain link in their place. */
import {
	attribute,
	type Element,
	findElement,
	findElements,
	plainText,
} from "../parse/html.ts";
import { absoluteUrl, pageOfPlayer } from "./address.ts";
import { oneLine } from "./text.ts";

/** A link that stands where the original showed something that we do not keep. */
export interface Card {
	readonly href: string;
	/** Its title where it has one, else its address. */
	readonly text: string;
}

/**
 * What an embedded thing becomes: a card; `nothing` when it shows nothing or is unreadable;
 * `undefined` when the element is no embedding.
 */
export function embedded(
	element: Element,
	base: string | undefined,
): Card | "nothing" | undefined {
	switch (element.tagName) {
		case "iframe":
		case "frame":
			return isCounting(element)
				? "nothing"
				: cardOf(element, ["data-src", "data-lazy-src", "src"], base);
		case "embed":
		case "video-player":
		case "amp-iframe":
		case "amp-video":
		case "amp-youtube":
			return cardOf(element, ["src", "source", "data-src"], base);
		case "object":
			return cardOf(element, ["data"], base);
		case "video":
		case "audio":
			return (
				sourceCard(element, base) ?? cardOf(element, ["src", "data-src"], base)
			);
		case "blockquote":
			return isEmptyPost(element) ? postCard(element, base) : undefined;
		default:
			return undefined;
	}
}

function cardOf(
	element: Element,
	names: readonly string[],
	base: string | undefined,
): Card | "nothing" {
	for (const name of names) {
		const value = attribute(element, name)?.trim();
		if (!value || /^about:/i.test(value)) continue;
		const href = absoluteUrl(value, base);
		if (!href?.startsWith("http")) continue;
		const page = pageOfPlayer(href);
		const title = oneLine(attribute(element, "title") ?? "");
		const telling =
			title && !/^(?:youtube\s*)?(?:iframe|video player|embed)/i.test(title);
		return { href: page, text: telling ? title : page };
	}
	return "nothing";
}

function sourceCard(
	player: Element,
	base: string | undefined,
): Card | undefined {
	for (const source of findElements(
		player,
		({ tagName }) => tagName === "source",
	)) {
		const card = cardOf(source, ["src", "data-src"], base);
		if (card !== "nothing") return card;
	}
	return undefined;
}

/** Frames that count visits or show advertisements. */
function isCounting(frame: Element): boolean {
	const address = attribute(frame, "src") ?? attribute(frame, "data-src") ?? "";
	const style = attribute(frame, "style") ?? "";
	return (
		/^[01](?:px)?$/.test(attribute(frame, "width") ?? "") ||
		/^[01](?:px)?$/.test(attribute(frame, "height") ?? "") ||
		/(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style) ||
		/googletagmanager|doubleclick|googlesyndication|facebook\.com\/plugins\/(?!video|post)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow)/i.test(
			address,
		)
	);
}

const postClass =
	/^(?:twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|telegram-post)$/;

/** A post whose words only a script would have brought. */
function isEmptyPost(element: Element): boolean {
	return (
		(attribute(element, "class") ?? "")
			.split(/\s+/)
			.some((name) => postClass.test(name)) && plainText(element) === ""
	);
}

function postCard(post: Element, base: string | undefined): Card | "nothing" {
	const link = findElement(
		post,
		(element) =>
			element.tagName === "a" && attribute(element, "href") !== undefined,
	);
	const href = absoluteUrl(
		(link && attribute(link, "href")) ?? attribute(post, "cite") ?? "",
		base,
	);
	return href?.startsWith("http") ? { href, text: href } : "nothing";
}
