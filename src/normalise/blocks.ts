import type { Element, ElementContent, Root } from "hast";
import type { Link, Paragraph } from "../domain/article.ts";
import {
	commonMarks,
	isSpace,
	type Mark,
	type OpenBlock,
	push,
	trimEnd,
} from "./open-block.ts";
import { collapse, dropInvisible, joins } from "./text.ts";

/** A block of text and the element that shows it. */
export interface Block {
	readonly node: Element;
	readonly kind: Paragraph["kind"];
	text: string;
	/** Ids that the original gave to places in this block: targets of links within the article. */
	readonly anchors: readonly string[];
}

interface Container {
	readonly node: Element | Root;
	readonly kind: Paragraph["kind"];
	/** Element that a block of this container is shown in. */
	readonly blockTag: string;
	/** `true` for a list item: its first block is the item itself. */
	readonly itself: boolean;
}

/**
 * Turns a stream of text, marks, breaks and containers into real paragraphs: two breaks in a row
 * end one, a block element ends one, and a mark that was open goes on in the next.
 */
export class BlockBuilder {
	readonly root: Root = { type: "root", children: [] };
	readonly blocks: Block[] = [];
	readonly links: Link[] = [];
	/** Invisible characters that were left out. */
	invisible = 0;
	readonly #containers: Container[] = [
		{ node: this.root, kind: undefined, blockTag: "p", itself: false },
	];
	readonly #marks: Mark[] = [];
	/** In a caption or a table cell everything stays in one block. */
	readonly #single: boolean;
	/** Figures and tables that turned up where only one block may be. */
	readonly #deferred: {
		node: Element;
		block?: { kind: Paragraph["kind"]; text: string; placed: boolean };
	}[] = [];
	#open: OpenBlock | undefined;
	#anchors: string[] = [];

	constructor(single = false) {
		this.#single = single;
	}

	/** Text of the one block of a single builder, and its content. */
	get single(): { text: string; children: ElementContent[] } {
		this.#finish();
		const [block] = this.blocks;
		return { text: block?.text ?? "", children: block?.node.children ?? [] };
	}

	openMark(tag: string, properties: Element["properties"] = {}): void {
		const { href } = properties;
		const link =
			tag === "a" && typeof href === "string" ? { href, text: "" } : undefined;
		this.#marks.push({ tag, properties, link });
	}

	closeMark(): void {
		const mark = this.#marks.pop();
		if (mark?.link && mark.link.text.trim() !== "")
			this.links.push({ href: mark.link.href, text: mark.link.text.trim() });
	}

	/** Whether a mark of this kind is open. */
	within(tag: string): boolean {
		return this.#marks.some((mark) => mark.tag === tag);
	}

	/**
	 * Whether `rt` or `rp` may open here: inside of `ruby`, and not inside of another of them, where
	 * a parser would close the outer one.
	 */
	get annotates(): boolean {
		const tags = this.#marks.map(({ tag }) => tag);
		const inner = Math.max(tags.lastIndexOf("rt"), tags.lastIndexOf("rp"));
		return tags.lastIndexOf("ruby") > inner;
	}

	/** The original gave this id to the place where the next text stands. */
	anchor(id: string): void {
		if (this.#open) this.#open.anchors.push(id);
		else this.#anchors.push(id);
	}

	text(raw: string): void {
		const { text: visible, count } = dropInvisible(raw);
		this.invisible += count;
		let start = 0;
		while (start < visible.length && isSpace(visible.charCodeAt(start)))
			start++;
		if (start > 0) this.#space(visible.slice(0, start));
		if (start === visible.length) return;
		let end = visible.length;
		while (isSpace(visible.charCodeAt(end - 1))) end--;
		let body = collapse(visible.slice(start, end), "");
		if (!this.#open || this.#open.breaks > 0) {
			// Indents by U+3000 and the like are layout, not text.
			body = body.replace(/^\s+/u, "");
			if (body === "") return;
		}
		this.#append(body);
		if (end < visible.length) this.#space(visible.slice(end));
	}

	/** `<br>`: two of them end the block. */
	lineBreak(): void {
		if (this.#open) this.#open.breaks++;
	}

	/** The border of a block element; in a single block a line break. */
	endBlock(): void {
		if (!this.#single) this.#finish();
		else if (this.#open?.breaks === 0) this.#open.breaks = 1;
	}

	#finish(): void {
		const open = this.#open;
		if (!open) return;
		this.#open = undefined;
		trimEnd(open);
		const { node, kind, texts, anchors } = open;
		this.blocks.push({ node, kind, text: texts.join(""), anchors });
	}

	/** A container of blocks: `ul`, `li`, `blockquote`; or a heading, whose blocks are themselves. */
	open(tag: string, kind: Paragraph["kind"]): void {
		this.endBlock();
		if (this.#single) return;
		const outer = this.#containers.at(-1) as Container;
		if (/^h\d$/.test(tag)) {
			this.#containers.push({ ...outer, kind, blockTag: tag, itself: false });
			return;
		}
		if (tag === "li" && outer.blockTag !== "li") {
			// An item of no list is a paragraph.
			this.#containers.push({ ...outer, itself: false });
			return;
		}
		const node: Element = {
			type: "element",
			tagName: tag,
			properties: {},
			children: [],
		};
		outer.node.children.push(node);
		this.#containers.push({
			node,
			kind: kind ?? outer.kind,
			blockTag: /^[uo]l$/.test(tag) ? "li" : "p",
			itself: tag === "li",
		});
	}

	close(): void {
		this.endBlock();
		if (this.#single) return;
		const container = this.#containers.pop();
		const outer = this.#containers.at(-1);
		if (!container || !outer || container.node === outer.node) return;
		if (container.node.children.length === 0)
			outer.node.children.splice(
				outer.node.children.indexOf(container.node as Element),
				1,
			);
	}

	/** An element that is no text: a figure, a rule. Ends the block before it. */
	insert(node: Element): void {
		this.endBlock();
		if (this.#single) {
			this.#deferred.push({ node });
			return;
		}
		this.#containers.at(-1)?.node.children.push(node);
	}

	/** A block made elsewhere: a table row, code, a link card. */
	add(
		node: Element,
		kind: Paragraph["kind"],
		text: string,
		placed = false,
	): void {
		this.endBlock();
		if (this.#single) {
			this.#deferred.push({ node, block: { kind, text, placed } });
			return;
		}
		if (!placed) this.insert(node);
		this.blocks.push({
			node,
			kind,
			text,
			anchors: this.#anchors.splice(0),
		});
	}

	/** Take over the links of the single block `other`, and put behind what could not stand in it. */
	replay(other: BlockBuilder): void {
		this.links.push(...other.links);
		this.invisible += other.invisible;
		for (const { node, block } of other.#deferred)
			if (block) this.add(node, block.kind, block.text, block.placed);
			else this.insert(node);
	}

	#space(run: string): void {
		const open = this.#open;
		if (!open || open.breaks > 0) return;
		if (open.space !== " ") open.space = run.includes("\n") ? "\n" : " ";
	}

	#append(body: string): void {
		if (this.#open && this.#open.breaks > 1 && !this.#single) this.endBlock();
		const open = this.#open ?? this.#start();
		this.#open = open;
		const first = body[0] ?? "";
		let lead = "";
		if (open.breaks > 0) {
			trimEnd(open);
			this.#enter(open, commonMarks(open, this.#marks));
			const parent = open.path.at(-1)?.node ?? open.node;
			parent.children.push({
				type: "element",
				tagName: "br",
				properties: {},
				children: [],
			});
			open.texts.push("\n");
			open.tail = undefined;
		} else if (
			open.space !== "" &&
			!(open.space === "\n" && joins(open.texts.at(-1)?.at(-1) ?? "", first))
		)
			lead = " ";
		open.breaks = 0;
		open.space = "";
		this.#write(open, lead, body);
		for (const { link } of this.#marks) if (link) link.text += lead + body;
	}

	#write(open: OpenBlock, lead: string, body: string): void {
		const common = commonMarks(open, this.#marks);
		const changes = common < open.path.length || common < this.#marks.length;
		if (changes && lead !== "") {
			// The space belongs outside of what opens or closes here.
			this.#enter(open, common);
			push(open, lead);
		}
		if (changes) {
			this.#enter(open, common);
			for (const mark of this.#marks.slice(common)) {
				const node: Element = {
					type: "element",
					tagName: mark.tag,
					properties: { ...mark.properties },
					children: [],
				};
				(open.path.at(-1)?.node ?? open.node).children.push(node);
				open.path.push({ mark, node });
				open.tail = undefined;
			}
			push(open, body);
		} else push(open, lead + body);
	}

	/** Leave marks until only the first `depth` are open. */
	#enter(open: OpenBlock, depth: number): void {
		if (open.path.length > depth) {
			open.path.length = depth;
			open.tail = undefined;
		}
	}

	#start(): OpenBlock {
		const container = this.#containers.at(-1) as Container;
		const { node: parent } = container;
		const itself = container.itself && parent.children.length === 0;
		const node: Element = itself
			? (parent as Element)
			: {
					type: "element",
					tagName: container.blockTag,
					properties: {},
					children: [],
				};
		if (!itself) parent.children.push(node);
		return {
			node,
			kind: container.kind,
			anchors: this.#anchors.splice(0),
			path: [],
			texts: [],
			tail: undefined,
			space: "",
			breaks: 0,
		};
	}
}
