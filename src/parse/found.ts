/** A text as it stood in a seed file, and its 1-based line in the decoded file. */
export interface Found {
	readonly text: string;
	readonly line: number;
}

/** How many line feeds `text` has before `end`. */
export function linesBefore(text: string, end: number): number {
	let lines = 0;
	for (
		let at = text.indexOf("\n");
		at !== -1 && at < end;
		at = text.indexOf("\n", at + 1)
	)
		lines++;
	return lines;
}
