import type { Credit } from "../domain/article.ts";
import {
	attribute,
	type Element,
	findElement,
	findElements,
	hasClass,
	isElement,
	plainText,
	shownText,
} from "../parse/html.ts";
import type { SourceAdapter, Stamp } from "../sources/adapter.ts";
import { firstLine, isAgency } from "../sources/first-line.ts";
import { Furniture } from "./furniture.ts";
import { pictureOf } from "./pictures.ts";
import type { RemovalLog } from "./removal-log.ts";

/** What leaves a body as it is walked: furniture, and what an adapter reads elsewhere than in the text. */
export class Leavings {
	readonly stamps: Stamp[] = [];
	readonly bylines: string[] = [];
	readonly credits: Credit[] = [];
	readonly #body: Element;
	readonly #adapter: SourceAdapter;
	readonly #removalLog: RemovalLog;
	readonly #furniture: Furniture;
	readonly #base: string | undefined;

	/** @param base that addresses of pictures are relative to. */
	constructor(
		body: Element,
		adapter: SourceAdapter,
		removalLog: RemovalLog,
		base: string | undefined,
		isMainBlock = false,
	) {
		this.#body = body;
		this.#adapter = adapter;
		this.#removalLog = removalLog;
		this.#base = base;
		this.#furniture = new Furniture(body, isMainBlock);
	}

	/** Whether the element would go under some rule. */
	isFurniture(element: Element): boolean {
		return this.#rule(element) !== undefined;
	}

	#rule(element: Element): string | undefined {
		return (
			this.#adapter.boilerplate?.(element) ?? this.#furniture.rule(element)
		);
	}

	/** What an adapter or the page's structure takes out of the text. */
	take(element: Element): boolean {
		const rule = this.#rule(element);
		const moved = rule
			? undefined
			: (this.#first(element) ?? this.#moved(element));
		if (!rule && !moved) return false;
		if (rule === "normalise/meta-box") this.#harvest(element);
		this.#removalLog.add(
			rule ?? moved ?? "",
			shownText(element),
			1,
			this.#picturesIn(element),
		);
		return true;
	}

	#picturesIn(element: Element): readonly string[] {
		return findElements(element, ({ tagName }) => tagName === "img").flatMap(
			(image) => pictureOf(image, this.#base)?.src ?? [],
		);
	}

	/** The stamp and the authors in a box of particulars, where nobody else told of them. */
	#harvest(box: Element): void {
		const time = findElement(
			box,
			(own) =>
				own.tagName === "time" &&
				attribute(own, "datetime") !== undefined &&
				!hasClass(own, /updated|modified/),
		);
		const text = time && attribute(time, "datetime");
		if (text && this.stamps.length === 0) this.stamps.push({ text });
		if (this.bylines.length > 0) return;
		for (const link of findElements(
			box,
			(own) =>
				own.tagName === "a" && /\bauthor\b/.test(attribute(own, "rel") ?? ""),
		))
			this.bylines.push(plainText(link));
	}

	/** The crawler's own line above the text. */
	#first(element: Element): string | undefined {
		if (this.stamps.length > 0) return undefined;
		const line = firstLine(element);
		if (!line || this.#hasTextBefore(element)) return undefined;
		if (line.stamp !== undefined) this.stamps.push({ text: line.stamp });
		for (const name of line.names)
			if (isAgency(name)) this.credits.push({ role: "agency", text: name });
			else this.bylines.push(name);
		return "sources/first-line";
	}

	#hasTextBefore(element: Element): boolean {
		let node: Element = element;
		while (node !== this.#body) {
			const parent = node.parentNode;
			if (!isElement(parent)) return false;
			for (const sibling of parent.childNodes) {
				if (sibling === node) break;
				if (shownText(sibling).trim() !== "") return true;
			}
			node = parent;
		}
		return false;
	}

	/** Who wrote it, where that stands in the element of the stamp: in one of its own, or behind a label. */
	#namesBeside(element: Element, { text }: Stamp): readonly string[] {
		const { byline } = this.#adapter;
		const own = findElement(element, (inner) => byline?.(inner) !== undefined);
		const rest = plainText(element).replace(text, " ");
		return own ? (byline?.(own) ?? []) : namesBehindLabel(rest);
	}

	/** What an adapter reads elsewhere than in the text: the rule id under which it moves. */
	#moved(element: Element): string | undefined {
		const stamp = this.#adapter.stamp?.(element);
		if (stamp) {
			this.stamps.push(stamp);
			if (stamp.agency !== undefined)
				this.credits.push({ role: "agency", text: stamp.agency });
			this.bylines.push(...this.#namesBeside(element, stamp));
			return "sources/stamp";
		}
		const names = this.#adapter.byline?.(element);
		if (names) {
			this.bylines.push(...names);
			return "sources/byline";
		}
		const credits = this.#adapter.credits?.(element);
		if (!credits) return undefined;
		this.credits.push(...credits);
		return "sources/credit";
	}
}

const label =
	"(?:本[报報]|特[约約]|[实實][习習])?(?:记者|記者|作者|撰文|撰稿|文)\\s*[：:／/|｜]?\\s*";
const labelled = new RegExp(
	`(?:^|[\\s　|｜／/，,（(])${label}(\\p{Script=Han}{2,6}?|[A-Z][\\w.’'-]+(?: [A-Z][\\w.’'-]+){1,3})(?=$|[\\s　|｜／/，,）)]|[报報][导導道])`,
	"u",
);

/** `記者程晚台北報導／` → 程晚台北. */
function namesBehindLabel(text: string): readonly string[] {
	const name = labelled.exec(text)?.[1];
	return name === undefined ? [] : [name];
}
