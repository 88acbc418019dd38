/** Front matter; the only module that knows TOML. */
import { parse as parseToml, TomlDate } from "smol-toml";
import { byKnownNames } from "./field-names.ts";
import type { Fields } from "./fields.ts";
import type { Found } from "./found.ts";
import {
	type Mended,
	readLines,
	readYaml,
	type Value,
	wellFormed,
} from "./front-matter-yaml.ts";

/** What stands between the two `---` lines. Scalars are text, exactly as written. */
export interface FrontMatter extends Fields {
	/** Everything after the closing fence. */
	readonly rest: Found;
	/** Rule ids of what had to be mended, with the words of the complaint. */
	readonly mended: readonly { ruleId: string; line: number; reason: string }[];
}

/** A fence that names a language, as in `---js`: gray-matter would run it. We do not. */
export class FrontMatterLanguage extends Error {
	readonly language: string;
	constructor(language: string) {
		super(`The front matter is in ${language}; only YAML is read.`);
		this.language = language;
	}
}

/**
 * Read the front matter at the beginning of `text`: YAML between `---`, or above one (Hexo); TOML between `+++` (Hugo), or a
 * JSON object (Hugo).
 *
 * @returns `undefined` when there is none.
 * @throws {FrontMatterLanguage} when the fence asks for another language than YAML. gray-matter
 *   evaluates `---js`, `---javascript` and `--- js` whatever options it is given, so the fence is
 *   looked at here, before gray-matter sees anything.
 */
export function frontMatter(text: string): FrontMatter | undefined {
	const other =
		tomlFrontMatter(text) ?? jsonFrontMatter(text) ?? openFrontMatter(text);
	if (other) return other;
	const fence = /^---(?!-)([^\n]*)(?:\n|$)/.exec(text);
	if (!fence) return undefined;
	const language = (fence[1] ?? "").trim();
	if (language !== "" && !/^ya?ml$/i.test(language))
		throw new FrontMatterLanguage(language.slice(0, 40));
	const start = fence[0].length;
	const close = closingFence(text, start);
	const head = text.slice(start, close.from);
	const rest = {
		text: text.slice(close.to),
		line: lineCount(text, close.to),
	};
	const mended = close.missing
		? [
				{
					ruleId: "parse/front-matter-unclosed",
					line: 1,
					reason: "The front matter has no closing fence.",
				},
			]
		: [];
	return frontMatterOf(readYaml(head, mended), rest, mended);
}

export function frontMatterOf(
	stated: ReadonlyMap<string, Value>,
	rest: Found,
	mended: Mended,
): FrontMatter {
	const known = byKnownNames(stated, ({ text }) => text);
	const values = new Map<string, Value>([...stated, ...known]);
	return {
		field(name) {
			const value = values.get(name);
			if (typeof value?.text !== "string") return undefined;
			return { text: value.text, line: value.line };
		},
		list(name) {
			const value = values.get(name);
			if (!value) return [];
			return typeof value.text === "string" ? [value.text] : value.text;
		},
		rest,
		mended,
	};
}

/** `+++ … +++`; dates keep the offset that they are written with. */
function tomlFrontMatter(text: string): FrontMatter | undefined {
	const found = /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/.exec(
		text,
	);
	if (!found) return undefined;
	const head = found[1] ?? "";
	const mended: Mended = [];
	let values: ReadonlyMap<string, Value>;
	try {
		values = flattened(parseToml(head), head, 2);
	} catch (cause) {
		mended.push({
			ruleId: "parse/front-matter-toml",
			line: 2,
			reason: `Not valid TOML (${(cause as Error).message.split("\n", 1)[0]}); read line by line.`,
		});
		values = readLines(
			head.replace(/^(\s*[\w-]+)\s*=\s*/gm, "$1: ").split("\n"),
		);
	}
	return frontMatterOf(values, restAfter(text, found[0].length), mended);
}

