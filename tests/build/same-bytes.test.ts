import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { copyProject } from "../../scripts/copy-project.ts";
import { sha256 } from "../../src/base/order.ts";
import { archiveFlags, archiveIn } from "../support/build.ts";
import { sharedFolder } from "../support/scratch.ts";
import { treeOf } from "../support/tree.ts";

/** How many machines; `MATRIX=24` is what the figure in `tests/README.md` was made with. */
const count = Number(process.env.MATRIX ?? 2);

/** What one build is run under. */
interface Machine {
	readonly zone: string;
	readonly locale: string;
	/** Whether folders are listed backwards. */
	readonly backwards: boolean;
	readonly workers: number;
	/** Years that the clock is off. */
	readonly years: number;
	/** Whether the project lies, and runs, in another folder. */
	readonly elsewhere: boolean;
}

const zones = ["UTC", "Pacific/Apia", "Asia/Shanghai", "America/St_Johns"];
const locales = ["C.UTF-8", "tr_TR.UTF-8", "zh_CN.UTF-8"];

/** Every zone with every locale in both orders; the rest changes along. The second differs in all. */
const machines: readonly Machine[] = Array.from({ length: 24 }, (_, n) => ({
	zone: zones[n % 4] as string,
	locale: locales[n % 3] as string,
	// A zone and a locale meet every twelve machines: once forwards, once backwards.
	backwards: (n + Math.floor(n / 12)) % 2 === 1,
	workers: n % 2 === 0 ? 4 : 1,
	years: n % 2 === 0 ? 0 : 11,
	elsewhere: n % 4 === 1,
}));

/** Runs before our code in every process of a build: another clock, folders listed backwards. */
function shim({ years, backwards }: Machine): string {
	const script = `
		import fs from "node:fs";
		import { syncBuiltinESMExports } from "node:module";
		const off = ${years} * 31556952000;
		const Real = Date;
		globalThis.Date = class Date extends Real {
			constructor(...given) {
				if (given.length === 0) super(Real.now() + off);
				else super(...given);
			}
			static now() { return Real.now() + off; }
		};
		if (${backwards}) {
			const { readdirSync } = fs;
			fs.readdirSync = (...given) => readdirSync(...given).reverse();
			const { readdir } = fs.promises;
			fs.promises.readdir = async (...given) => (await readdir(...given)).reverse();
			syncBuiltinESMExports();
		}`;
	return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

const root = sharedFolder();
const copy = join(root, "another folder");
beforeAll(() => copyProject(copy));

/** One hash over every path and byte of corpus and site that `machine` builds of the five seeds. */
function builtOn(machine: Machine, name: string): string {
	const archive = archiveIn(join(root, name), "seeds");
	const flags = ["--workers", String(machine.workers), "--quiet"];
	execFileSync(
		process.execPath,
		[
			...["--import", "tsx", "src/main.ts", "build"],
			...[...archiveFlags(archive), ...flags],
		],
		{
			cwd: machine.elsewhere ? copy : process.cwd(),
			env: {
				...process.env,
				TZ: machine.zone,
				LC_ALL: machine.locale,
				NODE_OPTIONS: shim(machine),
			},
		},
	);
	const hash = sha256(
		JSON.stringify([treeOf(archive.corpus), treeOf(archive.out)]),
	);
	rmSync(join(root, name), { recursive: true });
	return hash;
}

test("the machines differ: zone, locale, clock and order reach the build's processes", () => {
	const [, other] = machines as [Machine, Machine];
	const told = execFileSync(
		process.execPath,
		[
			"--input-type=module",
			"--eval",
			`import { readdirSync } from "node:fs";
			const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
			console.log(JSON.stringify([timeZone, locale, new Date().getFullYear(), readdirSync("seeds")]));`,
		],
		{
			env: {
				...process.env,
				TZ: other.zone,
				LC_ALL: other.locale,
				NODE_OPTIONS: shim(other),
			},
		},
	);
	const [zone, locale, year, names] = JSON.parse(told.toString());
	expect([zone, locale]).toEqual(["Pacific/Apia", "tr-TR"]);
	expect(year).toBeGreaterThanOrEqual(new Date().getFullYear() + 10);
	expect(names).toEqual([...names].sort().reverse());
	const pairs = machines.map((m) => `${m.zone} ${m.locale} ${m.backwards}`);
	expect(new Set(pairs).size).toBe(24);
});

test(`${count} machines of other zones, locales, clocks, orders, folders and numbers of workers build the same bytes`, () => {
	const hashes = machines
		.slice(0, count)
		.map((machine, n) => builtOn(machine, `machine-${n}`));
	console.log(`${hashes.length} builds: ${[...new Set(hashes)].join(" ")}`);
	expect(new Set(hashes).size).toBe(1);
	expect(hashes).toHaveLength(count);
}, 1_800_000);
