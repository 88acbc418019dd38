/** A long Markdown text in pieces, for a parser whose cost grows faster than what it reads at once. */

/** A part of the text. All of them together are the whole of it, and no text stands in two. */
export interface Piece {
	readonly text: string;
	/** Whether it is what only its own end closes, a comment or an element: Markdown has nothing to say about it. */
	readonly isHtml: boolean;
}

export interface Pieces {
	readonly pieces: readonly Piece[];
	/** Whether a paragraph or a block of code had to be torn apart. */
	readonly isTorn: boolean;
}

/**
 * How many lines and signs of Markdown are read at once. Above `enough` the next block after a blank line begins a new piece, above
 * `many` the next item or quotation that is not indented, above `mostSigns` any line, or a place within it. Few articles have two pieces.
 */
const enough = 300;
const many = 600;
export const mostSigns = 1_000;

/** Cut where there is enough: between blocks, each of which means the same alone, if there are any. */
export function markdownPieces(text: string): Pieces {
	const lines = text.split("\n");
	if (lines.reduce((sum, line) => sum + weightOf(line), 0) <= enough)
		return { pieces: [{ text, isHtml: false }], isTorn: false };
	const cutter = new Cutter();
	for (const line of lines) cutter.read(line);
	return cutter.done();
}

const signs = new Set(Array.from("*_~`[]|", (sign) => sign.charCodeAt(0)));

/** Marks of the quotations and lists that a line stands in. */
export const levels = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** A line costs something, and so does each sign that can begin or end something within it, and each of its levels. */
function weightOf(line: string): number {
	let weight = 1 + (levels.exec(line)?.[0].length ?? 0);
	for (let at = 0; at < line.length; at++)
		if (signs.has(line.charCodeAt(at))) weight++;
	return weight;
}

const blank = /^[ \t]*$/;
const beginsItem = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)|\[\^)/;
const fenceOf = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

/** What only its own end closes, by CommonMark's list (4.6, kinds 1 to 5). */
const lastingHtml: readonly (readonly [start: RegExp, end: RegExp])[] = [
	[
		/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
		/<\/(?:script|pre|style|textarea)>/i,
	],
	[/^<!--/, /-->/],
	[/^<\?/, /\?>/],
	[/^<!\[CDATA\[/, /\]\]>/],
	[/^<![a-z]/i, />/i],
];

/** What an empty line closes (kind 6); what stands in it is HTML as well. */
const blockHtml =
	/^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \t]|\/?>|$)/i;

class Cutter {
	readonly #pieces: Piece[] = [];
	#isTorn = false;
	#lines: string[] = [];
	#weight = 0;
	#before = "";
	/** Whether no item or quotation began since the last blank line: then what looks like a table is one. */
	#isPlain = true;
	#isTable = false;
	#isHtml = false;
	#fence: string | undefined;
	#htmlEnd: RegExp | undefined;

	read(line: string): void {
		if (this.#htmlEnd) this.#readHtml(line, this.#htmlEnd);
		else if (this.#fence !== undefined) this.#readCode(line, this.#fence);
		else this.#readText(line);
		this.#before = line;
	}

	done(): Pieces {
		this.#cut();
		return { pieces: this.#pieces, isTorn: this.#isTorn };
	}

	#readHtml(line: string, end: RegExp): void {
		this.#lines.push(line);
		if (!end.test(line)) return;
		this.#cut();
		this.#htmlEnd = undefined;
	}

	#readCode(line: string, head: string): void {
		const fence = fenceOf.exec(head)?.[0] ?? "";
		if (this.#weight > mostSigns) {
			// What follows is code as well.
			this.#tear();
			this.#lines.push(head);
		}
		this.#push(line);
		if (line.startsWith(fence) && line.trim() === fenceOf.exec(line)?.[0])
			this.#fence = undefined;
	}

	#readText(line: string): void {
		const isBlank = blank.test(line);
		if (isBlank) {
			this.#isPlain = true;
			this.#isTable = this.#isHtml = false;
		}
		if (!isBlank && !this.#isHtml) this.#cutBefore(line);
		this.#isHtml ||= blockHtml.test(line);
		if (this.#isHtml) {
			this.#lines.push(line);
			return;
		}
		const html = lastingHtml.find(([start]) => start.test(line));
		if (html) {
			this.#cut();
			this.#htmlEnd = html[1];
			this.#readHtml(line, html[1]);
			return;
		}
		if (beginsItem.test(line) || /^[ \t]+\S/.test(line)) this.#isPlain = false;
		this.#isTable ||= this.#isPlain && isTableHead(this.#before, line);
		if (fenceOf.test(line)) {
			this.#cut();
			this.#fence = line;
		}
		const [first = "", ...others] = partsOf(line);
		this.#push(first);
		for (const part of others) {
			this.#tear();
			this.#push(part);
		}
	}

	#cutBefore(line: string): void {
		const isItem = beginsItem.test(line);
		if (
			!this.#isTable &&
			this.#weight + Math.min(weightOf(line), mostSigns) > mostSigns
		)
			this.#tear();
		else if (this.#weight > many && isItem) this.#cut();
		else if (
			this.#weight > enough &&
			blank.test(this.#before) &&
			/^\S/.test(line) &&
			!isItem
		)
			this.#cut();
	}

	/** Rows of a table are read one by one, whatever its length. */
	#push(line: string): void {
		this.#lines.push(line);
		if (!this.#isTable) this.#weight += weightOf(line);
	}

	#tear(): void {
		this.#isTorn ||= this.#lines.length > 0;
		this.#isTable = false;
		this.#cut();
	}

	#cut(): void {
		if (this.#fence !== undefined && this.#lines.length > 0)
			this.#lines.push(fenceOf.exec(this.#fence)?.[0] ?? "");
		if (this.#lines.length > 0)
			this.#pieces.push({
				text: this.#lines.join("\n"),
				isHtml: this.#htmlEnd !== undefined,
			});
		this.#lines = [];
		this.#weight = 0;
	}
}

const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether two lines are the head of a table and what stands below it, with as many cells. */
function isTableHead(head: string, line: string): boolean {
	return (
		line.includes("|") &&
		delimiters.test(line) &&
		!blank.test(head) &&
		cellsIn(head) === cellsIn(line)
	);
}

function cellsIn(row: string): number {
	const inner = row
		.trim()
		.replace(/^\|/, "")
		.replace(/(?<!\\)\|$/, "");
	return inner.replace(/\\\|/g, "").split("|").length;
}

const afterPause = /[\s\p{Script=Han}。，、；：！？”）》]/u;
const letter = /\p{L}/u;

/** A line with more signs than are read at once, cut before a letter, if there is one, so that no part begins a block. */
function partsOf(line: string): readonly string[] {
	if (weightOf(line) <= mostSigns) return [line];
	const parts: string[] = [];
	let start = 0;
	let sign = "";
	let weight = 0;
	for (let at = 0; at < line.length; at++) {
		const isFull = weight >= mostSigns;
		if (
			isFull ||
			(weight >= many &&
				letter.test(line[at] ?? "") &&
				(weight >= (many + mostSigns) / 2 ||
					afterPause.test(line[at - 1] ?? "")))
		) {
			parts.push(sign + line.slice(start, at));
			sign = isFull ? "\\" : "";
			[start, weight] = [at, 0];
		}
		if (signs.has(line.charCodeAt(at))) weight++;
	}
	return [...parts, sign + line.slice(start)];
}
