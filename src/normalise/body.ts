import type { Element as HastElement, Root } from "hast";
import type { Credit, Link } from "../domain/article.ts";
import {
	attribute,
	type Element,
	findElement,
	isElement,
	isText,
	type Node,
	plainText,
} from "../parse/html.ts";
import type { Stamp } from "../sources/adapter.ts";
import { absoluteUrl } from "./address.ts";
import { type Block, BlockBuilder } from "./blocks.ts";
import type { BodyContext } from "./body-context.ts";
import { blocks, containers, marks, marksOfCode } from "./body-elements.ts";
import { element as make } from "./elements.ts";
import { type Card, embedded } from "./embeds.ts";
import { type FigureDraft, type FigureHost, Figures } from "./figures.ts";
import { Leavings } from "./leavings.ts";
import { codeText, isDataTable, rowsOf } from "./tables.ts";
import { dropInvisible, oneLine } from "./text.ts";

/** A body taken apart, before ids are given. */
export interface BodyDraft {
	readonly root: Root;
	readonly blocks: Block[];
	readonly figures: FigureDraft[];
	readonly links: Link[];
	readonly stamps: Stamp[];
	readonly bylines: string[];
	readonly credits: Credit[];
	/** Text of the first heading, for files without a headline. */
	readonly heading: string | undefined;
}

/**
 * Walk a parsed body once, from front to back, and sort what is there into paragraphs, figures,
 * links, credits, and what the removal log records as removed.
 *
 * @throws {MarkupLimit} `normalise/too-many-images`.
 */
export function readBody(body: Element, context: BodyContext): BodyDraft {
	return new Walk(body, context).read();
}

class Walk implements FigureHost {
	out = new BlockBuilder();
	#heading: string | undefined;
	readonly #context: BodyContext;
	readonly #body: Element;
	readonly #figures: Figures;
	readonly #leavings: Leavings;
	/** Within preformatted text that is no code. */
	#inLines = false;

	constructor(body: Element, context: BodyContext) {
		this.#body = body;
		this.#context = context;
		this.#figures = new Figures(this, context, body);
		const { adapter, removalLog, base, isMainBlock } = context;
		this.#leavings = new Leavings(body, adapter, removalLog, base, isMainBlock);
	}

