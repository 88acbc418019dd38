/** 简 and 繁: which characters are forms of one. */
import { hanSteps, simplifiedForms } from "./han-table.ts";
import { firstNotBelow } from "./query/lists.ts";

/** What stands for no step: behind it there are letters without a meaning of their own in a source. */
export const noStep = 0x100;

/** Code points of characters that have a simplified form, ascending, and that form of each: a page reads them before it answers, and maps of them would take it twenty times as long. */
const simplified = [...simplifiedForms];
const traditional = new Uint32Array(simplified.length);
let point = 0;
for (const [n, step] of [...hanSteps].entries()) {
	point += (step.codePointAt(0) as number) - noStep;
	traditional[n] = point;
}

/** The simplified form of one character; anything else stays as it is. */
export function simplify(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	const at = firstNotBelow(traditional, point);
	return traditional[at] === point ? (simplified[at] as string) : character;
}

/** All forms of one character, simplified first: 發 → 发, 發, 髮. */
export function formsOfCharacter(character: string): readonly string[] {
	const simple = simplify(character);
	const forms = [simple];
	for (let at = -1; ; ) {
		at = simplified.indexOf(simple, at + 1);
		if (at < 0) return forms;
		forms.push(String.fromCodePoint(traditional[at] as number));
	}
}

/** Which of its forms a character is, as one digit or letter: 0 is the simplified one. */
export function numberOfForm(character: string): string {
	return simplify(character) === character
		? "0"
		: formsOfCharacter(character).indexOf(character).toString(36);
}

/** A text with every character in its simplified form, for comparison. */
export function simplifyText(text: string): string {
	return [...text].map(simplify).join("");
}
