/** Lines of a text that say who wrote it: `作者：甲`, `文｜甲`, `记者 | 甲 乙　编辑 | 丙`. */
import type { Credit } from "../domain/article.ts";
import { type Note, splitNames } from "../sources/adapter.ts";

const writer =
	"作者|文字|撰文|撰稿|执笔|執筆|图文|圖文|文|记者|記者|本报记者|特约记者|实习记者|采访|採訪|采写|採寫|采访人|整理";
const helper =
	"口述|讲述|讲述人|编辑|編輯|责编|責編|责任编辑|責任編輯|主编|主編|网编|網編|校对|校對|排版|美编|美編|设计|設計|摄影|攝影|图|圖|图片|圖片|视频|视觉|运营|值班编辑|编译|編譯|翻译|翻譯|译者|譯者|译|譯|监制|監製|制片|审校|来源|來源|来自微信公众号|来自公众号|微信公众号|公众号|公號|公号|首发";
const bar = "[：:|｜丨︱／/]";
const labels = new RegExp(
	`(?:^|[\\s　,，、；;|｜丨︱／/·]+|(?<=[\\p{Script=Han}）)])(?=(?:编辑|編輯|责编|責編|校对|校對|摄影|攝影|翻译|翻譯)\\s*${bar}))((?:${writer}|${helper})(?:[＆&、／/和](?:${writer}|${helper}))*)(?:\\s*${bar}+\\s*|(?<=[／/][文图圖])\\s+)`,
	"u",
);
const isWriter = new RegExp(
	`(?:^|[＆&、／/和])(?:${writer})(?:[＆&、／/和]|$)`,
	"u",
);
/** `作者：作者 | 甲`: two programs wrote it. */
const twice = new RegExp(`^(?:${writer})\\s*${bar}\\s*`, "u");
/** What a name never has, and an answer or a sentence has soon. */
const sentence = /[。！？!?；;“”"「」『』…，,：:]/u;

/** Characters of a name, or of several. */
const longest = 40;

/**
 * A line that is nothing but roles and names, one of them the writer's.
 *
 * A line of an interview (`记者：你好`) looks the same: behind a reporter's colon only several names count.
 */
export function bylineLine(text: string): Note | undefined {
	const line = text
		.replace(/\\(?=[|｜])/g, "")
		.replace(/[\s　]+/g, " ")
		.trim()
		.replace(/^[（(【[]\s*(.*?)\s*[）)】\]]$/u, "$1");
	if (line.length > 160) return undefined;
	const [before, ...said] = line.split(labels);
	if (before !== "" || said.length === 0) return undefined;
	const bylines: string[] = [];
	const credits: Credit[] = [];
	for (let at = 0; at < said.length; at += 2) {
		const role = said[at] ?? "";
		const value = (said[at + 1] ?? "").trim().replace(twice, "");
		if (value === "" || value.length > longest || sentence.test(value))
			return undefined;
		if (isWriter.test(role)) bylines.push(...namesIn(value));
		credits.push({ role: roleOf(role), text: `${role}：${value}` });
	}
	const isQuestion =
		/^(?:本报|特约|实习)?[记記]者\s*[：:]/u.test(line) && bylines.length < 2;
	if (bylines.length === 0 || isQuestion) return undefined;
	return { bylines, credits, takes: "all", rule: "sources/byline" };
}

/** `杜 虎` is one name that was set wide; `甲乙 丙丁` are two, `甲 Cécile B` is left as it is. */
function namesIn(value: string): readonly string[] {
	const bare = value.replace(/^\S{0,10}[记記]者 /u, "");
	if (/^\p{Script=Han} \p{Script=Han}$/u.test(bare))
		return [bare.replace(" ", "")];
	if (/^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4})+$/u.test(bare))
		return bare.split(" ");
	return splitNames(bare);
}

function roleOf(role: string): Credit["role"] {
	if (/译|譯/u.test(role)) return "translator";
	if (isWriter.test(role)) return "contributor";
	return /编|編|校|审|責|责/u.test(role) ? "editor" : "other";
}