	read(): BodyDraft {
		this.#children(this.#body);
		this.#figures.settleWaiting();
		this.out.endBlock();
		const { root, blocks: read, links, invisible } = this.out;
		if (invisible > 0)
			this.#context.removalLog.add(
				"normalise/invisible-characters",
				"",
				invisible,
			);
		return {
			root,
			blocks: read,
			figures: this.#figures.all,
			links,
			stamps: this.#leavings.stamps,
			bylines: this.#leavings.bylines,
			credits: this.#leavings.credits,
			heading: this.#heading,
		};
	}

	single(element: Element, without?: Element): BlockBuilder["single"] {
		const { out } = this;
		const builder = new BlockBuilder(true);
		const { taken } = this.#figures;
		const known = without !== undefined && taken.has(without);
		if (without) taken.add(without);
		this.out = builder;
		this.#children(element);
		this.out = out;
		if (without && !known) taken.delete(without);
		const { single } = builder;
		out.replay(builder);
		return single;
	}

	block(element: Element): void {
		this.out.endBlock();
		this.#children(element);
		this.out.endBlock();
	}

	#children(parent: Element): void {
		for (const child of parent.childNodes) this.#node(child);
	}

	#node(node: Node): void {
		if (isText(node)) {
			if (this.#inLines) this.#lines(node.value);
			else this.out.text(node.value);
		} else if (isElement(node)) {
			if (this.#figures.taken.has(node)) this.#figures.met.add(node);
			else this.#element(node);
		}
	}

	#element(element: Element): void {
		if (this.#leavings.take(element)) return;
		const card = embedded(element, this.#context.base);
		if (card) {
			this.#embed(element, card);
			return;
		}
		this.#countHandlers(element);
		const id = attribute(element, "id") ?? attribute(element, "name");
		if (id) this.out.anchor(id);
		const { tagName } = element;
		switch (tagName) {
			case "br":
				this.out.lineBreak();
				break;
			case "img":
			case "amp-img":
				this.#figures.image(element);
				break;
			case "noscript":
				this.#figures.noscript(element);
				break;
			case "figcaption":
				this.#figures.looseCaption(element);
				break;
			case "hr":
				this.out.insert(make("hr"));
				break;
			case "pre":
			case "listing":
			case "xmp":
			case "plaintext":
				this.#code(element);
				break;
			default:
				this.#flow(element, tagName);
		}
	}

	#flow(element: Element, tagName: string): void {
		const mark = marks.get(tagName);
		if (mark) this.#mark(element, mark);
		else if (/^h[1-6]$/.test(tagName)) this.#head(element);
		else if (Object.hasOwn(containers, tagName)) {
			this.out.open(tagName, containers[tagName]);
			this.#children(element);
			this.out.close();
		} else if (tagName === "table" && isDataTable(element))
			this.#table(element);
		else {
			const block = blocks.has(tagName);
			if (block) this.out.endBlock();
			this.#figures.background(element);
			this.#children(element);
			if (block) this.out.endBlock();
			if (tagName === "figure") this.#figures.settleWaiting();
		}
	}

	#mark(element: Element, tag: string): void {
		const properties: HastElement["properties"] = {};
		if (/^r[tp]$/.test(tag) && !this.out.annotates) {
			this.#children(element);
			return;
		}
		if (tag === "a") {
			const href = this.#href(element);
			if (href === undefined || this.out.within("a")) {
				this.#children(element);
				return;
			}
			properties.href = href;
		}
		const stated =
			tag === "time"
				? attribute(element, "datetime")
				: tag === "abbr"
					? attribute(element, "title")
					: undefined;
		if (stated)
			properties[tag === "time" ? "dateTime" : "title"] = oneLine(
				stated.slice(0, 200),
			);
		this.out.openMark(tag, properties);
		this.#children(element);
		this.out.closeMark();
	}

	/** `#name` for a place in this article, an absolute address for any other. */
	#href(element: Element): string | undefined {
		const { base, removalLog } = this.#context;
		const written = attribute(element, "href")?.trim();
		if (!written || written === "#") return undefined;
		if (written.startsWith("#")) return written;
		const href = absoluteUrl(written, base);
		if (href === undefined) removalLog.add("normalise/unsafe-address");
		return href;
	}

	#countHandlers(element: Element): void {
		for (const { name } of element.attrs)
			if (name.length > 3 && name.startsWith("on"))
				this.#context.removalLog.add("normalise/event-handler");
	}

	#head(element: Element): void {
		const rank = Number(element.tagName[1]);
		this.#heading ??= plainText(element) || undefined;
		this.out.open(`h${Math.min(Math.max(rank, 2), 4)}`, "heading");
		this.#children(element);
		this.out.close();
	}

	/** Preformatted text is code when nothing but text is in it, else lines of ordinary text. */
	#code(element: Element): void {
		if (findElement(element, (inner) => !this.#isCode(inner))) {
			const outer = this.#inLines;
			this.#inLines = true;
			this.block(element);
			this.#inLines = outer;
			return;
		}
		const { text, count } = dropInvisible(codeText(element));
		const value = text
			.replace(/\r\n?/g, "\n")
			.replace(/^(?:[ \t]*\n)+/, "")
			.trimEnd();
		this.out.invisible += count;
		if (value.trim() === "") return;
		this.out.add(make("pre", {}, [{ type: "text", value }]), "code", value);
	}

	#isCode(inner: Element): boolean {
		return (
			marksOfCode.test(inner.tagName) && !this.#leavings.isFurniture(inner)
		);
	}

	/** Text whose line feeds are line breaks. */
	#lines(text: string): void {
		text.split(/\r\n?|\n/).forEach((line, index) => {
			if (index > 0) this.out.lineBreak();
			this.out.text(line);
		});
	}

	#table(element: Element): void {
		const caption = findElement(
			element,
			({ tagName }) => tagName === "caption",
		);
		if (caption) this.block(caption);
		const body = make("tbody");
		this.out.insert(make("table", {}, [body]));
		for (const { cells } of rowsOf(element)) {
			const texts: string[] = [];
			const row = make("tr");
			for (const cell of cells) {
				const { text, children } = this.single(cell.element);
				texts.push(text);
				row.children.push(
					make(cell.header ? "th" : "td", cell.spans, children),
				);
			}
			const text = texts.join("\t").trim();
			if (text === "") continue;
			body.children.push(row);
			this.out.add(row, "table-row", text, true);
		}
	}

	#embed(element: Element, card: Card | "nothing"): void {
		this.#context.removalLog.add("normalise/embed");
		if (card !== "nothing") {
			const link = make("a", { href: card.href }, [
				{ type: "text", value: card.text },
			]);
			this.out.add(
				make("p", { className: ["link-card"] }, [link]),
				"link-card",
				card.text,
			);
			this.out.links.push(card);
		}
		// Some players hold a caption, or words for readers whom they fail.
		if (element.tagName === "video-player" || element.tagName === "object")
			this.block(element);
	}
}
