/** What a `_*.yml` file says, checked by its schema: the value, or its mistakes with their lines. */
import * as z from "zod";
import { nearest } from "../base/nearest.ts";
import type { Mistake } from "./mistake.ts";
import { readYaml, type YamlFile } from "./yaml.ts";

/** A file as its schema understands it, and where everything stands in it. */
export interface Checked<Value> {
	readonly value: Value;
	/** A mistake about the value at `path`. */
	mistake(path: readonly PropertyKey[], reason: string): Mistake;
}

/**
 * @param file name relative to the seeds folder.
 * @param nothing what an empty file stands for.
 */
export function checkFile<Schema extends z.ZodType>(
	text: string,
	file: string,
	schema: Schema,
	nothing: unknown,
): Checked<z.output<Schema>> | readonly Mistake[] {
	const yaml = readYaml(text, file);
	if (!("value" in yaml)) return yaml;
	const checked = schema.safeParse(yaml.value ?? nothing, {
		reportInput: true,
	});
	if (checked.success)
		return {
			value: checked.data,
			mistake: (path, reason) => ({ file, line: yaml.lineOf(path), reason }),
		};
	return checked.error.issues
		.flatMap(insideUnions)
		.flatMap((issue) =>
			mistakesOf(issue, yaml, schema).map((mistake) => ({ file, ...mistake })),
		);
}

type Issue = z.core.$ZodIssue;

/** Of values that may be written in several ways: what is wrong with the one that was chosen. */
function insideUnions(issue: Issue): Issue[] {
	if (issue.code !== "invalid_union") return [issue];
	const isOtherKind = ({ code, path }: Issue) =>
		path.length === 0 && (code === "invalid_type" || code === "invalid_union");
	const chosen = issue.errors
		.map((issues) => issues.flatMap(insideUnions))
		.find((issues) => !issues.some(isOtherKind));
	return chosen
		? chosen.map((inner) => ({
				...inner,
				path: [...issue.path, ...inner.path],
			}))
		: [issue];
}

function mistakesOf(
	issue: Issue,
	yaml: YamlFile,
	schema: z.ZodType,
): Omit<Mistake, "file">[] {
	const { path } = issue;
	if (issue.code === "unrecognized_keys")
		return issue.keys.map((key) => ({
			line: yaml.lineOfKey(path, key),
			reason: `There is no “${key}” here${suggestion(key, keysAt(schema, path))}`,
		}));
	const name = path.findLast((part) => typeof part === "string");
	const about = name === undefined ? "This" : `“${name}”`;
	return [{ line: yaml.lineOf(path), reason: `${about} ${demand(issue)}` }];
}

/** What the value must be, as the end of a sentence. */
function demand(issue: Issue): string {
	switch (issue.code) {
		case "invalid_type":
			return issue.input === undefined
				? "is missing."
				: `must be ${kinds[issue.expected] ?? issue.expected}.`;
		case "invalid_value":
			return `must be one of: ${issue.values.map(String).join(", ")}${suggestion(String(issue.input), issue.values.map(String))}`;
		case "too_small":
			return issue.origin === "array"
				? `must have at least ${issue.minimum}.`
				: "must not be empty.";
		case "too_big":
			return issue.origin === "array"
				? `must have at most ${issue.maximum}.`
				: `must have at most ${issue.maximum} characters.`;
		case "invalid_union":
			return wanted(issue.errors);
		default:
			return issue.message;
	}
}

/** Of a value that may be written in several ways, and is in none of them. */
function wanted(errors: readonly (readonly Issue[])[]): string {
	const names = errors.flat().flatMap((issue) => {
		if (issue.code === "invalid_union") return issue.errors.flat();
		return [issue];
	});
	const expected = new Set(
		names.flatMap((issue) =>
			issue.code === "invalid_type"
				? [kinds[issue.expected] ?? issue.expected]
				: [],
		),
	);
	return `must be ${[...expected].join(", or ")}.`;
}

const kinds: Readonly<Record<string, string>> = {
	string: "a text",
	array: "a list (lines that begin with “- ”)",
	object: "a mapping (lines of “key: value”)",
	record: "a mapping (lines of “key: value”)",
	tuple: "a list of two",
};

/** The end of a sentence: `; did you mean “title”?` where one of `known` is close to `word`, else `otherwise`. */
export function suggestion(
	word: string,
	known: readonly string[],
	otherwise = ".",
): string {
	const near = nearest(word, known);
	return near === undefined ? otherwise : `; did you mean “${near}”?`;
}

/** The keys that the schema knows at `path`; all of a union's members. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let level: z.core.$ZodType[] = [schema];
	for (const part of path)
		level = level.flatMap(alternatives).flatMap((type) => inside(type, part));
	return level.flatMap(alternatives).flatMap((type) => {
		if (type instanceof z.ZodObject) return Object.keys(type.shape);
		// A mapping whose keys are words of a list.
		return type instanceof z.ZodRecord && type.keyType instanceof z.ZodEnum
			? type.keyType.options.map(String)
			: [];
	});
}

/** What stands behind the wrappers of a type. */
function alternatives(type: z.core.$ZodType): z.core.$ZodType[] {
	if (type instanceof z.ZodUnion) return type.options.flatMap(alternatives);
	if (type instanceof z.ZodOptional || type instanceof z.ZodDefault)
		return alternatives(type.unwrap());
	if (type instanceof z.ZodPipe) return alternatives(type.in);
	return [type];
}

function inside(type: z.core.$ZodType, part: PropertyKey): z.core.$ZodType[] {
	if (type instanceof z.ZodArray) return [type.element];
	if (type instanceof z.ZodRecord) return [type.valueType];
	if (type instanceof z.ZodTuple) {
		const item = type.def.items[Number(part)];
		return item ? [item] : [];
	}
	if (!(type instanceof z.ZodObject)) return [];
	const own: unknown = type.shape[String(part)];
	return own instanceof z.ZodType ? [own] : [];
}
