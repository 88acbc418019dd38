/** Write `src/search/han-table.ts` from OpenCC: run it after an update of opencc-js. */
import { writeFileSync } from "node:fs";
import { ambiguousCharacters, hanTable } from "./han-source.ts";

writeFileSync(
	"src/search/han-table.ts",
	`/** Made by scripts/make-han-variants.ts from OpenCC (Apache-2.0): traditional form, simplified form, and so on. */
export const hanPairs =
	"${hanTable()}";
/** Simplified characters that stand for several traditional ones, or are traditional themselves. */
export const ambiguousForms =
	"${ambiguousCharacters()}";
`,
);
