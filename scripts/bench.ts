/**
 * `npm run bench`: how long a build takes, cold, with nothing changed, with one file added, with a
 * template edited; beside Hugo and Jekyll with stock Pagefind, where they are installed, in the
 * same run.
 *
 *     npm run bench -- --articles 5000 --characters 6000
 *     npm run bench -- --seeds DIR
 */
import { spawnSync } from "node:child_process";
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Measured, measure } from "./bench/measure.ts";
import { rivals } from "./bench/others.ts";
import { copyProject } from "./copy-project.ts";
import { writeSeeds } from "./make-corpus/write-seeds.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run bench -- [options]: times of cold and warm builds, beside Hugo and Jekyll with stock Pagefind

  --articles N     articles to make up                       (default: 500)
  --characters N   characters of each, on the average        (default: 6000)
  --seeds DIR      take the files of this folder instead
  --alone          leave Hugo and Jekyll out
  --keep DIR       work in this folder and leave it there    (default: a temporary one)
  --results FILE   write the figures as JSON, too`;

const { values } = readOptions(usage, {
	articles: { type: "string", default: "500" },
	characters: { type: "string", default: "6000" },
	seeds: { type: "string" },
	alone: { type: "boolean", default: false },
	keep: { type: "string" },
	results: { type: "string" },
});

interface Row {
	readonly name: string;
	readonly step: string;
	readonly seconds: number;
	readonly cpuSeconds: number;
	readonly peakMB: number;
}

const root = values.keep
	? resolve(values.keep)
	: mkdtempSync(join(tmpdir(), "biannian-bench-"));
mkdirSync(root, { recursive: true });
const rows: Row[] = [];

try {
	const seeds = join(root, "seeds");
	if (values.seeds) cpSync(values.seeds, seeds, { recursive: true });
	else if (!existsSync(seeds))
		writeSeeds(seeds, Number(values.articles), Number(values.characters));
	await benchOurs(seeds);
	if (!values.alone) for (const rival of rivals) await benchRival(rival, seeds);
	printTable();
	if (values.results)
		writeFileSync(values.results, `${JSON.stringify(rows, undefined, 2)}\n`);
} finally {
	if (!values.keep) rmSync(root, { recursive: true, force: true });
}

/** In a copy of the project, so that a template can be edited. */
async function benchOurs(seeds: string): Promise<void> {
	const project = join(root, "project");
	rmSync(project, { recursive: true, force: true });
	copyProject(project);
	const build = () =>
		measure(
			process.execPath,
			[
				...["src/start.mjs", "build", "--seeds", seeds, "--quiet"],
				// What is added below goes again.
				"--allow-removals",
			],
			{
				cwd: project,
			},
		);
	record("Biannian", "cold", await build());
	record("Biannian", "no change", await build());
	const added = join(seeds, "zzz-added.txt");
	writeFileSync(
		added,
		"<!--1893456000000-->\n[新增的一篇](https://news.example/added)\n------\n\n<p>这是后来加上的一篇，只有一段。</p>\n",
	);
	record("Biannian", "one added", await build());
	rmSync(added);
	await build();
	appendFileSync(
		join(project, "templates/pages/about.11ty.tsx"),
		"\nexport const edited = true;\n",
	);
	record("Biannian", "template edited", await build());
}

async function benchRival(
	rival: (typeof rivals)[number],
	seeds: string,
): Promise<void> {
	if (
		spawnSync(rival.program, ["version"]).error &&
		spawnSync(rival.program, ["--version"]).error
	) {
		console.log(`${rival.name} is not installed: left out.`);
		return;
	}
	const project = join(root, rival.program);
	rmSync(project, { recursive: true, force: true });
	rival.prepare(seeds, project);
	const site = await rival.build(project);
	record(rival.name, "build", site);
	const index = await measure(resolve("node_modules/.bin/pagefind"), [
		"--site",
		rival.site(project),
	]);
	record(rival.name, "stock Pagefind", index);
	rows.push({
		name: rival.name,
		step: "both",
		seconds: (site.ms + index.ms) / 1000,
		cpuSeconds: (site.cpuMs + index.cpuMs) / 1000,
		peakMB: Math.max(site.peakBytes, index.peakBytes) / 1e6,
	});
}

function record(name: string, step: string, measured: Measured): void {
	if (measured.status !== 0) {
		console.error(measured.output);
		throw new Error(`${name}, ${step}: exit ${measured.status}`);
	}
	rows.push({
		name,
		step,
		seconds: measured.ms / 1000,
		cpuSeconds: measured.cpuMs / 1000,
		peakMB: measured.peakBytes / 1e6,
	});
	console.log(`${name}, ${step}: ${(measured.ms / 1000).toFixed(2)} s`);
}

function printTable(): void {
	const whole = (name: string) =>
		rows.find((row) => row.name === name && row.step === "both")?.seconds;
	const [hugo, jekyll] = [whole("Hugo"), whole("Jekyll")];
	const ratio = (seconds: number, other: number | undefined) =>
		other === undefined ? "" : (seconds / other).toFixed(3);
	console.log("\n| | step | seconds | cpu s | peak MB | ÷ Hugo | ÷ Jekyll |");
	console.log("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
	for (const row of rows)
		console.log(
			`| ${row.name} | ${row.step} | ${row.seconds.toFixed(2)} | ${row.cpuSeconds.toFixed(1)} | ${row.peakMB.toFixed(0)} | ${ratio(row.seconds, hugo)} | ${ratio(row.seconds, jekyll)} |`,
		);
}