/** A JSON object on lines of its own, and a text behind it. */
export function jsonFrontMatter(text: string): FrontMatter | undefined {
	if (!/^\s*\{\s*(?:"|\n)/.test(text.slice(0, 200))) return undefined;
	const closing = /^\}[ \t]*(?:\n|$)/gm;
	for (let tries = 0; tries < 20; tries++) {
		const found = closing.exec(text);
		if (!found) return undefined;
		const end = found.index + found[0].length;
		if (text.slice(end).trim() === "") return undefined;
		try {
			const head = text.slice(0, end);
			const members: unknown = JSON.parse(head);
			if (typeof members !== "object" || members === null) return undefined;
			return frontMatterOf(
				flattened(members, head, 1),
				restAfter(text, end),
				[],
			);
		} catch {
			// A brace of something inside; the next one may close it.
		}
	}
	return undefined;
}

/** What Hexo's own templates write: YAML that begins with the file, and one `---` below it. */
function openFrontMatter(text: string): FrontMatter | undefined {
	const found =
		/^((?:[A-Za-z][\w-]*:(?:[ \t][^\n]*)?\n|[ \t]+[^\s][^\n]*\n|-[ \t][^\n]*\n)+)-{3,}[ \t]*(?:\n|$)/.exec(
			text,
		);
	const head = found?.[1];
	if (!found || head === undefined || !/^(?:title|date):/m.test(head))
		return undefined;
	const mended: Mended = [];
	// The others begin below a fence.
	const values = new Map(
		[...readYaml(head, mended)].map(([name, { text: own, line }]) => [
			name,
			{ text: own, line: line - 1 },
		]),
	);
	return frontMatterOf(values, restAfter(text, found[0].length), mended);
}

function restAfter(text: string, end: number): Found {
	return { text: text.slice(end), line: lineCount(text, end) };
}

/** Values by name; of tables (`[params]`, `taxonomies`) those whose name the top does not have. */
function flattened(
	members: object,
	head: string,
	firstLine: number,
): ReadonlyMap<string, Value> {
	const lines = head.split("\n");
	const values = new Map<string, Value>();
	const inner: object[] = [];
	const add = (name: string, value: unknown) => {
		const text = plainValue(value);
		if (text === undefined || values.has(name)) return;
		const at = lines.findIndex((line) =>
			new RegExp(`^\\s*"?${name.replaceAll(/[^\w-]/g, ".")}"?\\s*[:=]`).test(
				line,
			),
		);
		values.set(name, { text, line: Math.max(0, at) + firstLine });
	};
	for (const [name, value] of Object.entries(members))
		if (isTable(value)) inner.push(value);
		else add(name, value);
	for (const table of inner)
		for (const [name, value] of Object.entries(table)) add(name, value);
	return values;
}

function isTable(value: unknown): value is object {
	return (
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		!(value instanceof TomlDate)
	);
}

function plainValue(value: unknown): string | readonly string[] | undefined {
	if (value instanceof TomlDate) return value.toISOString();
	if (typeof value === "string") return wellFormed(value);
	if (typeof value === "number" || typeof value === "bigint") return `${value}`;
	if (!Array.isArray(value)) return undefined;
	return value.filter((item) => typeof item === "string").map(wellFormed);
}

function closingFence(
	text: string,
	start: number,
): { from: number; to: number; missing: boolean } {
	const closing = /^---[ \t]*$/gm;
	closing.lastIndex = start;
	const found = closing.exec(text);
	if (found)
		return {
			from: found.index,
			to: Math.min(found.index + found[0].length + 1, text.length),
			missing: false,
		};
	// Without a closing fence the front matter lasts as long as its lines look like it.
	const lines =
		/(?:[A-Za-z_][\w-]*[ \t]*:[^\n]*|[ \t]+[^\n]*|-[ \t][^\n]*)\n?/y;
	let end = start;
	lines.lastIndex = start;
	while (lines.test(text)) end = lines.lastIndex;
	return { from: end, to: end, missing: true };
}

export function lineCount(text: string, end: number): number {
	return text.slice(0, end).split("\n").length;
}
