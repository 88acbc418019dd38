import { expect, test } from "vitest";
import { ambiguousCharacters, hanTable } from "../../scripts/han-source.ts";
import { formsOfCharacter, simplify } from "../../src/search/han.ts";
import {
	ambiguousForms,
	hanSteps,
	simplifiedForms,
} from "../../src/search/han-table.ts";

test("the table of characters is what OpenCC says now", () => {
	expect({ steps: hanSteps, simplified: simplifiedForms }).toEqual(hanTable());
	expect(ambiguousForms).toBe(ambiguousCharacters());
});

test.each([
	["發", "发"],
	["髮", "发"],
	["臺", "台"],
	["裡", "里"],
	["裏", "里"],
	["国", "国"],
	["x", "x"],
])("%s is a form of %s", (from, to) => {
	expect(simplify(from)).toBe(to);
	expect(formsOfCharacter(to)).toContain(from);
});

test("simplifying twice changes nothing more", () => {
	for (const character of simplifiedForms)
		expect(simplify(simplify(character))).toBe(simplify(character));
});
