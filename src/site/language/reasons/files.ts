/** What the report says of files as such, and of what they are written in. */
import type { Reason } from "./reason.ts";

export const reasonsOfFiles: readonly Reason[] = [
	[
		"Larger than the limit of {n} bytes.",
		"大于 {n} 字节的上限。",
		"大於 {n} 位元組的上限。",
	],
	["It is larger than {n} bytes.", "大于 {n} 字节。", "大於 {n} 位元組。"],
	[
		"The bytes are no text in any encoding.",
		"这些字节在任何编码里都不是文字。",
		"這些位元組在任何編碼裡都不是文字。",
	],
	["The file is empty.", "文件是空的。", "檔案是空的。"],
	[
		"More than a twentieth of the file is control characters.",
		"文件里超过二十分之一是控制字符。",
		"檔案裡超過二十分之一是控制字元。",
	],
	[
		"Not UTF-8; decoded as the file declares.",
		"不是 UTF-8；按文件自己的声明解码。",
		"不是 UTF-8；按檔案自己的宣告解碼。",
	],
	[
		"Not UTF-8; decoded by what its bytes look like.",
		"不是 UTF-8；按字节的样子解码。",
		"不是 UTF-8；按位元組的樣子解碼。",
	],
	[
		"Some bytes stand for no character and became U+FFFD.",
		"有些字节不代表任何字符，换成了 U+FFFD。",
		"有些位元組不代表任何字元，換成了 U+FFFD。",
	],
	[
		"Control characters were taken out.",
		"去掉了控制字符。",
		"去掉了控制字元。",
	],
	[
		"A symbolic link, which is not followed.",
		"符号链接，不跟随。",
		"符號連結，不跟隨。",
	],
	[
		"Neither a file nor a folder.",
		"既不是文件，也不是文件夹。",
		"既不是檔案，也不是資料夾。",
	],
	[
		"The file system would not let it be read.",
		"文件系统不让读。",
		"檔案系統不讓讀。",
	],
	[
		"Names that begin with a dot are no articles: {n} were left out, this first.",
		"名称以点开头的不是文章：略过了 {n} 个，这是第一个。",
		"名稱以點開頭的不是文章：略過了 {n} 個，這是第一個。",
	],
	[
		"Files that `leaveOut` names are not read.",
		"`leaveOut` 列出的文件不读。",
		"`leaveOut` 列出的檔案不讀。",
	],
	[
		"Pictures that lie beside the file are shown with it.",
		"文件旁的图片随文显示。",
		"檔案旁的圖片隨文顯示。",
	],
	["It is no regular file.", "不是普通文件。", "不是普通檔案。"],
	["It leads out of the folder.", "它指向文件夹之外。", "它指向資料夾之外。"],
	[
		"It is a symbolic link, which is not followed.",
		"它是符号链接，不跟随。",
		"它是符號連結，不跟隨。",
	],
	["{name} is a symbolic link.", "{name} 是符号链接。", "{name} 是符號連結。"],
	[
		"It cannot be read ({code}).",
		"无法读取（{code}）。",
		"無法讀取（{code}）。",
	],
	[
		"It is {what}, which is not read. {advice}",
		"这是{what}，不读入。{advice}",
		"這是{what}，不讀入。{advice}",
	],
	[
		"Save or export it as HTML, Markdown or plain text to have it read.",
		"另存或导出为 HTML、Markdown 或纯文本，就能读入。",
		"另存或匯出為 HTML、Markdown 或純文本，就能讀入。",
	],
	[
		"Only what is written in it could be read, and nobody wrote anything here.",
		"能读的只有文字，而这里没有文字。",
		"能讀的只有文字，而這裡沒有文字。",
	],
	[
		"Save the pages that it lists to have them read.",
		"把所列网页另行保存，就能读入。",
		"把所列網頁另行保存，就能讀入。",
	],
	[
		"Unpack it to have its files read.",
		"解开以后，里面的文件就能读入。",
		"解開以後，裡面的檔案就能讀入。",
	],
	["Unpack it to have it read.", "解开以后就能读入。", "解開以後就能讀入。"],
	[
		"Save the page as HTML, MHTML or WARC to have it read.",
		"把网页另存为 HTML、MHTML 或 WARC，就能读入。",
		"把網頁另存為 HTML、MHTML 或 WARC，就能讀入。",
	],
	[
		"The header stands in the file twice.",
		"文件头出现了两次。",
		"檔案頭出現了兩次。",
	],
	[
		"A header of another article stands in the text; it was kept as text.",
		"正文里有另一篇文章的文件头；当作文字保留。",
		"正文裡有另一篇文章的檔案頭；當作文字保留。",
	],
	[
		"The file has neither front matter nor a header.",
		"文件既没有 front matter，也没有文件头。",
		"檔案既沒有 front matter，也沒有檔案頭。",
	],
	[
		"The file has neither front matter nor a header, and its text no heading.",
		"文件既没有 front matter，也没有文件头，正文也没有标题。",
		"檔案既沒有 front matter，也沒有檔案頭，正文也沒有標題。",
	],
	[
		"The front matter is in {language}; only YAML is read.",
		"front matter 用的是 {language}；只读 YAML。",
		"front matter 用的是 {language}；只讀 YAML。",
	],
	[
		"The front matter has no closing fence.",
		"front matter 没有结束的标记行。",
		"front matter 沒有結束的標記行。",
	],
	[
		"YAML anchors and aliases are refused; the lines were read as plain text.",
		"不接受 YAML 的锚点和别名；这些行按普通文字读。",
		"不接受 YAML 的錨點和別名；這些行按普通文字讀。",
	],
	[
		"Not valid YAML ({why}); read line by line.",
		"不是有效的 YAML（{why}）；改为逐行读。",
		"不是有效的 YAML（{why}）；改為逐行讀。",
	],
	[
		"Not valid TOML ({why}); read line by line.",
		"不是有效的 TOML（{why}）；改为逐行读。",
		"不是有效的 TOML（{why}）；改為逐行讀。",
	],
	[
		"Elements are nested more than {n} levels deep.",
		"元素嵌套超过 {n} 层。",
		"元素巢狀超過 {n} 層。",
	],
	[
		"Quotations or lists are nested more than {n} levels deep.",
		"引文或列表嵌套超过 {n} 层。",
		"引文或列表巢狀超過 {n} 層。",
	],
	[
		"A tag has more than {n} attributes.",
		"有一个标签的属性超过 {n} 个。",
		"有一個標籤的屬性超過 {n} 個。",
	],
	[
		"The markup makes more elements than it has tags.",
		"标记产生的元素比标签还多。",
		"標記產生的元素比標籤還多。",
	],
	[
		"The body was read as Markdown.",
		"正文按 Markdown 读。",
		"正文按 Markdown 讀。",
	],
	[
		"It is a notice in place of an article: “{words}”.",
		"这是代替文章的提示页：“{words}”。",
		"這是代替文章的提示頁：「{words}」。",
	],
	[
		"It is a style sheet (CSS), which holds no article.",
		"这是样式表（CSS），里面没有文章。",
		"這是樣式表（CSS），裡面沒有文章。",
	],
	[
		"It is a script (JavaScript), which holds no article.",
		"这是脚本（JavaScript），里面没有文章。",
		"這是指令碼（JavaScript），裡面沒有文章。",
	],
];

