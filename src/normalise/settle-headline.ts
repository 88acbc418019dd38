/** What an article is called: as its file says, else as its text shows, else as the file is named. */
import type { Envelope } from "../parse/envelope.ts";
import { findElement, type parseHtml, silentText } from "../parse/html.ts";
import { markdownName } from "../parse/markup.ts";
import { lettersOf } from "../parse/page-parts.ts";
import { openingOf } from "../parse/text-look.ts";
import type { SourceAdapter } from "../sources/adapter.ts";
import type { BodyDraft } from "./body.ts";
import { cleanHeadline, headlineOfFile, withoutOutlet } from "./headline.ts";
import { Refused } from "./refused.ts";
import { oneLine } from "./text.ts";

/** A headline, and whether anything but the file's name told it. */
export interface HeadlineFound {
	readonly text: string;
	readonly isStated: boolean;
	/** Names at its end that were taken off: they are the outlet's. */
	readonly outlets: readonly string[];
}

/** @throws {Refused} when nothing tells it, the file's name included. */
export function settleHeadline(
	envelope: Envelope,
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	{ headline: trim, names, source }: SourceAdapter,
	outlet: readonly string[],
	file: string,
): HeadlineFound {
	const stated = [
		envelope.title?.text,
		...(envelope.page?.titles ?? []),
		envelope.matter?.field("title")?.text,
	]
		.map((text) => cleanHeadline(text ?? ""))
		.filter((text) => text !== "");
	// One of the two is sometimes cut: the longer one has all of it.
	const [first, second] = stated;
	const whole =
		!envelope.page &&
		second?.startsWith(first?.replace(/(?:\.\.\.|…)$/, "") ?? "") &&
		first
			? second
			: first;
	const found = whole ?? headingOf(body, tree, file);
	// A note without a heading is called like its file, as the programs for notes have it.
	if (
		found === undefined &&
		!(envelope.markup === "markdown" && markdownName.test(file)) &&
		envelope.mended.some(({ ruleId }) => ruleId === "parse/no-envelope")
	)
		throw new Refused({
			ruleId: "parse/no-envelope",
			reason:
				"The file has neither front matter nor a header, and its text no heading.",
			line: 1,
		});
	const named = headlineOfFile(file);
	const kept = asShown(
		found ?? (/\p{L}/u.test(named) ? named : openingWords(body) || named),
		body,
	);
	const isStated = found !== undefined;
	const trimmed = trim?.(kept);
	if (trimmed) return { text: trimmed, isStated, outlets: [] };
	const { matter, page } = envelope;
	const known = [
		...names,
		source.name,
		...outlet,
		...(page?.sites ?? []),
		...[...(matter?.list("author") ?? []), ...(matter?.list("site") ?? [])],
	].map(oneLine);
	return { ...withoutOutlet(kept, known), isStated };
}

/** For files whose head names no headline: the first heading, else the page's `title`. */
function headingOf(
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	file: string,
): string | undefined {
	const title = findElement(tree, ({ tagName }) => tagName === "title");
	const own = isOfPart(body) && isTitle(file) ? undefined : body.heading;
	return [own, title && silentText(title)]
		.map((text) => cleanHeadline(text ?? ""))
		.find((text) => text !== "");
}

/** Whether the first heading is that of a part: text stands before it, more than particulars, or any and others like it follow. */
function isOfPart({ blocks }: BodyDraft): boolean {
	const [first, ...others] = blocks.filter(({ kind }) => kind === "heading");
	if (!first) return false;
	if (/。|.{80}/u.test(first.text)) return true;
	const before = blocks
		.slice(0, blocks.indexOf(first))
		.reduce((sum, { text }) => sum + text.length, 0);
	const hasLike = others.some(({ node }) => node.tagName <= first.node.tagName);
	return before > mostBefore || (before > 0 && hasLike);
}

/** A headline with the site's name behind it, as windows are called, is shortened to what the text itself begins with. */
function asShown(headline: string, { blocks }: BodyDraft): string {
	const parts = headline.split(/(\s*[-–—|｜_·]\s*)/);
	const shown = blocks.slice(0, mostOpening).map(({ text }) => oneLine(text));
	for (let at = 1; at < parts.length; at += 2) {
		const own = lettersOf(parts.slice(0, at).join(""));
		const same = shown.find((text) => lettersOf(text) === own);
		if (own.length >= shortest && same !== undefined) return same;
	}
	return headline;
}

/** Blocks in which a headline may be shown, and the letters of the shortest. */
const mostOpening = 8;
const shortest = 5;

/** Letters that may stand between the beginning and a headline: who wrote it, where it is from. */
const mostBefore = 80;

/** Whether a file is called as only an article is: in several words, or so many Han signs. */
function isTitle(file: string): boolean {
	const name = headlineOfFile(file);
	return (
		(name.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 ||
		name.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 4
	);
}

/** What an article without any name begins with. */
function openingWords({ blocks }: BodyDraft): string {
	return cleanHeadline(openingOf(blocks[0]?.text ?? ""));
}
