/**
 * What a reader typed → what is asked. Pure; the browser, the command line and the tests share it.
 *
 * Terms between spaces are all required. `"…"`, `“…”`, `「…」`, `『…』` around a whole term take it
 * literally; `-` before a term excludes it; `OR`, `或` or `|` between two terms joins these two, and
 * binds tighter than the space; brackets around several terms make one of them; `标题:`, `来源:`,
 * `人物:` and `日期:` ask a field. Everything else is text, marks of punctuation included.
 */

import { gap, placeTokens, tokenise } from "../tokens.ts";
import { type DayRange, readDayRange } from "./day-range.ts";

/** One of the texts that a query asks for. */
export interface Term {
	/** As typed, without its operators. */
	readonly text: string;
	/** In quotation marks: no variants, and words of letters are whole words. */
	readonly literal: boolean;
	/** After a minus: articles that have it are left out. */
	readonly excluded: boolean;
	/** After `标题:`: it must stand in the headline. */
	readonly headline: boolean;
}

/** A field of the catalogue that must have a value. */
export type Filter =
	| { readonly field: "source" | "person"; readonly text: string }
	| ({ readonly field: "date"; readonly text: string } & DayRange);

/** How terms and filters are joined. */
export type QueryNode =
	/** `index` counts the terms of the query. */
	| { readonly kind: "term"; readonly term: Term; readonly index: number }
	| { readonly kind: "filter"; readonly filter: Filter }
	| { readonly kind: "all" | "any"; readonly nodes: readonly QueryNode[] }
	| { readonly kind: "not"; readonly node: QueryNode };

/** What of a query was taken otherwise than it may have been meant. */
export type Note =
	/** Looks like an operator and is none: taken as text. */
	| { readonly kind: "unknown"; readonly text: string }
	/** A date that cannot be read: taken as text. */
	| { readonly kind: "date"; readonly text: string };

export interface Query {
	/** Joins all that is asked. */
	readonly root: QueryNode & { readonly kind: "all" };
	/** The terms in it, in the order in which they were typed. */
	readonly terms: readonly Term[];
	/** The filters in it. */
	readonly filters: readonly Filter[];
	readonly notes: readonly Note[];
	/** The query was longer than what is looked up. */
	readonly shortened: boolean;
}

/** Terms and filters of a query. */
const mostParts = 64;
/** Tokens of one term: longer passages are recognised by their beginning. */
const mostTokens = 100;
const longestToken = 50;
/** Groups within groups. */
const deepest = 8;

const quotes: Readonly<Record<string, string>> = {
	'"': '"',
	"“": "”",
	"「": "」",
	"『": "』",
};
const fields: readonly (readonly [RegExp, "headline" | Filter["field"]])[] = [
	[/^(?:标题|標題|title):\s*/iu, "headline"],
	[/^(?:来源|來源|source):\s*/iu, "source"],
	[/^(?:人物|person):\s*/iu, "person"],
	[/^(?:日期|date):\s*/iu, "date"],
];
const unknownOperator =
	/^(?:AND|NOT|NEAR|XOR|(?!https?:)[a-z]{2,12}:(?!\/\/)\S.*|(?:作者|标签|標籤|语言|語言|地点|地點|主题|主題|正文|类型|類型):.+)$/u;
const either = /^(?:OR|或|\|{1,2})$/u;

/** Never fails; what cannot be an operator is text. */
export function parseQuery(typed: string): Query {
	const reading = new Reading();
	const nodes = reading.read(typed.normalize("NFKC"), false, deepest);
	const { terms, filters, notes, shortened } = reading;
	return { root: { kind: "all", nodes }, terms, filters, notes, shortened };
}

class Reading {
	readonly terms: Term[] = [];
	readonly filters: Filter[] = [];
	readonly notes: Note[] = [];
	shortened = false;
	private parts = 0;

	/** @param excluded whether all of it stands behind a minus. */
	read(text: string, excluded: boolean, depth: number): QueryNode[] {
		const nodes: QueryNode[] = [];
		/** Whether the next part is joined to the one before by `OR`. */
		let joins = false;
		for (let rest = text.trimStart(); rest !== ""; ) {
			const operator = /^\S+/u.exec(rest)?.[0] ?? "";
			const after = rest.slice(operator.length).trimStart();
			if (either.test(operator) && nodes.length > 0 && after !== "" && !joins) {
				joins = true;
				rest = after;
				continue;
			}
			const [node, length] = this.part(rest, excluded, depth);
			rest = rest.slice(length).trimStart();
			if (!node) continue;
			const before = joins ? nodes.pop() : undefined;
			joins = false;
			nodes.push(before ? anyOf(before, node) : node);
		}
		return nodes;
	}

