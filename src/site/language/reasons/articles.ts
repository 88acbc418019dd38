/** What the report says of articles, meetings and corrections. */
import type { Reason } from "./reason.ts";

export const reasonsOfArticles: readonly Reason[] = [
	[
		"A date names another day than the one that was chosen.",
		"有一个日期与采用的日期不是同一天。",
		"有一個日期與採用的日期不是同一天。",
	],
	["A date could not be read.", "有一个日期无法辨认。", "有一個日期無法辨認。"],
	[
		"A date is before 1990, after the recording, a placeholder, or far from the day in the address.",
		"有一个日期早于 1990 年、晚于收录时间、只是占位，或与网址里的日期相差很远。",
		"有一個日期早於 1990 年、晚於收錄時間、只是佔位，或與網址裡的日期相差很遠。",
	],
	["More than {n} pictures.", "图片超过 {n} 张。", "圖片超過 {n} 張。"],
	[
		"The file names no address of the article.",
		"文件没有写明文章的网址。",
		"檔案沒有寫明文章的網址。",
	],
	[
		"The article's address is no http(s) address.",
		"文章的网址不是 http(s) 网址。",
		"文章的網址不是 http(s) 網址。",
	],
	[
		"Nothing in the file tells a headline; the file's name stands for it.",
		"文件里没有标题；以文件名代替。",
		"檔案裡沒有標題；以檔名代替。",
	],
	[
		"The headline has {n} characters and was cut at {m}.",
		"标题有 {n} 个字符，在第 {m} 个处截断。",
		"標題有 {n} 個字元，在第 {m} 個處截斷。",
	],
	[
		"No date of publication is known; the article is kept undated.",
		"没有发表日期；文章按无日期保留。",
		"沒有發表日期；文章按無日期保留。",
	],
	[
		"Nothing tells where the outlet's clock hangs; the day is that of UTC.",
		"没有写明媒体所在的时区；日期按 UTC 计。",
		"沒有寫明媒體所在的時區；日期按 UTC 計。",
	],
	[
		"The text has fewer than {n} characters.",
		"正文不足 {n} 个字符。",
		"正文不足 {n} 個字元。",
	],
	[
		"A paragraph or a block of code has more than {n} lines and signs of Markdown; it became several.",
		"有一个段落或代码块的 Markdown 行数与符号超过 {n} 个，已分成几段。",
		"有一個段落或程式碼區塊的 Markdown 行數與符號超過 {n} 個，已分成幾段。",
	],
	[
		"The body holds pictures and no text.",
		"正文只有图片，没有文字。",
		"正文只有圖片，沒有文字。",
	],
	["The body is empty.", "正文是空的。", "正文是空的。"],
	[
		"More than half of the text went as a part that _outlets.yml names ({n}%).",
		"_outlets.yml 指明的一部分占去正文一半以上（{n}%）。",
		"_outlets.yml 指明的一部分佔去正文一半以上（{n}%）。",
	],
	["A bug in ingest: {why}", "程序出错：{why}", "程式出錯：{why}"],
	[
		"Reading the file ended its process, twice ({why}).",
		"读这个文件时进程两次中止（{why}）。",
		"讀這個檔案時程序兩次中止（{why}）。",
	],
	[
		"{rest} It is told as it was read before.",
		"{rest}仍按以前读出的内容列出。",
		"{rest}仍按以前讀出的內容列出。",
	],
	[
		"The same text of the same article as another file.",
		"与另一个文件是同一篇文章、同样的文字。",
		"與另一個檔案是同一篇文章、同樣的文字。",
	],
	[
		"An older text of an article that another file tells newer.",
		"是一篇文章较旧的文字，另一个文件里有较新的。",
		"是一篇文章較舊的文字，另一個檔案裡有較新的。",
	],
	[
		"Another text of an article, and nothing says which is newer: the order of the paths decided.",
		"是同一篇文章的另一种文字，没有写明哪个较新：按路径的次序决定。",
		"是同一篇文章的另一種文字，沒有寫明哪個較新：按路徑的次序決定。",
	],
	[
		"No meeting has this id; the correction has no effect.",
		"没有这个编号的会晤；更正不起作用。",
		"沒有這個編號的會晤；更正不起作用。",
	],
	[
		"This address still has an article, which stays there; take its file or this entry away.",
		"这个地址仍有文章，保留在那里；请移走它的文件或这一条。",
		"這個地址仍有文章，保留在那裡；請移走它的檔案或這一條。",
	],
	[
		"There is no article to lead to; the old address stays without a page.",
		"没有可以指向的文章；旧地址没有页面。",
		"沒有可以指向的文章；舊地址沒有頁面。",
	],
	[
		"There is no article of this id or address here; the collection is shown without it.",
		"这里没有这个编号或网址的文章；专题略去这一篇。",
		"這裡沒有這個編號或網址的文章；專題略去這一篇。",
	],
	["This is no YAML: {why}.", "不是 YAML：{why}。", "不是 YAML：{why}。"],
	[
		"The file must be a list of corrections.",
		"文件必须是更正的列表。",
		"檔案必須是更正的列表。",
	],
	[
		"An entry must be a mapping such as {example}.",
		"每一条都必须是“键: 值”，如 {example}。",
		"每一條都必須是「鍵: 值」，如 {example}。",
	],
	[
		"An entry needs one of: {words}, moved.",
		"每一条都要有其中之一：{words}, moved。",
		"每一條都要有其中之一：{words}, moved。",
	],
	[
		"An entry may have one action; this one has {words}.",
		"每一条只能有一个动作；这一条有 {words}。",
		"每一條只能有一個動作；這一條有 {words}。",
	],
	[
		"“{key}” is no field of “{action}”.",
		"“{key}”不是“{action}”的字段。",
		"「{key}」不是「{action}」的欄位。",
	],
	["“{key}” must be a text.", "“{key}”必须是文字。", "「{key}」必須是文字。"],
	[
		"“{key}” is no meeting's id; ids look like {example}.",
		"“{key}”不是会晤的编号；编号的样子是 {example}。",
		"「{key}」不是會晤的編號；編號的樣子是 {example}。",
	],
	[
		"“place” needs “city”, “country” or “venue”.",
		"“place”要有“city”“country”或“venue”。",
		"「place」要有「city」「country」或「venue」。",
	],
	[
		"“{key}” needs “{field}”.",
		"“{key}”要有“{field}”。",
		"「{key}」要有「{field}」。",
	],
	[
		"“start” and “end” must be days such as {example}.",
		"“start”和“end”必须是日期，如 {example}。",
		"「start」和「end」必須是日期，如 {example}。",
	],
	["“end” is before “start”.", "“end”早于“start”。", "「end」早於「start」。"],
	[
		"“moved” and “to” name the same article; take this entry away.",
		"“moved”和“to”是同一篇文章；请删去这一条。",
		"「moved」和「to」是同一篇文章；請刪去這一條。",
	],
	[
		"“{key}” must be the id of an article (16 hex digits) or the http(s) address that it came from.",
		"“{key}”必须是文章的编号（16 位十六进制），或它原来的 http(s) 网址。",
		"「{key}」必須是文章的編號（16 位十六進位制），或它原來的 http(s) 網址。",
	],
];
