/**
 * Lighthouse over home, article, timeline, search, month and person, as a phone and as a desktop; exits with 1
 * below 100.
 *
 *     npm run lighthouse [-- SITE [RUNS]]
 *
 * Lighthouse is fetched by `npx` and is no dependency: 200 packages for a script that few run.
 * 12.8.2 is the last version that runs on Node 20. Performance is the median of the runs, as a
 * busy machine costs points; the other scores do not depend on time.
 */
import { execFile } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { serveSite } from "../src/commands/serve.ts";
import { chromiumPath } from "../tests/support/browser.ts";
import { readOptions } from "./read-options.ts";

const version = "12.8.2";
/** Two quiet cores of a small server reach 1,300 to 1,500; what else runs there takes from it. */
const quietIndex = 1_200;
const categories = [
	"performance",
	"accessibility",
	"best-practices",
	"seo",
] as const;
const forms = ["mobile", "desktop"] as const;

/** The part of Lighthouse's report that is read here. */
interface Report {
	/** How fast the machine was at that moment, by Lighthouse's own measure. */
	readonly environment: { readonly benchmarkIndex: number };
	readonly categories: Record<
		string,
		{ score: number | null; auditRefs: { id: string; weight: number }[] }
	>;
	readonly audits: Record<
		string,
		{ title: string; score: number | null; displayValue?: string }
	>;
}

const usage = `npm run lighthouse [-- SITE [RUNS]]
Lighthouse over one page of every kind of the site (_site), as a phone and as a desktop, 3 times each; exits with 1 below
100. Lighthouse is fetched by npx.`;
const [folder = "_site", times = "3"] = readOptions(
	usage,
	{},
	true,
).positionals;
const site = resolve(folder);
const runs = Number(times);
if (!existsSync(join(site, "index.html"))) {
	console.error(`No site in ${site}: npm run build makes one.`);
	process.exit(2);
}
const all = readdirSync(site, { recursive: true, encoding: "utf8" })
	.filter((path) => path.endsWith(".html"))
	.sort();
/** One of the pages of a kind that has many: the largest, as it has most of what a page may have. */
const largest = (kind: RegExp) =>
	all
		.filter((path) => kind.test(path))
		.sort((a, b) => sizeOf(a) - sizeOf(b))
		.slice(-1);
const sizeOf = (path: string) => statSync(join(site, path)).size;
// Months of a year with few articles stand on the year's own page.
const months = /^years\/\d{4}-\d{2}\.html$/;
const pages = [
	"index.html",
	...largest(/^articles\//),
	"timeline.html",
	"search.html",
	...largest(all.some((path) => months.test(path)) ? months : /^years\//),
	...largest(/^people\/[^/]+$/),
];

const scratch = mkdtempSync(join(tmpdir(), "biannian-lighthouse-"));
const server = await serveSite(site, 0, false, { likeAHost: true });
try {
	console.log(`${"page".padEnd(52)}form     perf  a11y  best  seo`);
	for (const page of pages)
		for (const form of forms) {
			const reports: Report[] = [];
			for (let run = 0; run < runs; run++) reports.push(await look(page, form));
			const scores = categories.map((id) =>
				median(reports.map((one) => scoreOf(one, id))),
			);
			console.log(
				`${page.padEnd(52)}${form.padEnd(8)}${scores.map((n) => String(n).padStart(5)).join(" ")}`,
			);
			if (scores.some((score) => score < 100)) {
				process.exitCode = 1;
				const index = median(
					reports.map(({ environment }) =>
						Math.round(environment.benchmarkIndex),
					),
				);
				console.log(
					`    benchmark index ${index}; below ${quietIndex} performance says more of the machine`,
				);
				for (const line of losses(reports)) console.log(`    ${line}`);
			}
		}
} finally {
	await server.close();
	rmSync(scratch, { recursive: true, force: true });
}

/** One run of Lighthouse, in a browser of its own. */
async function look(
	page: string,
	form: (typeof forms)[number],
): Promise<Report> {
	const out = join(scratch, "report.json");
	const { stderr } = await promisify(execFile)(
		"npx",
		[
			"-y",
			`lighthouse@${version}`,
			server.address + page,
			...(form === "desktop" ? ["--preset=desktop"] : []),
			`--only-categories=${categories.join(",")}`,
			"--output=json",
			`--output-path=${out}`,
			"--quiet",
			"--no-enable-error-reporting",
			"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run",
		],
		{ env: { ...process.env, CHROME_PATH: chromiumPath() } },
	);
	if (!existsSync(out)) throw new Error(stderr);
	return JSON.parse(readFileSync(out, "utf8")) as Report;
}

function scoreOf(report: Report, category: string): number {
	return Math.round((report.categories[category]?.score ?? 0) * 100);
}

function median(numbers: readonly number[]): number {
	return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** The audits that cost points in any run, with their values. */
function losses(reports: readonly Report[]): string[] {
	const lines = reports.flatMap(({ categories: all, audits }) =>
		Object.values(all).flatMap(({ auditRefs }) =>
			auditRefs
				.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
				.map(
					({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`,
				),
		),
	);
	return [...new Set(lines)].sort();
}
