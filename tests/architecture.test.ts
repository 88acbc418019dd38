import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

/** The order in which data flows: a folder may import only from itself and from those before it. */
const order = [
	"base",
	"domain",
	"config",
	"processes",
	"store",
	"compile",
	"read",
	"parse",
	"sources",
	"normalise",
	"enrich",
	"archive",
	"corpus",
	"output",
	"ingest",
	"search",
	"site",
	"render",
	"report",
	"assemble",
	"pipeline",
	"doctor",
	"commands",
];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => path.endsWith(".ts"))
	.map((path) => ({ path, text: readFileSync(`src/${path}`, "utf8") }));

test("imports follow the data", () => {
	/** The part of `src/` that a path below it belongs to. */
	const partOf = (path: string) => path.replace(/[/.].*$/, "");
	const uphill = files
		.filter(({ path }) => path.includes("/"))
		.flatMap(({ path, text }) =>
			[...text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)].map(([, target = ""]) => ({
				path,
				target: posix.join(posix.dirname(path), target),
			})),
		)
		.filter(({ path, target }) => {
			// Nothing in `src/` knows templates, scripts or tests.
			if (target.startsWith("..")) return true;
			const to = order.indexOf(partOf(target));
			return to === -1 || to > order.indexOf(partOf(path));
		});
	expect(uphill).toEqual([]);
});

test("every folder of src has its place in the order", () => {
	const folders = new Set(
		files
			.filter(({ path }) => path.includes("/"))
			.map(({ path }) => path.split("/")[0]),
	);
	expect(
		[...folders].filter((folder) => !order.includes(folder ?? "")),
	).toEqual([]);
});

/** Files of `src/` that a file names, be it for a type alone. */
const importsOf = new Map(
	files.map(({ path, text }) => [
		path,
		[...text.matchAll(/^(?:import|export) [^;"]*from "(\.[^"]+\.ts)"/gm)].map(
			([, target = ""]) => posix.join(posix.dirname(path), target),
		),
	]),
);

test("no file imports itself by way of others", () => {
	const done = new Set<string>();
	const cycles: string[] = [];
	const visit = (path: string, way: readonly string[]): void => {
		const at = way.indexOf(path);
		if (at >= 0) cycles.push([...way.slice(at), path].join(" → "));
		if (at >= 0 || done.has(path)) return;
		for (const next of importsOf.get(path) ?? []) visit(next, [...way, path]);
		done.add(path);
	};
	for (const { path } of files) visit(path, []);
	expect(cycles).toEqual([]);
});

/** Third-party API → the only modules that may import it. */
const homes: Record<string, RegExp> = {
	"css-select": /^sources\/select\.ts$/,
	yaml: /^archive\/yaml\.ts$/,
	luxon: /^domain\/time\.ts$/,
	"gray-matter": /^parse\/front-matter-yaml\.ts$/,
	pagefind: /^search\//,
	bullmq: /^processes\/queue\//,
	ioredis: /^processes\/queue\//,
	"@11ty/eleventy": /^render\/eleventy\.ts$/,
	parse5: /^parse\/html\.ts$/,
	"hast-util-sanitize": /^normalise\/safe-html\.ts$/,
	"rehype-stringify": /^(normalise\/safe-html|parse\/markdown)\.ts$/,
	"rehype-parse":
		/^(normalise\/safe-html|report\/(page-anchors|shown-parts))\.ts$/,
	unified:
		/^(normalise\/safe-html|parse\/markdown|report\/(page-anchors|shown-parts))\.ts$/,
	remark: /^parse\/markdown\.ts$/,
	defuddle: /^parse\/main-block\.ts$/,
	"@mozilla/readability": /^parse\/main-block\.ts$/,
	linkedom: /^parse\/main-block\.ts$/,
	warcio: /^parse\/warc(?:-record|-capture)?\.ts$/,
	yauzl: /^parse\/wacz\.ts$/,
	"image-size": /^normalise\/found-pictures\.ts$/,
	"iconv-lite": /^read\/encoding\.ts$/,
	"csv-parse": /^parse\/table-dump\.ts$/,
	"smol-toml": /^parse\/front-matter\.ts$/,
	"hast-util-to-text": /^report\/shown-parts\.ts$/,
	"opencc-js": /^(enrich|search)\//,
};

test("each third-party library stands behind one module of ours", () => {
	const strays = files.flatMap(({ path, text }) =>
		Object.entries(homes)
			.filter(
				([name, home]) => text.includes(`from "${name}`) && !home.test(path),
			)
			.map(([name]) => `${path} imports ${name}`),
	);
	expect(strays).toEqual([]);
});

test("no stage reads the clock", () => {
	const stages =
		/^(domain|read|parse|sources|normalise|enrich|corpus|search|site)\//;
	const readers = files
		.filter(
			({ path, text }) =>
				stages.test(path) &&
				/Date\.now\(\)|new Date\(\)|DateTime\.now\(/.test(text),
		)
		.map(({ path }) => path);
	expect(readers).toEqual([]);
});
