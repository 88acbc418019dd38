/** A meeting as a thing that was told before: 会谈中, 这次会谈是3月1日在北京举行的. Whose it was stands around it. */
import { lasting, type MeetingVerb } from "./found-verbs.ts";
import type { Pair } from "./meeting.ts";
import { isAdverbial } from "./pairs.ts";
import type { PersonToken } from "./persons.ts";
import type { Stretch } from "./segments.ts";

const noun = "会[谈晤见面]|谈判|茶叙|[午晚家]宴";
/** What stands behind a meeting that is spoken of, not told. */
const behind =
	"[中时后前](?![国共方任])|期间|上(?![合海午周月任])|结束|之?[后前]|以[后前]|是|于|在|由|从|安排|持续|长达|历时|为时|进行|开始|气氛|全程|前后|一共|总共|仅|只有|约|当[天日晚时]|[^，。]{0,3}(?:举行|进行|结束)";
const refers = new RegExp(`^(?:${behind})`);
const anyReference = new RegExp(`(?:${noun})(?:${behind})`);
const named = new RegExp(`(?:${noun})$`);

/** Whether a text may speak of a meeting without saying whose it was; may say yes too often. */
export const mayRefer = (text: string): boolean =>
	anyReference.test(text) || lasting.test(text);

const determiners =
	/(?:将近|近|大?约|长达|持续|历时)?[\d一二两三四五六七八九十半几多]+个?[多半]?(?:小时|钟头|分钟|刻钟)|[这此该][场次一]?|本次|这个|那[场次]|闭门|小范围|大范围|大小范围|双边|正式|紧接着?|热烈|友好|坦诚|深入|首轮|一对一/g;

/** Whether a clause speaks of the meeting of its word as of one that is known. */
export function isReference(
	text: string,
	clause: Stretch,
	verb: MeetingVerb,
): boolean {
	if (lasting.test(text.slice(clause.at, clause.to))) return true;
	return (
		named.test(verb.word) &&
		refers.test(text.slice(verb.to, clause.to)) &&
		isAdverbial(text.slice(clause.at, verb.at).replaceAll(determiners, ""))
	);
}

/** 会谈结束时，乙邀请甲访问: the only two whom the clause behind names. */
export function namedBehind(
	next: Stretch | undefined,
	persons: readonly PersonToken[],
): Pair | undefined {
	if (!next) return undefined;
	const inside = persons.filter(({ at, to }) => at >= next.at && to <= next.to);
	if (inside.some(({ aside }) => aside === "kin")) return undefined;
	const [a, b, ...others] = new Set(inside.map(({ id }) => id));
	return a && b && others.length === 0 ? [a, b] : undefined;
}
