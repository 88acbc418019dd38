/** Stretches of Markdown outside of code, where signs are syntax. */

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Rewrite what is no code: neither fenced, nor indented by four columns below an empty line, nor between backticks.
 *
 * @param rewrite gets stretches of whole lines, with the code spans in them replaced by a sign that nobody writes, and gives
 *   them back rewritten.
 */
export function rewriteOutsideCode(
	text: string,
	rewrite: (prose: string) => string,
): string {
	const out: string[] = [];
	let prose: string[] = [];
	let open: string | undefined;
	let isBlank = true;
	const flush = () => {
		if (prose.length > 0) out.push(outsideSpans(prose.join("\n"), rewrite));
		prose = [];
	};
	for (const line of text.split("\n")) {
		const mark = fence.exec(line)?.[1];
		if (open !== undefined) {
			out.push(line);
			if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
		} else if (mark) {
			flush();
			out.push(line);
			open = mark;
		} else if (/^(?: {4}|\t)/.test(line) && isBlank && prose.every(isEmpty)) {
			flush();
			out.push(line);
			continue;
		} else prose.push(line);
		isBlank = isEmpty(line);
	}
	flush();
	return out.join("\n");
}

function isEmpty(line: string): boolean {
	return line.trim() === "";
}

/** A sign of the private use area stands for a code span; its number follows. */
const hole = /\uf8f0(\d+)\uf8f1/g;

function outsideSpans(
	prose: string,
	rewrite: (prose: string) => string,
): string {
	const spans: string[] = [];
	const marked = prose.replace(
		/(?<!`)(`{1,3})(?!`)[^\n]*?[^`\n]\1(?!`)/g,
		(span) => `\uf8f0${spans.push(span) - 1}\uf8f1`,
	);
	return rewrite(marked).replace(
		hole,
		(whole, number: string) => spans[Number(number)] ?? whole,
	);
}
