/**
 * Lists every package that a built or building archive needs, with its version and licence, from
 * the lock file; fails on a licence that is not on the list below. `--all` adds what only tests need.
 */
import { existsSync, readFileSync } from "node:fs";
import { readOptions } from "./read-options.ts";

/** Licences that ask for no more than a notice (or, CC0 and 0BSD, for nothing). */
const allowed: ReadonlySet<string> = new Set([
	"0BSD",
	"Apache-2.0",
	"BlueOak-1.0.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"CC0-1.0",
	"ISC",
	"MIT",
	"MIT-0",
	"Public Domain",
	"Python-2.0",
	"Unlicense",
	"Zlib",
]);

/** Packages with a licence that is not on the list, and why that is no harm here. */
const explained: Readonly<Record<string, string>> = {
	"@img/sharp":
		"libvips as a library of its own, for stored pictures; nothing of it is in a site",
	"@axe-core/playwright": "MPL-2.0: tests only, unchanged",
	"axe-core": "MPL-2.0: tests only, unchanged",
	lightningcss: "MPL-2.0: tests only, unchanged",
	citeproc: "tests only: it reads our citations, nothing of it is published",
};

interface Locked {
	readonly version: string;
	readonly license?: string;
	readonly dev?: boolean;
}

const usage = `npm run licences [-- --all]
Every package that an archive needs, with its version and licence; fails on a licence that is not allowed.
  --all           those that only tests need, too`;
const { all = false } = readOptions(usage, { all: { type: "boolean" } }).values;
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
	packages: Readonly<Record<string, Locked>>;
};

/** The lock file names most licences; the package itself has the last word. */
function licenceOf(path: string, { license }: Locked): string {
	const own = `${path}/package.json`;
	if (!existsSync(own)) return license ?? "unknown";
	const stated = JSON.parse(readFileSync(own, "utf8")) as {
		license?: string | { type: string };
	};
	const said =
		typeof stated.license === "object" ? stated.license.type : stated.license;
	return said ?? license ?? "unknown";
}

/** Whether every part of `A AND B`, and one part of `A OR B`, is on the list. */
function isAllowed(licence: string): boolean {
	return licence
		.replace(/[()]/g, "")
		.split(/\s+OR\s+/i)
		.some((choice) =>
			choice.split(/\s+AND\s+/i).every((part) => allowed.has(part.trim())),
		);
}

const refused: string[] = [];
const counts = new Map<string, number>();
for (const [path, entry] of Object.entries(packages)) {
	if (path === "" || (entry.dev && !all)) continue;
	const name = path.slice(path.lastIndexOf("node_modules/") + 13);
	const licence = licenceOf(path, entry);
	counts.set(licence, (counts.get(licence) ?? 0) + 1);
	const why = Object.entries(explained).find(
		([known]) => name === known || name.startsWith(`${known}-`),
	)?.[1];
	const fine = isAllowed(licence);
	console.log(
		`${name} ${entry.version}: ${licence}${fine ? "" : ` (${why ?? "NOT ALLOWED"})`}`,
	);
	if (!fine && why === undefined) refused.push(`${name}: ${licence}`);
}
console.log(
	[...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([licence, count]) => `${count} ${licence}`)
		.join(", "),
);
if (refused.length > 0) {
	console.error(`Not on the list of licences: ${refused.join("; ")}`);
	process.exitCode = 1;
}
