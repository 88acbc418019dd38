import { articlePlace } from "../../../src/domain/article-place.ts";
import { type ArticleText, isArticleText } from "./text.ts";

/** After so long without an answer there is no such page. */
const patienceMs = 15_000;

/**
 * The text of an article, which its own page sends from a hidden frame: on `file:` no script may read another page.
 *
 * @returns `undefined` when there is no such article here.
 */
export function askText(
	id: string,
	patience = patienceMs,
): Promise<ArticleText | undefined> {
	return new Promise((resolve) => {
		const frame = document.createElement("iframe");
		frame.hidden = true;
		frame.title = id;
		const end = (text?: ArticleText) => {
			removeEventListener("message", hear);
			clearTimeout(late);
			frame.remove();
			resolve(text);
		};
		const hear = (event: MessageEvent) => {
			if (event.source === frame.contentWindow && isArticleText(event.data))
				end(event.data);
		};
		const late = setTimeout(end, patience);
		addEventListener("message", hear);
		frame.addEventListener("load", () =>
			frame.contentWindow?.postMessage("biannian: tell your text", "*"),
		);
		frame.src = new URL(`${articlePlace(id)}.html`, document.baseURI).href;
		document.body.append(frame);
	});
}