/** What a file is that is not read: noun phrases, which stand inside of a sentence. */
export const kindsOfFiles: readonly Reason[] = [
	["a list of bookmarks", "书签列表", "書籤清單"],
	["a list of feeds (OPML)", "订阅源列表（OPML）", "訂閱源清單（OPML）"],
	[
		"a list of addresses without texts",
		"只有网址没有正文的列表",
		"只有網址沒有正文的清單",
	],
	["a site map", "网站地图", "網站地圖"],
	[
		"an export of a wiki (MediaWiki)",
		"维基导出文件（MediaWiki）",
		"維基匯出檔（MediaWiki）",
	],
	[
		"XML that is neither a feed nor an export of those that are known",
		"既非订阅源也非已知导出格式的 XML",
		"既非訂閱源也非已知匯出格式的 XML",
	],
	["a text in Org", " Org 格式的文本", " Org 格式的文字"],
	["a text in LaTeX", " LaTeX 格式的文本", " LaTeX 格式的文字"],
	["a PDF", " PDF 文件", " PDF 檔案"],
	[
		"an old Office document (Word, Excel or PowerPoint)",
		"旧式 Office 文件（Word、Excel 或 PowerPoint）",
		"舊式 Office 檔案（Word、Excel 或 PowerPoint）",
	],
	["a document in Rich Text Format (RTF)", " RTF 文件", " RTF 檔案"],
	["a picture ({kind})", "图片（{kind}）", "圖片（{kind}）"],
	["a film or a recording (MP4)", "影片或录音（MP4）", "影片或錄音（MP4）"],
	[
		"a film (Matroska or WebM)",
		"影片（Matroska 或 WebM）",
		"影片（Matroska 或 WebM）",
	],
	["a recording ({kind})", "录音（{kind}）", "錄音（{kind}）"],
	["a RAR archive", " RAR 压缩文件", " RAR 壓縮檔案"],
	["a 7-Zip archive", " 7-Zip 压缩文件", " 7-Zip 壓縮檔案"],
	["a tar archive", " tar 打包文件", " tar 打包檔案"],
	[
		"a file packed by gzip that holds no web archive (WARC)",
		"用 gzip 压缩的文件，里面没有网页存档（WARC）",
		"用 gzip 壓縮的檔案，裡面沒有網頁存檔（WARC）",
	],
	["a file packed by {kind}", "用 {kind} 压缩的文件", "用 {kind} 壓縮的檔案"],
	["a database (SQLite)", "数据库（SQLite）", "資料庫（SQLite）"],
	["a font", "字体", "字型"],
	["a program", "程序", "程式"],
	[
		"a property list or a Safari web archive",
		"属性列表或 Safari 网页存档",
		"屬性列表或 Safari 網頁存檔",
	],
	["an e-book (EPUB)", "电子书（EPUB）", "電子書（EPUB）"],
	["a Word document (docx)", " Word 文件（docx）", " Word 檔案（docx）"],
	["an Excel workbook (xlsx)", " Excel 文件（xlsx）", " Excel 檔案（xlsx）"],
	[
		"a PowerPoint presentation (pptx)",
		" PowerPoint 文件（pptx）",
		" PowerPoint 檔案（pptx）",
	],
	["an OpenDocument file", " OpenDocument 文件", " OpenDocument 檔案"],
	["a Java archive", " Java 压缩文件", " Java 壓縮檔案"],
	[
		"a zip archive that is no web archive (WACZ)",
		" zip 压缩文件，不是网页存档（WACZ）",
		" zip 壓縮檔案，不是網頁存檔（WACZ）",
	],
];
