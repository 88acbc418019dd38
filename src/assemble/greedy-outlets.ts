/** Descriptions of outlets that take most of the text away: told with figures, before anything is written. */
import { type Mistake, OwnerMistakes } from "../archive/mistake.ts";
import { outletsFileName } from "../archive/outlets-file.ts";
import { readYaml } from "../archive/yaml.ts";
import type { Config } from "../domain/config.ts";
import type { OutletEntry } from "../domain/outlet.ts";
import { takesMost } from "../normalise/owners-parts.ts";
import { readTextBelow } from "../read/open.ts";
import type { Drafted } from "./articles.ts";

/**
 * @throws {OwnerMistakes} when a part of an outlet's description takes more than half of the text of most of its articles.
 */
export function refuseGreedyOutlets(
	drafted: readonly Drafted[],
	{ seeds, config }: { readonly seeds: string; readonly config: Config },
): void {
	if (config.outlets.length === 0) return;
	const mistakes = config.outlets.flatMap((outlet, at) =>
		greedyParts(outlet, drafted).map(
			({ part, reason }): Mistake => ({
				file: outletsFileName,
				line: lineOf(seeds, at, part),
				reason,
			}),
		),
	);
	if (mistakes.length > 0) throw new OwnerMistakes(seeds, mistakes);
}

function greedyParts(
	{ id }: OutletEntry,
	drafted: readonly Drafted[],
): { readonly part: Path; readonly reason: string }[] {
	const own = drafted.filter(({ draft }) => draft.source.id === id);
	const counts = new Map<string, number>();
	for (const { findings = [] } of own)
		for (const { ruleId, actual } of findings)
			if (ruleId === takesMost && actual !== undefined)
				counts.set(actual, (counts.get(actual) ?? 0) + 1);
	return [...counts]
		.filter(([, count]) => count > own.length / 2)
		.map(([rule, count]) => {
			const part = partOf(rule);
			return {
				part,
				reason: `“${part.join(".")}” takes more than half of the text of ${count} of the ${own.length} articles of ${id}; name a smaller part.`,
			};
		});
}

type Path = readonly [string, ...string[]];

/** Where a rule stands in the description of an outlet. */
function partOf(rule: string): Path {
	const name = rule.replace("sources/", "");
	if (name === "stamp" || name === "byline") return [name];
	if (name === "credit") return ["credits"];
	return name === "boilerplate" ? [name] : ["boilerplate", name];
}

function lineOf(seeds: string, at: number, part: Path): number {
	const text = readTextBelow(seeds, outletsFileName, Number.POSITIVE_INFINITY);
	const yaml = readYaml(text ?? "", outletsFileName);
	return "value" in yaml ? yaml.lineOf([at, ...part]) : 1;
}
