/** What the report says of files of many articles. */
import type { Reason } from "./reason.ts";

export const reasonsOfDumps: readonly Reason[] = [
	[
		"It is a feed or a dump of articles that holds none.",
		"这是订阅源或文章导出文件，里面却没有文章。",
		"這是訂閱源或文章匯出檔案，裡面卻沒有文章。",
	],
	[
		"The feed breaks off in the middle of an item.",
		"订阅源在一条的中间断了。",
		"訂閱源在一條的中間斷了。",
	],
	[
		"Words stand outside of every document of the list.",
		"列表的各文档之外还有文字。",
		"清單的各文件之外還有文字。",
	],
	[
		"It is a table without the shape of articles: its first line names no columns for title or address and for the body.",
		"这是表格，但没有文章的样子：第一行没有标题或网址的列，或没有正文的列。",
		"這是表格，但沒有文章的樣子：第一列沒有標題或網址的欄，或沒有正文的欄。",
	],
	[
		"Row {name} of the table has {n} fields, its head {m}.",
		"表格第 {name} 列有 {n} 格，表头有 {m} 格。",
		"表格第 {name} 列有 {n} 格，表頭有 {m} 格。",
	],
	[
		"The table cannot be read from row {n} on: {why}",
		"表格从第 {n} 行起读不出：{why}",
		"表格從第 {n} 列起讀不出：{why}",
	],
	[
		"It is JSON that cannot be read: it breaks off or breaks the rules.",
		"这份 JSON 读不出：中途断了，或不合规则。",
		"這份 JSON 讀不出：中途斷了，或不合規則。",
	],
	[
		"It is JSON without the shape of articles: no list of objects with title, address, date and body.",
		"这份 JSON 没有文章的样子：没有带标题、网址、日期和正文的列表。",
		"這份 JSON 沒有文章的樣子：沒有帶標題、網址、日期和正文的列表。",
	],
	[
		"The JSON nests more than {n} levels deep.",
		"JSON 嵌套超过 {n} 层。",
		"JSON 巢狀超過 {n} 層。",
	],
	[
		"Entry {name} of the JSON list has no body, or neither title nor address.",
		"JSON 列表的第 {name} 条没有正文，或者既没有标题也没有网址。",
		"JSON 列表的第 {name} 條沒有正文，或者既沒有標題也沒有網址。",
	],
	[
		"Line {n} is no JSON object.",
		"第 {n} 行不是 JSON 对象。",
		"第 {n} 行不是 JSON 物件。",
	],
	[
		"Line {n} has no body, or neither title nor address.",
		"第 {n} 行没有正文，或者既没有标题也没有网址。",
		"第 {n} 行沒有正文，或者既沒有標題也沒有網址。",
	],
	[
		"Article {name} is larger than the limit of {n} bytes.",
		"文章 {name} 大于 {n} 字节的上限。",
		"文章 {name} 大於 {n} 位元組的上限。",
	],
	[
		"It is MHTML without a page: no part of it is HTML.",
		"这份 MHTML 里没有网页：没有一部分是 HTML。",
		"這份 MHTML 裡沒有網頁：沒有一部分是 HTML。",
	],
	[
		"It is MHTML that names no boundary between its parts, so it cannot be taken apart.",
		"这份 MHTML 没有写明各部分的分界，拆不开。",
		"這份 MHTML 沒有寫明各部分的分界，拆不開。",
	],
	[
		"It is MHTML whose parts are nested too deep.",
		"这份 MHTML 的各部分嵌套过深。",
		"這份 MHTML 的各部分巢狀過深。",
	],
	[
		"It is MHTML whose boundary does not occur in it.",
		"这份 MHTML 写明的分界在文件里没有出现。",
		"這份 MHTML 寫明的分界在檔案裡沒有出現。",
	],
	[
		"The file ends before its last part does.",
		"文件在最后一部分结束之前就断了。",
		"檔案在最後一部分結束之前就斷了。",
	],
	[
		"It is a web archive without a page that could be read.",
		"这个网页存档里没有能读的网页。",
		"這個網頁存檔裡沒有能讀的網頁。",
	],
	[
		"{n} records of the web archive are no pages with text: requests, redirects, errors, pictures, styles, scripts.",
		"网页存档里有 {n} 条记录不是有文字的网页：请求、转址、错误、图片、样式、脚本。",
		"網頁存檔裡有 {n} 條記錄不是有文字的網頁：請求、轉址、錯誤、圖片、樣式、指令碼。",
	],
	[
		"The record at byte {n} cannot be read: {why}",
		"第 {n} 字节处的记录读不出：{why}",
		"第 {n} 位元組處的記錄讀不出：{why}",
	],
	[
		"The record at byte {n} of the web archive is cut.",
		"网页存档第 {n} 字节处的记录断了。",
		"網頁存檔第 {n} 位元組處的記錄斷了。",
	],
	[
		"What stands at byte {n} of the web archive is no record; the length of the one before may be wrong.",
		"网页存档第 {n} 字节处不是记录；前一条记录的长度可能有误。",
		"網頁存檔第 {n} 位元組處不是記錄；前一條記錄的長度可能有誤。",
	],
	[
		"Outside of every item the feed holds {n} texts: the tag that begins their item is broken.",
		"订阅源里有 {n} 段文字不在任何条目之内：它们的条目开头的标签是坏的。",
		"訂閱源裡有 {n} 段文字不在任何條目之內：它們的條目開頭的標籤是壞的。",
	],
	[
		"Of the export's entries {n} were never seen as an article by readers: drafts, attachments, menus, revisions.",
		"导出文件中有 {n} 个条目从未作为文章给读者看过：草稿、附件、菜单、修订。",
		"匯出檔中有 {n} 個條目從未作為文章給讀者看過：草稿、附件、選單、修訂。",
	],
	[
		"The record at byte {n} ({address}) is cut: {m} bytes of it are missing.",
		"第 {n} 字节处的记录（{address}）断了：少 {m} 字节。",
		"第 {n} 位元組處的記錄（{address}）斷了：少 {m} 位元組。",
	],
	[
		"The record at byte {n} ({address}) claims {m} bytes, and the file ends before them: it is cut, or its length is wrong.",
		"第 {n} 字节处的记录（{address}）自称有 {m} 字节，文件却先结束了：断了，或长度写错了。",
		"第 {n} 位元組處的記錄（{address}）自稱有 {m} 位元組，檔案卻先結束了：斷了，或長度寫錯了。",
	],
	[
		"The record at byte {n} ({address}) claims {m} bytes, and no record begins behind them: its length is wrong.",
		"第 {n} 字节处的记录（{address}）自称有 {m} 字节，其后却没有记录开始：长度写错了。",
		"第 {n} 位元組處的記錄（{address}）自稱有 {m} 位元組，其後卻沒有記錄開始：長度寫錯了。",
	],
	[
		"The page {address} is larger than the limit of {n} bytes.",
		"网页 {address} 大于 {n} 字节的上限。",
		"網頁 {address} 大於 {n} 位元組的上限。",
	],
	[
		"The page {address} cannot be unpacked.",
		"网页 {address} 解不开。",
		"網頁 {address} 解不開。",
	],
	[
		"It is packed in a way that is not read.",
		"它的压缩方式不读。",
		"它的壓縮方式不讀。",
	],
	[
		"Unpacked it is larger than {n} bytes, or it is damaged.",
		"解开后大于 {n} 字节，或者已经损坏。",
		"解開後大於 {n} 位元組，或者已經損壞。",
	],
	[
		"It is a web archive (WACZ) whose zip is broken or cut: {why}.",
		"这个网页存档（WACZ）的 zip 坏了或断了：{why}。",
		"這個網頁存檔（WACZ）的 zip 壞了或斷了：{why}。",
	],
];
