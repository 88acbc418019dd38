/**
 * The body of an article as its page shows it. Everything here works on HTML that ingest made
 * safe: lower-case tags, quoted attributes, `<` and `>` escaped inside them. Nothing is added but
 * what is written here, and every value is escaped.
 */
import { escapeMarkup as escaped, unescapeMarkup } from "../base/plain-text.ts";
import type { Article, Figure } from "../domain/article.ts";
import { articlePath, relativePath } from "./addresses.ts";
import { pictureHtml } from "./picture.ts";
import type { Evidence } from "./props.ts";
import { beforeDot } from "./unbroken.ts";

/** Wording that the body needs, from the catalogue of the templates. */
export interface BodyWords {
	/** Stands where an image is not stored. */
	readonly imageElsewhere: string;
	readonly imageText: string;
	/** Follows a link to an address that this archive holds too. */
	readonly localCopy: string;
}

const tag = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/g;

/**
 * `article.html` with a note in place of every image that is not stored, marks around the sentences
 * that are evidence for a meeting, and a second link where a link's target is archived here.
 *
 * @param path of the page, for relative links.
 */
export function bodyHtml(
	article: Article,
	evidence: readonly Evidence[],
	words: BodyWords,
	path: string,
): string {
	const html = typeset(markEvidence(article.html, evidence));
	const figures = new Map(article.figures.map((one) => [one.src, one]));
	const copies = new Map(
		article.links.flatMap(({ href, articleId }) =>
			articleId === undefined ? [] : [[href, articleId]],
		),
	);
	let inLink = 0;
	let copy: string | undefined;
	return html.replace(tag, (whole, close: string, name: string, rest) => {
		if (name === "a") {
			inLink += close ? -1 : 1;
			if (!close) {
				copy = copies.get(unescapeMarkup(attribute(rest, "href") ?? ""));
				return whole;
			}
			const local =
				copy === undefined
					? ""
					: ` <a class="local-copy" href="${escaped(relativePath(path, articlePath(copy)))}">${escaped(words.localCopy)}</a>`;
			copy = undefined;
			return whole + local;
		}
		if (name !== "img") return whole;
		const image = {
			src: unescapeMarkup(attribute(rest, "data-src") ?? ""),
			alt: unescapeMarkup(attribute(rest, "alt") ?? ""),
			inLink: inLink > 0,
		};
		const figure = figures.get(image.src);
		return pictureHtml(figure, path) ?? plate(image, figure, words);
	});
}

/** Letters of scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** A word that leaves a gap in the line before it, when the line is stretched to the edge. */
const longWord = /[^\s\u2e80-\u9fff\uff00-\uffef<>&;]{9,}/;

/**
 * What the style sheet cannot know: which paragraphs run from right to left, which hold words so long that lines must not
 * be stretched, and that no line may begin with the dot inside a foreign name.
 */
function typeset(html: string): string {
	return html
		.replace(
			/<(p|li|h[2-6]|figcaption)((?:\s[^<>]*)?)>(.*?)(?=<\/\1>)/gs,
			(_, name: string, rest: string, inside: string) => {
				const text = inside.replace(/<[^<>]*>/g, "");
				const ragged =
					longWord.test(text) && !rest.includes(" class=")
						? ' class="ragged"'
						: "";
				const auto = rightToLeft.test(text) ? ' dir="auto"' : "";
				return `<${name}${rest}${auto}${ragged}>${inside}`;
			},
		)
		.replace(/(?<=>|^)[^<]*[·‧・•][^<]*/g, (text) =>
			text.replace(
				beforeDot,
				(pair) => `<span class="unbroken">${pair}</span>`,
			),
		);
}

/** What stands for an image that is not stored: a line that says where it is, and its `alt` where no caption says it. */
function plate(
	{ src, alt, inLink }: { src: string; alt: string; inLink: boolean },
	figure: Figure | undefined,
	words: BodyWords,
): string {
	const host = /^https?:\/\/([^/?#]+)/.exec(src)?.[1] ?? "";
	const where =
		host === "" || inLink
			? escaped(words.imageElsewhere)
			: `<a href="${escaped(src)}" rel="noreferrer">${escaped(words.imageElsewhere)}<span class="plate-host">${escaped(host)}</span></a>`;
	const said = `${figure?.caption ?? ""}${figure?.credit ?? ""}`;
	const text =
		alt === "" || said.includes(alt.trim())
			? ""
			: `<span class="plate-text">${escaped(words.imageText)}${escaped(alt)}</span>`;
	return `<span class="plate">${where}${text}</span>`;
}

/**
 * Marks around each sentence of `evidence`, inside the block that it names. A sentence may run
 * through links and emphasis, so every stretch of text gets its own mark.
 */
function markEvidence(html: string, evidence: readonly Evidence[]): string {
	let marked = html;
	for (const { paragraph, quote } of evidence) {
		if (!/^[pf]\d+$/.test(paragraph)) continue;
		const start = marked.indexOf(` id="${paragraph}"`);
		if (start === -1) continue;
		const open = marked.indexOf(">", start) + 1;
		const end = endOfElement(marked, open);
		const block = marked.slice(open, end);
		marked =
			marked.slice(0, open) + markQuote(block, quote) + marked.slice(end);
	}
	return marked;
}

/** Where the element ends whose content starts at `open`. */
function endOfElement(html: string, open: number): number {
	const scan = new RegExp(tag.source, "g");
	scan.lastIndex = open;
	let depth = 1;
	for (let found = scan.exec(html); found; found = scan.exec(html)) {
		if (/^(?:img|br|hr|wbr|col)$/.test(found[2] ?? "")) continue;
		depth += found[1] ? -1 : 1;
		if (depth === 0) return found.index;
	}
	return html.length;
}

function markQuote(block: string, quote: string): string {
	// Text and tags in turn; the quote is looked for in the text, white space aside.
	const pieces = block.split(/(<[^<>]*>)/);
	const letters: { piece: number; from: number; to: number; char: string }[] =
		[];
	pieces.forEach((piece, index) => {
		if (index % 2 === 1) return;
		for (const { 0: source, index: from } of piece.matchAll(
			/&(?:#x?[0-9a-f]+|[a-z]+);|[^\s]/gi,
		)) {
			letters.push({
				piece: index,
				from,
				to: from + source.length,
				char: unescapeMarkup(source),
			});
		}
	});
	const wanted = quote.replace(/\s+/g, "");
	const text = letters.map(({ char }) => char).join("");
	const at = wanted === "" ? -1 : text.indexOf(wanted);
	if (at === -1) return block;
	const ranges = new Map<number, { from: number; to: number }>();
	let offset = 0;
	for (const { piece, from, to, char } of letters) {
		if (offset >= at && offset < at + wanted.length) {
			ranges.set(piece, { from: ranges.get(piece)?.from ?? from, to });
		}
		offset += char.length;
	}
	return pieces
		.map((piece, index) => {
			const range = ranges.get(index);
			return range === undefined
				? piece
				: `${piece.slice(0, range.from)}<span class="evidence">${piece.slice(range.from, range.to)}</span>${piece.slice(range.to)}`;
		})
		.join("");
}

/** The raw value of one attribute in the text of a start tag. */
function attribute(rest: string, name: string): string | undefined {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(rest)?.[1];
}
