/** Write `src/search/han-table.ts` from OpenCC: run it after an update of opencc-js. */
import { writeFileSync } from "node:fs";
import { ambiguousCharacters, hanTable } from "./han-source.ts";

const { steps, simplified } = hanTable();
writeFileSync(
	"src/search/han-table.ts",
	`/** Made by scripts/make-han-variants.ts from OpenCC (Apache-2.0): steps from one traditional character to the next, and their simplified forms. */
export const hanSteps =
	"${steps}";
export const simplifiedForms =
	"${simplified}";
/** Simplified characters that stand for several traditional ones, or are traditional themselves. */
export const ambiguousForms =
	"${ambiguousCharacters()}";
`,
);
