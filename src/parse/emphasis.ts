/**
 * Bold that was meant and that no rule of CommonMark sees: editors that turn pages into Markdown write `**甲****乙**` for two bold
 * parts side by side, `**“甲。”**2008` before a digit, and `**甲。 **` with a space inside.
 */
import type { Parents, PhrasingContent, Root, Text } from "mdast";

/** Bold of more letters than this is two stray marks rather than one sentence. */
const longestBold = 2000;

/** Stars that are left as text become bold where two of them enclose words of the same paragraph. @param source of the tree. */
export function boldOfLeftStars(tree: Root, source: string): void {
	look(tree, source, false);
}

function look(node: Parents, source: string, isBold: boolean): void {
	for (const child of node.children) {
		if (isBold && child.type === "text" && isUnescaped(child, source))
			child.value = child.value.replace(/(?<!\*)\*{4}(?!\*)/g, "");
		if ("children" in child)
			look(child, source, isBold || child.type === "strong");
	}
	if (!isBold && holdsPhrases(node))
		node.children = pairStars(node.children, source);
}

function holdsPhrases(
	node: Parents,
): node is Parents & { children: PhrasingContent[] } {
	return (
		node.type === "paragraph" ||
		node.type === "heading" ||
		node.type === "tableCell"
	);
}

/** Stars behind a backslash are text that its writer wanted. */
function isUnescaped(text: Text, source: string): boolean {
	const { start, end } = text.position ?? {};
	return !source.slice(start?.offset ?? 0, end?.offset ?? 0).includes("\\*");
}

type Part = PhrasingContent | "stars";

function pairStars(
	children: readonly PhrasingContent[],
	source: string,
): PhrasingContent[] {
	const parts = children.flatMap((child): readonly Part[] =>
		child.type === "text" && isUnescaped(child, source)
			? partsOf(child.value)
			: [child],
	);
	const paired: PhrasingContent[] = [];
	for (let at = 0; at < parts.length; at++) {
		const part = parts[at] as Part;
		if (part !== "stars") {
			paired.push(part);
			continue;
		}
		const end = parts.indexOf("stars", at + 1);
		const inside = parts.slice(at + 1, Math.max(end, 0)) as PhrasingContent[];
		if (end > at && areMeantAsBold(inside)) {
			paired.push({ type: "strong", children: inside });
			at = end;
		} else if (end > at && inside.map(textOf).join("").trim() === "") {
			// Bold of nothing but a line break.
			paired.push(...inside);
			at = end;
		} else if (paired.at(-1)?.type !== "strong")
			paired.push({ type: "text", value: "**" });
	}
	return paired;
}

/** `甲**乙****` → 甲, stars, 乙, stars, stars. */
function partsOf(text: string): readonly (Text | "stars")[] {
	return text
		.split(/(?<!\*)\*\*(?=(?:\*\*)?(?!\*))|(?<=(?<!\*)\*\*)\*\*(?!\*)/)
		.flatMap((value, at): readonly (Text | "stars")[] => [
			...(at > 0 ? (["stars"] as const) : []),
			...(value === "" ? [] : [{ type: "text" as const, value }]),
		]);
}

/** At least one of the two touches what it encloses: `2 ** 3 ** 4` and two names struck out (`对 ** 药酒和 ** 药业`) stay. */
function areMeantAsBold(inside: readonly PhrasingContent[]): boolean {
	const text = inside.map(textOf).join("");
	return (
		/[\p{L}\p{N}]/u.test(text) &&
		text.length <= longestBold &&
		(/^\S/.test(text) || /\S$/.test(text))
	);
}

function textOf(node: PhrasingContent): string {
	if ("value" in node) return node.value;
	return "children" in node ? node.children.map(textOf).join("") : " ";
}
