/**
 * The known word that may be meant: at most a third of its letters are mistyped.
 *
 * @returns `undefined` where none is near.
 */
export function nearest(
	word: string,
	known: readonly string[],
): string | undefined {
	const plain = (text: string) =>
		text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
	let best: { readonly name: string; readonly edits: number } | undefined;
	for (const name of known) {
		const edits = editsBetween(plain(word), plain(name));
		if (edits > Math.max(1, Math.floor(plain(name).length / 3))) continue;
		if (!best || edits < best.edits) best = { name, edits };
	}
	return best?.name;
}

/** Letters to put in, take out, replace, or exchange with their neighbour (optimal string alignment). */
function editsBetween(a: string, b: string): number {
	// A word this long is no name of anything here, and the table would be large.
	if (a.length > 100) return Number.POSITIVE_INFINITY;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let edits = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
			);
			const swapped =
				row > 1 &&
				column > 1 &&
				a[row - 1] === b[column - 2] &&
				a[row - 2] === b[column - 1];
			if (swapped) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
			current.push(edits);
		}
		beforeLast = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