	/** The first part of `text`, and its length. */
	private part(
		text: string,
		excluded: boolean,
		depth: number,
	): readonly [QueryNode | undefined, number] {
		if (/^-\S/u.test(text)) {
			const [node, length] = this.part(text.slice(1), !excluded, depth);
			return [node && { kind: "not", node }, length + 1];
		}
		for (const [pattern, field] of fields) {
			const name = pattern.exec(text)?.[0];
			if (name === undefined || name.length === text.length) continue;
			const [value, length, literal] = wordAt(text.slice(name.length));
			const whole = text.slice(0, name.length + length);
			if (field === "headline")
				return [
					this.term({ text: value, literal, excluded, headline: true }),
					whole.length,
				];
			const node = this.filter(field, value, whole);
			if (node) return [node, whole.length];
		}
		const group = depth > 0 ? groupAt(text) : undefined;
		if (group !== undefined) {
			const nodes = this.read(group, excluded, depth - 1);
			return [
				nodes.length === 1 ? nodes[0] : { kind: "all", nodes },
				group.length + 2,
			];
		}
		const [word, length, literal] = wordAt(text);
		if (!literal && unknownOperator.test(word))
			this.notes.push({ kind: "unknown", text: word });
		return [
			this.term({ text: word, literal, excluded, headline: false }),
			length,
		];
	}

	private term(given: Term): QueryNode | undefined {
		const text = firstTokens(given.text);
		const isEmpty = tokenise(text).every((token) => token === gap);
		if (isEmpty || !this.mayAdd()) return undefined;
		if (text !== given.text) this.shortened = true;
		const term = { ...given, text };
		return { kind: "term", term, index: this.terms.push(term) - 1 };
	}

	/** @param whole as typed, to be looked for as text where the value says nothing. */
	private filter(
		field: Filter["field"],
		text: string,
		whole: string,
	): QueryNode | undefined {
		const range = field === "date" ? readDayRange(text) : undefined;
		if (field === "date" && !range) {
			this.notes.push({ kind: "date", text: whole });
			return undefined;
		}
		if (!this.mayAdd()) return undefined;
		const filter: Filter =
			field === "date"
				? { field, text, ...(range as DayRange) }
				: { field, text };
		this.filters.push(filter);
		return { kind: "filter", filter };
	}

	private mayAdd(): boolean {
		if (this.parts === mostParts) {
			this.shortened = true;
			return false;
		}
		this.parts++;
		return true;
	}
}

/** `a OR b OR c` is one choice of three. */
function anyOf(before: QueryNode, node: QueryNode): QueryNode {
	const nodes = before.kind === "any" ? before.nodes : [before];
	return { kind: "any", nodes: [...nodes, node] };
}

/** What stands in the brackets that `text` begins with, if they hold several words and nothing hangs on them. */
function groupAt(text: string): string | undefined {
	if (!text.startsWith("(")) return undefined;
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "(") open++;
		else if (text[at] === ")" && --open === 0) {
			const inside = text.slice(1, at);
			const isGroup = endsAt(text, at + 1) && /\S\s+\S/u.test(inside);
			return isGroup ? inside : undefined;
		}
	}
	return undefined;
}

/** The first term of `text`, its length with quotes and spaces inside them, and whether it is literal. */
function wordAt(text: string): readonly [string, number, boolean] {
	const closing = quotes[text.charAt(0)];
	const end = closing === undefined ? -1 : text.indexOf(closing, 1);
	const inside = text.slice(1, Math.max(end, 1)).trim();
	// Within a term quotation marks are signs like any other.
	if (end > 0 && endsAt(text, end + 1) && inside !== "")
		return [inside, end + 1, true];
	const word = /^\S+/u.exec(text)?.[0] ?? "";
	return [word, word.length, false];
}

function endsAt(text: string, at: number): boolean {
	return at >= text.length || /\s/u.test(text.charAt(at));
}

/** The query as a reader may have typed it with just these terms. */
export function writeQuery(terms: readonly Term[]): string {
	return terms
		.map((term) => (term.excluded ? "-" : "") + writeTerm(term))
		.join(" ");
}

function writeTerm({ text, literal, headline }: Term): string {
	return `${headline ? "标题:" : ""}${literal ? `"${text}"` : text}`;
}

const fieldNames = { source: "来源", person: "人物", date: "日期" } as const;

/** A part of a query as it may be typed. */
export function writeNode(node: QueryNode): string {
	switch (node.kind) {
		case "term":
			return writeTerm(node.term);
		case "filter": {
			const { field, text } = node.filter;
			return `${fieldNames[field]}:${/\s/u.test(text) ? `"${text}"` : text}`;
		}
		case "not":
			return `-${writeNode(node.node)}`;
		case "any":
			return node.nodes.map(writeNode).join(" OR ");
		case "all":
			return `(${node.nodes.map(writeNode).join(" ")})`;
	}
}

/** The query without one of its parts, as it may be typed. */
export function writeWithout(query: Query, part: QueryNode): string {
	const rest = without(query.root, part);
	return rest?.kind === "all" ? rest.nodes.map(writeNode).join(" ") : "";
}

function without(node: QueryNode, part: QueryNode): QueryNode | undefined {
	if (node === part) return undefined;
	if (node.kind === "not") {
		const inner = without(node.node, part);
		return inner && { ...node, node: inner };
	}
	if (node.kind !== "all" && node.kind !== "any") return node;
	const nodes = node.nodes
		.map((inner) => without(inner, part))
		.filter((inner) => inner !== undefined);
	return nodes.length === 0 ? undefined : { ...node, nodes };
}

/** As much of `text` as holds {@link mostTokens} tokens, of {@link longestToken} at most. */
function firstTokens(text: string): string {
	const beginning = text.slice(0, mostTokens * longestToken);
	const end = placeTokens(beginning)[mostTokens]?.start ?? beginning.length;
	return text.slice(0, end);
}
