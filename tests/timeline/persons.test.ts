import { expect, test } from "vitest";
import { type CivilDay, civilDay } from "../../src/domain/time.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { personsIn } from "../../src/enrich/persons.ts";

const day = civilDay(2023, 3, 1) as CivilDay;
const found = (text: string) =>
	personsIn(text, day, builtIn).map(({ id, at, to }) => [
		id,
		text.slice(at, to),
	]);

test("a person begins where the titles before the name begin", () => {
	expect(found("白俄罗斯总统亚历山大·卢卡申科抵达")).toEqual([
		["alexander-lukashenko", "白俄罗斯总统亚历山大·卢卡申科"],
	]);
});

test("a title that names its holder begins by itself, whoever stands before it", () => {
	const [, holder] = found("总理国家主席出席");
	expect(holder).toEqual(["xi-jinping", "国家主席"]);
});
