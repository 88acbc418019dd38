/** YAML as owners write it: scalars stay text, and every value knows its line. The only module that knows the package `yaml`. */
import {
	type Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	LineCounter,
	type Node,
	type Pair,
	parseAllDocuments,
	type Range,
	visit,
	type YAMLParseError,
} from "yaml";
import type { Mistake } from "./mistake.ts";

/** A file that was read; what stands in it is checked elsewhere. */
export interface YamlFile {
	/** Texts, lists and mappings; `undefined` for a file that says nothing. */
	readonly value: unknown;
	/** 1-based line of the value at `path`, or of what comes nearest to it. */
	lineOf(path: readonly PropertyKey[]): number;
	/** 1-based line of the key that leads to the value at `path`. */
	lineOfKey(path: readonly PropertyKey[], key: string): number;
}

/** Levels of mappings and lists inside each other. */
const maxDepth = 20;

/**
 * @returns the mistakes instead, where the text is no YAML that we read: tabs, duplicate keys, anchors and aliases (an alias
 * may stand for a gigabyte), tags, several documents, more levels than {@link maxDepth}.
 */
export function readYaml(
	text: string,
	file: string,
): YamlFile | readonly Mistake[] {
	const lines = new LineCounter();
	const lineAt = (offset: number) => lines.linePos(offset).line;
	const parsed = parse(text, lines);
	if (parsed === tooDeep)
		return [{ file, line: 1, reason: `More than ${maxDepth} levels deep.` }];
	const [document, second] = parsed;
	if (!document || !("contents" in document)) return empty;
	const slips = firstOfEach(document.errors).map(({ pos, code, message }) => ({
		offset: pos[0],
		reason: inPlainWords(code, message),
	}));
	// The tree behind an error of grammar is a guess: it is not looked at.
	const faults = slips.length > 0 ? slips : refusedIn(document, second);
	if (faults.length > 0)
		return faults.map(({ offset = 0, reason }) => ({
			file,
			line: lineAt(offset),
			reason,
		}));
	return fileOf(document, lineAt);
}

interface Fault {
	/** In the text, in UTF-16 code units. */
	readonly offset: number | undefined;
	readonly reason: string;
}

/** What is YAML, but is not read: the first of each tree, and a second document. */
function refusedIn(
	document: Document,
	second: Document | undefined,
): readonly Fault[] {
	const faults: Fault[] = [];
	const refuse = (offset: number | undefined, reason: string) => {
		faults.push({ offset, reason });
		return visit.BREAK;
	};
	if (second)
		refuse(
			second.range?.[0],
			"A second document begins here (“---”); write everything into one.",
		);
	visit(document, {
		Alias: (_, { range }) =>
			refuse(
				range?.[0],
				"References (“*name”) are not read; write the value out.",
			),
		Node(_, node, path) {
			const { range, tag } = node as { range?: Range | null; tag?: string };
			if (!isAlias(node) && "anchor" in node && node.anchor)
				return refuse(
					range?.[0],
					"Anchors (“&name”) are not read; take it away.",
				);
			if (tag !== undefined && !plainTags.test(tag))
				return refuse(
					range?.[0],
					`Tags (“${tag.replace("tag:yaml.org,2002:", "!!")}”) are not read; take it away.`,
				);
			if (isCollection(node) && path.length > maxDepth * 2)
				return refuse(range?.[0], `More than ${maxDepth} levels deep.`);
			return undefined;
		},
	});
	return faults;
}

function fileOf(
	document: Document,
	lineAt: (offset: number) => number,
): YamlFile {
	const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
		const found = document.getIn(path, true);
		return isNode(found) ? found : undefined;
	};
	const lineOf = (path: readonly PropertyKey[]): number => {
		for (let length = path.length; length > 0; length--) {
			const node = nodeAt(path.slice(0, length));
			if (node?.range) return lineAt(node.range[0]);
		}
		return 1;
	};
	return {
		value: plainValue(document.contents),
		lineOf,
		lineOfKey(path, key) {
			const map = path.length === 0 ? document.contents : nodeAt(path);
			const pair = isMap(map)
				? map.items.find((item) => keyOf(item) === key)
				: undefined;
			return isNode(pair?.key) && pair.key.range
				? lineAt(pair.key.range[0])
				: lineOf(path);
		},
	};
}

/** What every text, list and mapping is, said or unsaid. */
const plainTags = /^tag:yaml\.org,2002:(?:str|seq|map)$/;

const tooDeep = Symbol();

function parse(text: string, lineCounter: LineCounter) {
	try {
		return parseAllDocuments(text, {
			schema: "failsafe",
			lineCounter,
			prettyErrors: false,
		});
	} catch (cause) {
		// The parser calls itself for every level.
		if (cause instanceof RangeError) return tooDeep;
		throw cause;
	}
}

/** Every key that stands twice, but of the rest the first only: what follows a slip in the grammar is noise. */
function firstOfEach(errors: readonly YAMLParseError[]): YAMLParseError[] {
	const isDouble = ({ code }: YAMLParseError) => code === "DUPLICATE_KEY";
	const [slip] = errors.filter((error) => !isDouble(error));
	return slip ? [slip] : errors.filter(isDouble);
}

const empty: YamlFile = {
	value: undefined,
	lineOf: () => 1,
	lineOfKey: () => 1,
};

/** An empty value is `undefined`: `title:` with nothing behind it says nothing. */
function plainValue(node: unknown): unknown {
	if (isMap(node))
		return Object.fromEntries(
			node.items.flatMap((item) => {
				const value = plainValue(item.value);
				return value === undefined ? [] : [[keyOf(item), value]];
			}),
		);
	if (isCollection(node))
		return node.items.map((item) =>
			isPair(item) ? plainValue(item.value) : plainValue(item),
		);
	if (!isScalar(node)) return undefined;
	const text = wellFormed(String(node.value ?? ""));
	return text === "" && node.type === "PLAIN" ? undefined : text;
}

/** An escape such as `"\\ud83d"` can leave half a character. */
function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

function keyOf({ key }: Pair): string {
	return isScalar(key) ? String(key.value) : String(key);
}

/** The package's own words, where they do not tell an owner what to do. */
function inPlainWords(code: string, message: string): string {
	switch (code) {
		case "DUPLICATE_KEY":
			return "This key stands twice; keep one of them.";
		case "TAB_AS_INDENT":
			return "A tab stands at the beginning; YAML wants spaces.";
		default:
			return `This is no YAML: ${message.split("\n")[0]}`;
	}
}
