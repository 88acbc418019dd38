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
 * text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(value: string): string {
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
