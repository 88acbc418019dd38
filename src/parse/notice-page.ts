/** Pages that a site answers with in place of an article, and that crawlers save all the same. */
import type { Element } from "./html.ts";
import { inOneLine, textsOf } from "./page-parts.ts";
import { NotAnArticle } from "./shape.ts";

/** Letters of the longest notice, its buttons and its foot, and of its telling line. */
const longest = 400;
const longestLine = 80;

/** How such pages begin, in the words of sites that many read through. */
const notice =
	/^(?:(?:该|此|本)(?:内容|文章|图文|帖子)(?:已被|因|暂时|已不|不存在)|(?:您|你)(?:访问|请求|查看|浏览)的(?:页面|内容|文章|网页)(?:不存在|已|没有|无法)|环境异常|(?:当前|目前)环境异常|该公众号已(?:迁移|注销|被)|此(?:帐|账)号已(?:自主注销|被屏蔽|被封)|页面(?:不存在|没有找到|未找到|已删除)|頁面不存在|找不到(?:页面|頁面|网页|網頁)|(?:请|請)?(?:完成|进行|進行)(?:安全)?(?:验证|驗證)|访问(?:过于)?频繁|This content (?:isn'?t|is no longer) available|The content has been deleted|Just a moment\.\.\.|Checking your browser|Attention Required!|Access Denied|Verify(?:ing)? you are human|Are you a robot|(?:Error )?(?:403 Forbidden|404 Not Found|429 Too Many Requests|50[0-4] [A-Z]\w+)|404\b.{0,20}$|Page not found)/iu;

/**
 * @param tree of the whole page.
 * @throws {NotAnArticle} when all that the page shows is such a notice.
 */
export function refuseNotice(tree: Element): void {
	let letters = 0;
	let words: string | undefined;
	for (const { value } of textsOf(tree)) {
		const text = inOneLine([value]);
		letters += text.length;
		if (letters > longest) return;
		if (text.length <= longestLine && notice.test(text)) words ??= text;
	}
	if (words !== undefined)
		throw new NotAnArticle(
			"parse/notice-page",
			`It is a notice in place of an article: “${words}”.`,
		);
}
