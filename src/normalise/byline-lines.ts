/** Lines of a text that say who made it: `作者：甲`, `文｜甲`, `记者 | 甲 乙　编辑 | 丙`, `（责编：丁）`. */
import { anyRole, bar, creditOf, isAuthors } from "../parse/roles.ts";
import { type Note, type Passage, splitNames } from "../sources/adapter.ts";

/** Where a text stood first, which such lines tell among the people. */
const place =
	"来源|來源|来自微信公众号|来自公众号|微信公众号|公众号|公號|公号|首发|首發";
const glued = "编辑|編輯|责编|責編|校对|校對|摄影|攝影|翻译|翻譯";
const labels = new RegExp(
	`(?:^|[\\s　,，、；;|｜丨︱／/·]+|(?<=[\\p{Script=Han}）)])(?=(?:${glued})\\s*${bar}))((?:${anyRole}|${place})(?:[＆&、／/和](?:${anyRole}|${place}))*)(?:\\s*${bar}+\\s*|(?<=[／/][文图圖])\\s+)`,
	"u",
);
/** `作者：作者 | 甲`: two programs wrote it. */
const twice = new RegExp(`^${anyRole}\\s*${bar}\\s*`, "u");
/** What a name never has, and an answer or a sentence has soon. */
const sentence = /[。！？!?；;“”"「」『』…：:]|授[权權]|[转轉][载載]/u;
/** Behind a comma stands another name, and that is short: not a clause. */
const commas =
	/^(?:\p{Script=Han}{2,5}|[A-Za-z][\w. -]*)(?:\s*[,，]\s*(?:\p{Script=Han}{2,5}|[A-Za-z][\w. -]*))+$/u;

/** Characters of a name, or of several. */
const longest = 40;
/** Where nothing but its shape tells a name. */
const name =
	"(?:[\\p{Script=Han}·•‧]{2,6}|[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}|[A-Za-z][\\w.-]{2,30})";
const onlyNames = new RegExp(`^${name}(?:[\\s　,，、/／]+${name}){0,5}$`, "u");

/**
 * A line that is nothing but roles and names, one of them the author's. At the end of a text any role will do, and at its
 * beginning a translator's or a proof-reader's, who are no people to be interviewed.
 *
 * A line of an interview (`记者：你好`) looks the same: behind a reporter's colon only several names count.
 */
export function bylineLine(
	text: string,
	{ before, after }: Pick<Passage, "before" | "after"> = middle,
): Note | undefined {
	const whole = text
		.replace(/\\(?=[|｜])/g, "")
		.replace(/[\s　]+/g, " ")
		.trim();
	const line = whole.replace(/^[（(【[]\s*(.*?)\s*[）)】\]]\s*[。.]?$/u, "$1");
	if (line.length > 200) return undefined;
	const said = rolesIn(line);
	if (!said) return undefined;
	const bylines = said
		.filter(({ role }) => isAuthors(role))
		.flatMap(({ value }) => namesIn(value));
	const isBracketed = line !== whole;
	const isQuestion =
		/^\S{0,4}[记記]者\s*[：:]/u.test(line) &&
		said.length < 2 &&
		bylines.length < 2 &&
		!(isBracketed && after < reach);
	if (isQuestion) return undefined;
	if (bylines.length === 0) {
		const isCredit =
			after < reach ||
			(before < reach && said.every(({ role }) => /[译譯校]/u.test(role)));
		const isStrict = said.every(({ value }) => onlyNames.test(value));
		const isOfPeople = said.some(({ role }) => creditOf(role) !== undefined);
		if (!isCredit || !isStrict || !isOfPeople) return undefined;
	}
	return {
		...(bylines.length > 0 ? { bylines } : {}),
		credits: said.map(({ role, value }) => ({
			role: creditOf(role) ?? "other",
			text: `${role}：${value}`,
		})),
		takes: "all",
		rule: bylines.length > 0 ? "sources/byline" : "sources/credit",
	};
}

/** Blocks at each end in which such words stand. */
const reach = 5;
const middle = { before: reach, after: reach };

/** @returns `undefined` where something else stands there, too. */
function rolesIn(
	line: string,
): readonly { readonly role: string; readonly value: string }[] | undefined {
	const [start, ...parts] = line.split(labels);
	if (start !== "" || parts.length === 0) return undefined;
	const said = [];
	for (let at = 0; at < parts.length; at += 2) {
		const value = (parts[at + 1] ?? "")
			.trim()
			.replace(/[。；;，,、]$/u, "")
			.replace(twice, "");
		const isNames = !/[,，]/.test(value) || commas.test(value);
		if (!isNames || value === "" || value.length > longest) return undefined;
		if (sentence.test(value)) return undefined;
		said.push({ role: parts[at] ?? "", value });
	}
	return said;
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
