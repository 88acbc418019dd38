import { plainText } from "../../base/plain-text.ts";

/** CSV of RFC 4180 with a byte order mark, without which Excel misreads UTF-8. */
export function csv(rows: Iterable<readonly string[]>): string {
	let text = "\ufeff";
	for (const row of rows) text += csvRow(row);
	return text;
}

/** One row with its end. */
export function csvRow(row: readonly string[]): string {
	return `${row.map(cell).join(",")}\r\n`;
}

/**
 * A leading `=`, `+`, `-`, `@` would be run as a formula by spreadsheets; an apostrophe keeps it
 * text (https://owasp.org/www-community/attacks/CSV_Injection). Numbers, below zero too, stay numbers.
 */
function cell(value: string): string {
	const plain = plainText(value);
	const isFormula = /^[=+\-@\t]/.test(plain) && !/^-\d+(?:\.\d+)?$/.test(plain);
	const safe = isFormula ? `'${plain}` : plain;
	return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
