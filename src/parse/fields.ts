import type { Found } from "./found.ts";

/** What a file or a record says under names: front matter, the columns of a table, the members of an object. */
export interface Fields {
	field(name: string): Found | undefined;
	/** The members of a list, or a scalar as a list of one. */
	list(name: string): readonly string[];
}

/**
 * Fields from names and values; of a name that comes twice the first value counts.
 *
 * @param line 1-based, where they stand in the decoded file.
 */
export function fieldsFrom(
	entries: Iterable<readonly [string, string | readonly string[]]>,
	line = 1,
): Fields {
	const values = new Map<string, string | readonly string[]>();
	for (const [name, value] of entries)
		if (!values.has(name)) values.set(name, value);
	return {
		field(name) {
			const value = values.get(name);
			return typeof value === "string" ? { text: value, line } : undefined;
		},
		list(name) {
			const value = values.get(name);
			if (value === undefined) return [];
			return typeof value === "string" ? [value] : value;
		},
	};
}
