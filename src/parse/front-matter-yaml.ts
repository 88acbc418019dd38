/** The YAML of front matter; the only module that knows gray-matter and YAML. */

import matter from "gray-matter";
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { isMapping } from "../base/is-mapping.ts";

/** What stands under a name, and on which line of the file. */
export interface Value {
	readonly text: string | readonly string[];
	readonly line: number;
}

/** What had to be mended, with the words of the complaint. */
export type Mended = { ruleId: string; line: number; reason: string }[];

/** An alias or anchor where a value begins: refused, because an alias can stand for a gigabyte. */
const alias = /^(?:[\w-]+[ \t]*:|[ \t]*-)[ \t]*(?:\[[^\n]*[ \t,[])?[&*][^\s]/m;

export function readYaml(head: string, mended: Mended): Map<string, Value> {
	const lines = head.split("\n");
	const found = new Map<string, number>();
	for (const [at, line] of lines.entries()) {
		const name = /^ {0,4}\S.*?(?=:(?:\s|$))/.exec(line)?.[0].trim() ?? "";
		if (!found.has(name)) found.set(name, at);
	}
	const lineOf = (name: string) => (found.get(name) ?? -1) + 2;
	if (head.trim() === "") return new Map();
	if (alias.test(head)) {
		mended.push({
			ruleId: "parse/front-matter-alias",
			line: 1,
			reason:
				"YAML anchors and aliases are refused; the lines were read as plain text.",
		});
		return readLines(lines);
	}
	try {
		const members = Object.entries(yaml(head));
		// What a theme adds stands in a mapping of its own; what stands above it counts first.
		const added = members.flatMap(([name, value]) =>
			isMapping(value) && /^(?:extra|params|meta|metadata)$/.test(name)
				? Object.entries(value)
				: [],
		);
		return new Map(
			[...added, ...members].flatMap(([name, value]): [string, Value][] => {
				const text = asText(value);
				return text === undefined ? [] : [[name, { text, line: lineOf(name) }]];
			}),
		);
	} catch (cause) {
		const at = cause instanceof YAMLException ? cause.mark?.line : undefined;
		mended.push({
			ruleId: "parse/front-matter-yaml",
			line: (at ?? 0) + 2,
			reason: `Not valid YAML (${cause instanceof YAMLException ? cause.reason : "unreadable"}); read line by line.`,
		});
		return readLines(lines);
	}
}

/** Every scalar stays text: plain YAML turns a time without offset into UTC without saying so. */
function yaml(head: string): object {
	// A line that gray-matter takes for the closing fence would hide the rest from it.
	if (head.includes("\n---"))
		throw new Error("a fence inside the front matter");
	const parse = (text: string): object => {
		const value = load(text, { schema: FAILSAFE_SCHEMA });
		if (typeof value !== "object" || value === null || Array.isArray(value))
			throw new Error("no mapping");
		return value;
	};
	// Passing options also keeps gray-matter from caching, and so from forgetting, a failed parse.
	return matter(`---\n${head}\n---\n`, {
		language: "yaml",
		engines: { yaml: parse },
	}).data;
}

/** Text, a flat list of texts, or the name of somebody who is told in a mapping; anything deeper says nothing that we read. */
function asText(value: unknown): string | readonly string[] | undefined {
	if (typeof value === "string") return wellFormed(value);
	if (value === null) return "";
	if (isMapping(value)) return nameIn(value);
	if (!Array.isArray(value)) return undefined;
	// `[[Name]]`, a link of Obsidian without quotation marks, is a list in a list.
	return value
		.flat(3)
		.map((item) => (isMapping(item) ? nameIn(item) : item))
		.filter((item) => typeof item === "string")
		.map(wellFormed);
}

function nameIn({ name }: Readonly<Record<string, unknown>>) {
	return typeof name === "string" ? wellFormed(name) : undefined;
}

/** A YAML escape such as `"\ud83d"` can leave half a character. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** What a person makes of lines that YAML rejects: `name: everything after the first colon`. */
export function readLines(lines: readonly string[]): Map<string, Value> {
	const values = new Map<string, Value>();
	let open: { name: string; line: number; items: string[] } | undefined;
	lines.forEach((line, index) => {
		const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
		const pair = /^[ \t]*([A-Za-z_][\w-]*)[ \t]*:(.*)$/.exec(line);
		if (open && item) {
			open.items.push(unquote(item[1] ?? ""));
			values.set(open.name, { text: open.items, line: open.line });
		} else if (pair) {
			const name = pair[1] ?? "";
			const rest = (pair[2] ?? "").trim();
			open = rest === "" ? { name, line: index + 2, items: [] } : undefined;
			// Of duplicate keys the first counts, as it does for Jekyll's readers.
			if (rest !== "" && !values.has(name))
				values.set(name, { text: scalarOrList(rest), line: index + 2 });
		}
	});
	return values;
}

function scalarOrList(text: string): string | readonly string[] {
	const flow = /^\[(.*)\]$/.exec(text);
	if (!flow || /^\[[^\]]*\]./.test(text)) return unquote(text);
	return (flow[1] ?? "")
		.split(",")
		.map(unquote)
		.filter((item) => item !== "");
}

function unquote(text: string): string {
	const trimmed = text.trim();
	const quoted = /^(["'])(.*)\1$/.exec(trimmed);
	if (!quoted) return trimmed;
	const inner = quoted[2] ?? "";
	return quoted[1] === '"'
		? inner.replace(/\\(["\\/])/g, "$1")
		: inner.replaceAll("''", "'");
}
