/**
 * `npm run stress`: a made archive is built on the machine as it is, and then again and again beside processes that use all they
 * can get. Only processor time counts against a file, so nothing may be quarantined for time, and no byte may differ.
 *
 *     npm run stress -- [--articles N] [--busy N] [--runs N]
 *
 * Exit code 1 when a file was quarantined or a byte differs.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../src/base/order.ts";
import { defaults } from "../src/config.ts";
import { build } from "../src/pipeline.ts";
import { treeOf } from "../tests/support/tree.ts";
import { writeSeeds } from "./make-corpus/write-seeds.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run stress -- [options]: builds beside busy processes; exit 1 when a file was set aside or a byte differs

  --articles N     articles to make up                       (default: 1000)
  --characters N   characters of each, on the average        (default: 1100)
  --busy N         processes that do nothing but compute     (default: 4)
  --runs N         builds beside them                        (default: 3)`;

const { values } = readOptions(usage, {
	articles: { type: "string", default: "1000" },
	characters: { type: "string", default: "1100" },
	busy: { type: "string", default: "4" },
	runs: { type: "string", default: "3" },
});

const root = mkdtempSync(join(tmpdir(), "biannian-stress-"));
const busy: ChildProcess[] = [];
let failed = false;
try {
	const seeds = join(root, "seeds");
	writeSeeds(seeds, Number(values.articles), Number(values.characters));
	const quiet = await builtFrom(seeds, "quiet");
	failed = quiet.quarantined > 0;
	for (let number = 0; number < Number(values.busy); number++)
		busy.push(spawn(process.execPath, ["-e", "for (;;);"]));
	for (let run = 1; run <= Number(values.runs); run++) {
		const loaded = await builtFrom(seeds, `run ${run}, ${busy.length} busy`);
		if (loaded.quarantined > 0 || loaded.hash !== quiet.hash) failed = true;
	}
} finally {
	for (const one of busy) one.kill("SIGKILL");
	rmSync(root, { recursive: true, force: true });
}
console.log(failed ? "Something differs." : "Nothing differs.");
process.exit(failed ? 1 : 0);

/** Build with an empty cache; what came of it is printed. */
async function builtFrom(seeds: string, name: string) {
	const folder = mkdtempSync(join(root, "built-"));
	const [out, corpus] = [join(folder, "site"), join(folder, "corpus")];
	const start = Date.now();
	const { totals } = await build({
		...{ seeds, out, corpus, cache: join(folder, "cache"), config: defaults },
		...{ portable: true, strict: false, quiet: true, json: false },
	});
	const seconds = (Date.now() - start) / 1000;
	const hash = sha256(JSON.stringify([treeOf(corpus), treeOf(out)]));
	rmSync(folder, { recursive: true, force: true });
	const { quarantined, files } = totals;
	console.log(
		`${name}: ${files} files, ${quarantined} quarantined, ${hash.slice(0, 16)}, ${seconds.toFixed(0)} s`,
	);
	return { quarantined, hash };
}
