/** Tables of articles as text (CSV, TSV); the only module that knows csv-parse. */
import { type CsvError, parse } from "csv-parse/sync";
import { byKnownNames, knownName } from "./field-names.ts";
import { isArticleShape, itemOf, type Part } from "./item.ts";

/** The sign between columns, when the first line names the columns of a table of articles. */
export function tableDelimiter(text: string): string | undefined {
	const [first = ""] = text.slice(0, 10_000).split("\n", 1);
	return [",", "\t", ";", "|"].find((delimiter) => {
		const names = first
			.split(delimiter)
			.map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
		return names.length > 1 && isArticleShape(names);
	});
}

/** Whether the first line names columns for addresses and headlines, and none for texts, as exports of reading lists do. */
export function listsAddresses(text: string): boolean {
	const [first = ""] = text.slice(0, 10_000).split("\n", 1);
	const names = first.split(/[,\t;|]/).map(knownName);
	return (
		names.includes("from") &&
		names.includes("title") &&
		!names.includes("body") &&
		/^[^\n]*\n[^\n]*https?:\/\//.test(text)
	);
}

interface Row {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

/**
 * The articles of a table, a row each; a row with too few or too many fields is a fault of its own, and so is what stands behind
 * a quotation mark that nobody closes.
 */
export function* readTable(text: string, delimiter: string): Generator<Part> {
	const { rows, broken } = rowsOf(text, delimiter);
	const [head, ...others] = rows;
	const names = head?.record ?? [];
	let line = (head?.info.lines ?? 1) + 1;
	for (const [index, { record, info }] of others.entries()) {
		const name = `${index + 1}`;
		yield record.length === names.length
			? itemOf({ name, variant: "csv", line, values: valuesOf(names, record) })
			: {
					name,
					line,
					ruleId: "parse/table-row",
					reason: `Row ${name} of the table has ${record.length} fields, its head ${names.length}.`,
					actual: record.join(" | ").slice(0, 120),
				};
		line = info.lines + 1;
	}
	if (broken)
		yield {
			name: `${rows.length}`,
			line,
			ruleId: "parse/table-broken",
			reason: `The table cannot be read from row ${rows.length} on: ${broken.message.slice(0, 200)}`,
		};
}

function rowsOf(
	text: string,
	delimiter: string,
): { readonly rows: readonly Row[]; readonly broken?: CsvError } {
	const rows: Row[] = [];
	try {
		parse(text, {
			delimiter,
			bom: true,
			info: true,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			// Collected one by one: what was read before a fault is kept.
			on_record: (row) => {
				rows.push(row as unknown as Row);
				return null;
			},
		});
		return { rows };
	} catch (cause) {
		return { rows, broken: cause as CsvError };
	}
}

function valuesOf(
	names: readonly string[],
	record: readonly string[],
): Map<string, string | readonly string[]> {
	const said = record.flatMap((text, index): [string, string][] => {
		const bare = text.trim();
		return bare === "" ? [] : [[names[index] ?? "", bare]];
	});
	return byKnownNames(said, (text) => text);
}
