/** Every command and option, as a table: what may stand on the command line, and what `--help` says of it. */

export interface OptionHelp {
	/** What stands behind it; absent where nothing does. */
	readonly value?: string;
	readonly help: string;
	readonly short?: string;
}

export const options = {
	seeds: {
		value: "DIR",
		help: "the archive: its files, and what its owner says in _*.yml",
	},
	out: { value: "DIR", help: "the site to write" },
	corpus: { value: "DIR", help: "the typed JSON corpus to write" },
	cache: { value: "DIR", help: "what earlier builds remember; safe to delete" },
	"base-url": {
		value: "URL",
		help: "where the site will live; adds sitemap and absolute feed links",
	},
	fresh: {
		help: "make everything anew, as if nothing were remembered of earlier builds",
	},
	"no-portable": {
		help: "leave out what search needs when pages are opened from a disk",
	},
	"keep-archives": {
		help: "copy web archives (WARC, WACZ) into the site's data/archives/, for ReplayWeb.page",
	},
	workers: {
		value: "N",
		help: "processes that read files (default: one per core)",
	},
	queue: {
		value: "URL",
		help: "redis://…, from where workers take the work: scripts/cluster/README.md",
	},
	port: { value: "N", help: "where to serve (default: 8080)" },
	"allow-removals": {
		help: "publish although addresses vanish that were published before",
	},
	"max-removals": {
		value: "N",
		help: "the same, up to N addresses (default: 0)",
	},
	against: {
		value: "FILE",
		help: "data/ids.txt of the published site, where it is not in --out",
	},
	reason: { value: "TEXT", help: "shown at the address of the article" },
	day: { value: "YYYY-MM-DD", help: "day of the withdrawal (default: today)" },
	strict: { help: "exit 1 when a file was quarantined" },
	quiet: { help: "print errors only" },
	json: { help: "print one JSON summary to standard output" },
	help: { help: "this text", short: "h" },
} as const satisfies Readonly<Record<string, OptionHelp>>;

export type OptionName = keyof typeof options;

export interface CommandHelp {
	/** What stands behind the command's name. */
	readonly words?: string;
	/** One line. */
	readonly summary: string;
	readonly takes: readonly OptionName[];
	/** More, for the command's own help. */
	readonly more?: string;
	/** Whether it writes the cache, and so may be bundled there. */
	readonly writes: boolean;
}

const places = ["seeds", "out", "corpus", "cache"] as const;
const building = [
	...places,
	"base-url",
	"no-portable",
	"keep-archives",
	"fresh",
	"workers",
	"allow-removals",
	"max-removals",
	"against",
	"strict",
	"quiet",
] as const;

export const commands = {
	build: {
		words: "[DIR]",
		summary: "seeds → corpus → site",
		takes: [...building, "queue", "json"],
		writes: true,
	},
	dev: {
		words: "[DIR]",
		summary: "build, serve, and build again whenever a file changes",
		takes: [...building, "port"],
		writes: true,
	},
	verify: {
		words: "[DIR]",
		summary:
			"check a built site and corpus: checksums, schema, seeds, quotes, links",
		takes: places,
		writes: false,
	},
	inspect: {
		words: "FILE...",
		summary: "everything known about one article file",
		takes: places,
		writes: false,
	},
	withdraw: {
		words: "ID...",
		summary: "publish articles no more: writes _withdrawn.yml beside the seeds",
		takes: ["seeds", "corpus", "reason", "day"],
		more: 'An ID is the name of an article\'s page. The next build puts a page with your reason at its\naddress and lists it in withdrawn.html:\n\n  biannian withdraw 76cbd0b7a4d8a1e2 --reason "…"',
		writes: false,
	},
	doctor: {
		words: "[DIR]",
		summary:
			"what a build would find: counts, files set aside, unknown outlets with lines to add",
		takes: ["seeds", "out", "corpus", "cache", "workers", "quiet"],
		more: "Writes nothing but the cache; the next build need not read those files again.",
		writes: true,
	},
	init: {
		words: "DIR",
		summary:
			"make a folder that is an archive: a commented _archive.yml and what belongs to it",
		takes: [],
		more: "What is there already is left as it is.",
		writes: false,
	},
	worker: {
		summary: "do the work of builds on a queue, until it is ended",
		takes: ["queue", "cache", "workers"],
		writes: true,
	},
} as const satisfies Readonly<Record<string, CommandHelp>>;

export type Command = keyof typeof commands;

export function isCommand(word: string): word is Command {
	return Object.hasOwn(commands, word);
}

/** What `--help` prints, of one command or of all. */
export function usage(command?: Command): string {
	return command ? helpOf(command) : overview();
}

function overview(): string {
	const names = Object.entries<CommandHelp>(commands);
	return `Usage: biannian COMMAND [options]      (in a checkout: npm run COMMAND -- [options])

${table(names.map(([name, { words = "", summary }]) => [`${name} ${words}`, summary]))}

DIR is an archive: a folder of saved files and the owner's _*.yml. Its site is written to DIR/_site. Where no DIR is
named, it is the folder that the command runs in if an _archive.yml lies there, else its seeds/.
biannian COMMAND --help says more.

${exitCodes}`;
}

function helpOf(command: Command): string {
	const { words = "", summary, takes, more }: CommandHelp = commands[command];
	const known: Readonly<Record<string, OptionHelp>> = options;
	const rows = [...takes, "help"].map((name): [string, string] => {
		const { value, help = "" } = known[name] ?? { help: "" };
		return [`--${name}${value ? ` ${value}` : ""}`, help];
	});
	return [
		`Usage: biannian ${command} ${words} [options]      (in a checkout: npm run ${command} -- …)`,
		`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
		...(more ? [more] : []),
		table(rows),
		exitCodes,
	].join("\n\n");
}

const exitCodes =
	"Exit codes: 0 done, 1 failed (--strict: a file was quarantined; build: published addresses would vanish; verify:\nsomething differs), 2 wrong usage.";

function table(rows: readonly (readonly [string, string])[]): string {
	const width = Math.max(...rows.map(([left]) => left.length)) + 2;
	return rows
		.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
		.join("\n");
}
