/** What programs that save pages write into them. */

/** What browsers, SingleFile and HTTrack write into the pages that they save. */
export function saverMarks(html: string): {
	readonly url?: string;
	readonly captured?: string;
} {
	const head = html.slice(0, 20_000);
	const browser = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(head);
	if (browser?.[1]) return { url: browser[1] };
	const single =
		/Page saved with SingleFile[\s\S]{0,80}?\burl:\s*(\S+)(?:[\s\S]{0,80}?saved date:\s*([^\n]+))?/.exec(
			head,
		);
	if (single?.[1])
		return {
			url: single[1],
			...(single[2] === undefined ? {} : { captured: single[2].trim() }),
		};
	const replayed = /__wm\.wombat\(\s*"(https?:[^"\s]+)"/.exec(head);
	if (replayed?.[1]) return { url: replayed[1] };
	const mirrored =
		/<!--\s*Mirrored from (\S+) by HTTrack[^>]*?(\w{3}, \d{2} \w{3} \d{4} [\d:]+ GMT)?\s*-->/.exec(
			head,
		);
	if (mirrored?.[1])
		return {
			url: `http://${mirrored[1].replace(/^https?:\/\//, "")}`,
			...(mirrored[2] === undefined ? {} : { captured: mirrored[2] }),
		};
	return {};
}
