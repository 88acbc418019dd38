/**
 * Addresses without brackets, which end where Chinese goes on: GitHub's rules take everything up to a space for the address
 * (`见https://a.example/。这里`).
 */
import type { Link, Parents, PhrasingContent, Root } from "mdast";

/**
 * Marks of Chinese are no part of an address as people write them, nor stars that make it bold; Han letters may be part of its
 * path, and not of its host.
 */
const address =
	/(?<![\w/.@-])(?:https?:\/\/|www\.)[\w-]+(?:\.[\w-]+)+(?:[:/?#][^\s<>*，。、；：？！（）《》〈〉「」『』“”‘’【】…—\u3000]*(?<![.,;:!?]))?/gu;

/** Cut them off there, and link what stands behind them. @param source of the tree. */
export function endBareAddresses(tree: Root, source: string): void {
	look(tree, source);
}

function look(node: Parents, source: string): void {
	for (const child of node.children)
		if ("children" in child) look(child, source);
	node.children = node.children.flatMap((child) =>
		child.type === "link" && isBare(child, source) ? parted(child) : [child],
	) as typeof node.children;
}

function isBare({ position, url }: Link, source: string): boolean {
	const written = source.charAt(position?.start.offset ?? -1);
	return written !== "<" && written !== "[" && !url.startsWith("mailto:");
}

/** The link as far as its address goes, and the text behind it, in which there may be more of them. */
function parted(link: Link): PhrasingContent[] {
	const [text] = link.children;
	if (text?.type !== "text") return [link];
	// Converters put a backslash before what is no syntax within an address.
	const value = text.value.replace(/\\([_*~])/g, "$1");
	const parts: PhrasingContent[] = [];
	let done = 0;
	for (const { 0: found, index } of value.matchAll(address)) {
		if (found === text.value) return [link];
		if (index > done)
			parts.push({ type: "text", value: value.slice(done, index) });
		parts.push(linkTo(found));
		done = index + found.length;
	}
	if (done === 0) return [link];
	if (done < value.length)
		parts.push({ type: "text", value: value.slice(done) });
	return parts;
}

function linkTo(shown: string): Link {
	return {
		type: "link",
		url: shown.startsWith("www.") ? `http://${shown}` : shown,
		children: [{ type: "text", value: shown }],
	};
}
