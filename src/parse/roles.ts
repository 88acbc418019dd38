/** What people do for an article, by the words that lines of names use: one table for every such line. */
import type { Credit } from "../domain/article.ts";

interface Role {
	readonly credit: Credit["role"];
	/** Whether who does it is an author of the article. */
	readonly isAuthor: boolean;
	/** In both scripts, parted by spaces. */
	readonly words: string;
}

const table: readonly Role[] = [
	{
		credit: "contributor",
		isAuthor: true,
		words:
			"作者 原作者 原文作者 原著 撰文 撰稿 执笔 執筆 文字 图文 圖文 文图 文圖 文 采访 採訪 采访人 採訪人 采写 採寫 整理 记者 記者",
	},
	{
		credit: "contributor",
		isAuthor: false,
		words: "通讯员 通訊員 实习生 實習生 供稿 口述 讲述 講述 讲述人 講述人",
	},
	{
		credit: "translator",
		isAuthor: false,
		words: "译 譯 译者 譯者 翻译 翻譯 编译 編譯",
	},
	{
		credit: "editor",
		isAuthor: false,
		words:
			"编辑 編輯 责编 責編 责任编辑 責任編輯 主编 主編 网编 網編 网络编辑 網路編輯 網絡編輯 值班编辑 值班編輯 值班主编 值班主任 实习编辑 實習編輯 校对 校對 校对员 校對員 校对者 校對者 审校 審校 审核 審核 审稿 審稿 核稿 初审 初審 复审 複審 终审 終審 一审 二审 三审 签发 簽發",
	},
	{
		credit: "other",
		isAuthor: false,
		words:
			"摄影 攝影 摄 攝 摄像 攝像 图 圖 图片 圖片 供图 供圖 制图 製圖 视频 視頻 剪辑 剪輯 录音 錄音 视觉 視覺 设计 設計 美编 美編 排版 运营 運營 统筹 統籌 策划 策劃 选题 選題 监制 監製 制片 製片",
	},
];

/** Whose reporter, and which. */
const reporterOf =
	"(?:本[报報刊台网網]|[总總]台央[视視]|央[视視]|新[华華]社|中新社|特[约約]|特派|[实實見见][习習]|首席)*";

const byWord = new Map(
	table.flatMap((role) => role.words.split(" ").map((word) => [word, role])),
);

/** Source of an expression with the flag `u`: a role, the longest that stands there. */
export const anyRole = `(?:${reporterOf}[记記]者|${[...byWord.keys()]
	.sort((a, b) => b.length - a.length)
	.join("|")})`;

/**
 * What a role counts as; of several in one (`文/图`, `编辑、校对`) an author's, else the first.
 *
 * @returns `undefined` where it is no role of people.
 */
export function creditOf(word: string): Credit["role"] | undefined {
	const known = rolesIn(word);
	return (known.find(({ isAuthor }) => isAuthor) ?? known[0])?.credit;
}

/** Whether one of the roles in `word` is an author's. */
export function isAuthors(word: string): boolean {
	return rolesIn(word).some(({ isAuthor }) => isAuthor);
}

function rolesIn(word: string): readonly Role[] {
	return word
		.split(/\s*[＆&、／/和]\s*/)
		.map((own) => own.replace(/^.*(?=[记記]者$)/u, ""))
		.flatMap((own) => byWord.get(own) ?? []);
}

/** What stands between a role and who had it. */
export const bar = "[：:|｜丨︱／/]";

const leading = new RegExp(
	`^(?:${anyRole}\\s*${bar}+\\s*|${reporterOf}[记記]者\\s*(?=[\\p{Script=Han}·]{2,6}$|[A-Z])|文\\s+(?=\\p{Script=Han}{2}))`,
	"u",
);
/** What stands behind a reporter and is no name: `记者站`, `记者综合报道`. */
const noName =
	/(?:[报報][导導道]|[综綜]合|[协協][会會]|[无無][国國]界|手[记記]|[观觀]察|[调調]查|[连連][线線]|之家|[团團]|[组組]|站|部)$/u;

/** `本報記者程晚`, `文／程晚` → 程晚: a name without the role before it. */
export function withoutRole(name: string): string {
	const bare = name.replace(leading, "");
	return bare === "" || noName.test(bare) ? name : bare;
}

/** `（記者程晚／台北報導）`, `本报北城2日电（记者 程晚 江平）`: what stands in the brackets. */
const inBrackets =
	/^(?:[^。！？]{0,60}?(?:[讯訊电電日]|消息|[报報][导導道]))?\s*[〔（(【[]([^〔（(【[〕）)】\]]{0,12}?(?:[记記]者|[编編][译譯]|特派[员員])[^〔（(【[〕）)】\]]{2,60})[〕）)】\]]/u;
/** The same without brackets: `記者程晚／台北報導`. */
const bareLine =
	/^((?:[记記]者|[编編][译譯]|特派[员員])[^。！？：:／/]{2,40}[／/][^。！？：:／/]{1,10}[报報][导導道])/u;
const nameHere = "[\\p{Script=Han}·]{2,5}";
const reporters = new RegExp(
	`(?:[记記]者|[编編][译譯]|特派[员員])[\\s　：:／/]*(${nameHere}(?:[、,，\\s　]+(?![通][讯訊])${nameHere}){0,5}?)(?=$|[\\s　]+[通][讯訊]|[\\s　]*[／/]|[\\s　]*\\d)`,
	"u",
);

/** Reporters whom the first words of a text name, beside the place that they write from. */
export function reportersOf(text: string): readonly string[] {
	const start = text.slice(0, 160).trim();
	const words = (inBrackets.exec(start) ?? bareLine.exec(start))?.[1];
	if (words === undefined || /[摄攝]\s*$/u.test(words)) return [];
	const names =
		reporters
			.exec(words)?.[1]
			?.split(/[、,，\s　]+/u)
			.filter((name) => creditOf(name) === undefined) ?? [];
	return names.some((name) => noName.test(name)) ? [] : names;
}
