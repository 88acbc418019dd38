/** 简 and 繁: which characters are forms of one. */
import { hanSteps, simplifiedForms } from "./han-table.ts";

const simpleOf = new Map<string, string>();
const formsOf = new Map<string, string[]>();
const simplified = [...simplifiedForms];
/** What stands for no step: behind it there are letters without a meaning of their own in a source. */
export const noStep = 0x100;
let point = 0;
for (const [n, step] of [...hanSteps].entries()) {
	point += (step.codePointAt(0) as number) - noStep;
	const from = String.fromCodePoint(point);
	const to = simplified[n] as string;
	simpleOf.set(from, to);
	const forms = formsOf.get(to);
	if (forms) forms.push(from);
	else formsOf.set(to, [to, from]);
}

/** The simplified form of one character; anything else stays as it is. */
export function simplify(character: string): string {
	return simpleOf.get(character) ?? character;
}

/** All forms of one character, simplified first: 發 → 发, 發, 髮. */
export function formsOfCharacter(character: string): readonly string[] {
	return formsOf.get(simplify(character)) ?? [character];
}

/** Which of its forms a character is, as one digit or letter: 0 is the simplified one. */
export function numberOfForm(character: string): string {
	return simpleOf.has(character)
		? formsOfCharacter(character).indexOf(character).toString(36)
		: "0";
}

/** A text with every character in its simplified form, for comparison. */
export function simplifyText(text: string): string {
	return [...text].map(simplify).join("");
}
