/** What others call the fields of an article, in front matter, in the columns of tables and in the members of objects. */

/** Patterns of plain names (lower case, `_` for spaces and hyphens), the most telling first. */
const synonyms = {
	title: [
		/^(?:title|headline|subject|(?:article|content|doc)_?title|news_?title|标题|標題|题目|題目|タイトル|제목)$/,
	],
	from: [
		/^(?:from|url|link|href|original_?(?:url|link)|source_?url|article_?url|news_?url|web_?url|canonical(?:_?url)?|网址|網址|链接|鏈接|連結|地址)$/,
		/^(?:original|permalink|given_?url|uri)$/,
	],
	date: [
		/^(?:date_?publish(?:ed)?|publish(?:ed)?_?(?:at|on|date|time|ts)|pub_?(?:date|time|ts)|post(?:ed)?_?(?:at|on|date|time)|release_?(?:date|time)|first_?published(?:_?(?:at|on|date))?|(?:发布|發佈|發布|发表|發表|出版|刊登|刊发|刊發)(?:时间|時間|日期)|公開日)$/,
		/^published$/,
		// Where both are told, the other is that of the last change.
		/^date_?created$/,
		/^(?:date|日期|日時)$/,
		/^(?:datetime|date_?time|timestamp|time|时间|時間)$/,
		/^created_?(?:at|time)$/,
	],
	/** When somebody made the file or saved the page. */
	created: [
		/^(?:created|(?:crawl(?:ed)?|fetched|clipped|saved|captured?|download(?:ed)?|retrieved)_?(?:at|on|date|time|ts)?|date_?(?:saved|clipped|download(?:ed)?)|time_?added|抓取时间|抓取時間|采集时间|採集時間)$/,
	],
	author: [
		/^(?:authors?|by_?lines?|creator|writer|reporter|published_?by|作者|记者|記者|撰文)$/,
	],
	tags: [/^(?:tags?|keywords?|labels?|标签|標籤|关键词|關鍵詞)$/],
	site: [
		/^(?:site(?:_?name)?|outlet|publisher|media|website|来源|來源|媒体|媒體)$/,
		/^source_?(?:name|hostname)$/,
	],
	source: [/^source$/],
	summary: [/^(?:summary|description|excerpt|abstract|摘要|导语|導語)$/],
	body: [
		/^(?:body|contents?|text|html|article|(?:article|news|main|full|plain)_?(?:body|text|html|content)|(?:content|body|text)_?(?:html|text|content|encoded)|正文|内容|內容|全文|本文|내용)$/,
	],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export type KnownName = keyof typeof synonyms;

const known = Object.entries(synonyms) as [KnownName, readonly RegExp[]][];

/** The name under which we know `name`, and how telling it is: 0 is most; `undefined` for one that says nothing we read. */
function recognised(
	name: string,
): { readonly own: KnownName; readonly rank: number } | undefined {
	const plain = name
		.trim()
		.toLowerCase()
		.replaceAll(/[\s-]+/g, "_");
	for (const [own, patterns] of known) {
		const rank = patterns.findIndex((pattern) => pattern.test(plain));
		if (rank !== -1) return { own, rank };
	}
	return undefined;
}

export function knownName(name: string): KnownName | undefined {
	return recognised(name)?.own;
}

/** What may stand under a name. */
type Value = string | readonly string[];

/**
 * Values by our names: of several for one name the most telling that fits (a day, an address), of bodies the longest.
 *
 * @param textOf the text of a value, or the texts of a list.
 */
export function byKnownNames<Own>(
	entries: Iterable<readonly [string, Own]>,
	textOf: (value: Own) => Value,
): Map<KnownName, Own> {
	const best = new Map<KnownName, { value: Own; worth: number }>();
	for (const [name, value] of entries) {
		const found = recognised(name);
		if (!found) continue;
		const worth = worthOf(found.own, found.rank, textOf(value));
		const before = best.get(found.own);
		if (!before || worth > before.worth) best.set(found.own, { value, worth });
	}
	return new Map([...best].map(([own, { value }]) => [own, value]));
}

function worthOf(own: KnownName, rank: number, value: Value): number {
	const text = typeof value === "string" ? value : value.join("\n");
	if (own === "body") return text.length;
	return (fits(own, text.trim()) ? 100 : 0) - rank;
}

function fits(own: KnownName, text: string): boolean {
	if (own === "date" || own === "created") return /\d{4}/.test(text);
	if (own === "from") return isAddress(text);
	return text !== "";
}

/** Whether a text is a web address, or one without its scheme. */
export function isAddress(text: string): boolean {
	return /^(?:https?:)?\/\/\S+$|^(?:[\w-]+\.)+[a-z]{2,}\/\S*$/i.test(
		text.trim(),
	);
}
