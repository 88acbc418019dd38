/**
 * Count, with no help from ingest, the characters that a reader of each file would have seen, and compare them with those of its
 * article and of what its provenance says was removed.
 *
 *     npm run check:text -- DIR
 *
 * Only HTML is counted: of Markdown it is not known which signs a reader would see. Exit code 1 when a file differs.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { filesBelow } from "../src/base/files-below.ts";
import { defaults } from "../src/config.ts";
import { draftArticle } from "../src/normalise/draft.ts";
import { readEnvelope } from "../src/parse/envelope.ts";
import { readSeedText } from "../src/read/seed-file.ts";
import {
	accountedText,
	surplus,
	visibleText,
} from "../tests/ingest/visible.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run check:text -- DIR

Compare the characters of each HTML file below DIR with those of its article and of its removals; exit 1 when a file differs.`;
const [folder] = readOptions(usage, {}, true).positionals;
if (folder === undefined) {
	console.error(usage);
	process.exit(2);
}
const root = resolve(folder);
let files = 0;
let characters = 0;
let differing = 0;
for (const path of filesBelow(root)) {
	const seed = { path, bytes: readFileSync(join(root, path)) };
	const { value } = draftArticle(seed, { limits: defaults.limits });
	if (!value || value.provenance.markup !== undefined) continue;
	const text = readSeedText(seed, defaults.limits.fileBytes).value?.text ?? "";
	const isPage = value.provenance.variant === "page";
	const seen = visibleText(isPage ? text : readEnvelope(text).body.text);
	const removed = value.provenance.removed.filter(
		({ rule }) => rule !== "parse/repeated-header",
	);
	const found = accountedText({
		...value,
		provenance: { ...value.provenance, removed },
	});
	files++;
	characters += seen.length;
	const [lost, added] = [surplus(seen, found), surplus(found, seen)];
	if (Object.keys(lost).length + Object.keys(added).length === 0) continue;
	differing++;
	console.log(
		`${path}: lost ${JSON.stringify(lost)}, added ${JSON.stringify(added)}`,
	);
}
console.log(
	`${files} files, ${characters} characters that readers saw, ${differing} files differ`,
);
process.exit(differing > 0 ? 1 : 0);
