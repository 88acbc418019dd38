/** Two states by their initials: 中白关系, 俄白元首. */
import { type Gazetteer, perGazetteer } from "./gazetteer/index.ts";

/** Where they stand, and the ids of the two countries. */
export interface Bilateral {
	readonly at: number;
	readonly pair: readonly [string, string];
}

const bilateralReader = perGazetteer(({ countries }) => {
	const initials = new Map(
		countries.flatMap(({ id, initial }) =>
			initial ? [[initial, id] as const] : [],
		),
	);
	const any = `[${[...initials.keys()].join("")}]`;
	// 乌 stands for two countries and 巴 or 德 for parts of many words: two initials in a row need 关系, 两国 or the like.
	const bilateral = new RegExp(
		`(${any})(${any})(?=两国|关系|双方|元首|领导人|首脑|总统|贸易|经贸|合作|双边|全天候|全面|友谊|友好|人民|建交|总理|政治|联合|工业|地方|高层|各|战略|签|达成|在|共同|一)`,
		"g",
	);
	// 中法德领导人 are three.
	const ofThree = new RegExp(`^${any}{3}(?:领导人|三国)`);
	return { initials, bilateral, ofThree };
});

/** Every such word of a folded text. */
export function bilateralsIn(
	text: string,
	gazetteer: Gazetteer,
): readonly Bilateral[] {
	const { initials, bilateral, ofThree } = bilateralReader(gazetteer);
	return [...text.matchAll(bilateral)].flatMap((match) => {
		const a = initials.get(match[1] ?? "");
		const b = initials.get(match[2] ?? "");
		return a &&
			b &&
			a !== b &&
			!ofThree.test(text.slice(match.index - 1, match.index + 6))
			? [{ at: match.index, pair: [a, b] as const }]
			: [];
	});
}
