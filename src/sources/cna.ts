import type { Credit } from "../domain/article.ts";
import { hasClass } from "../parse/html.ts";
import type { Note, Passage, SourceAdapter } from "./adapter.ts";
import { splitNames } from "./adapter.ts";

/**
 * Central News Agency, Taiwan.
 *
 * The first paragraph opens with `（中央社記者某某台北2日電）`, the last one closes with
 * `（編輯：某某/某某）1120302`: the credit and the day in the calendar of the Republic (year 1 is
 * 1912). Related stories (`.moreArticle`, 延伸閱讀) can be longer than the story itself.
 */
export const cna: SourceAdapter = {
	source: {
		id: "cna",
		name: "中央通訊社",
		homepage: "https://www.cna.com.tw/",
		zone: "Asia/Taipei",
		language: "zh-Hant",
	},
	hosts: ["cna.com.tw"],
	names: ["CNA", "(臺)中央社CNA", "中央社", "中央通訊社"],
	boilerplate: (element) =>
		hasClass(element, "moreArticle") ? "sources/read-more" : undefined,
	note: (passage) =>
		(passage.before === 0 ? opening(passage) : undefined) ?? closing(passage),
};

/** Reporters in the opening brackets; the words stay where they are. */
function opening(passage: Passage): Note | undefined {
	const found =
		/^（中央社記者([^（）\d]{4,40})\d{1,2}日[專综綜合外]*(?:電|攝)/.exec(
			passage.text,
		);
	const end = closing(passage);
	if (!found) return undefined;
	const names = reporters(found[1] ?? "");
	return { ...end, ...(names.length > 0 ? { bylines: names } : {}) };
}

/** `吳書緯台北` → 吳書緯: names have three characters, a place follows. */
function reporters(text: string): readonly string[] {
	return splitNames(text).map((name) => name.slice(0, 3));
}

const roles: readonly (readonly [RegExp, Credit["role"]])[] = [
	[/譯者/, "translator"],
	[/編輯|核稿/, "editor"],
];

function closing({ text }: Passage): Note | undefined {
	const found =
		/\s*((?:（(?:編輯|譯者|核稿|編譯)[：:][^（）]{2,60}）)?)\s*(1\d{2})(\d{2})(\d{2})\s*$/.exec(
			text,
		);
	if (!found) return undefined;
	const [all, credit = "", year, month, day] = found;
	return {
		credits:
			credit === ""
				? []
				: [
						{
							role:
								roles.find(([words]) => words.test(credit))?.[1] ?? "editor",
							text: credit.slice(1, -1),
						},
					],
		stamp: {
			text: `${year}${month}${day}`,
			read: `${Number(year) + 1911}-${month}-${day}`,
		},
		takes: all.length,
		rule: "sources/credit",
	};
}
