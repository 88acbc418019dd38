/** What a person sees on the terminal: findings as `file:line`, then counts. */
import type { Report } from "../domain/report.ts";

/** What one build did; `--json` prints it as it is. */
export interface BuildSummary {
	readonly totals: Report["totals"];
	readonly articles: number;
	readonly encounters: number;
	readonly pages: { readonly total: number; readonly rendered: number };
	readonly search: {
		readonly shards: number;
		readonly rebuilt: number;
		/** Bytes below `search/`, and the part of them that only `file://` needs. */
		readonly bytes: number;
		readonly portableBytes: number;
	};
	/** Files of the site: written anew, taken over, removed. */
	readonly site: {
		readonly written: number;
		readonly kept: number;
		readonly dropped: number;
	};
	/** Web archives that lie in the site as they are. */
	readonly archives: { readonly files: number; readonly bytes: number };
	/** Articles that readers find new, gone and changed; which ones is in the cache's `changes.json`. */
	readonly changes: {
		readonly added: number;
		readonly removed: number;
		readonly changed: number;
		/** Addresses that answer no more, where that was allowed. */
		readonly vanished: number;
	};
	/** Files in the folders of corpus and site that no build wrote. */
	readonly foreign: readonly string[];
	/** Seed files that were read again. */
	readonly reread: number;
	/** Milliseconds by stage. */
	readonly ms: Readonly<Record<string, number>>;
	/** Highest resident memory of this process, in bytes. */
	readonly peakBytes: number;
	readonly out: string;
	/** The worst findings first, at most twenty. */
	readonly worst: readonly string[];
}

/** `seeds/x.txt:4  error  rule  reason`, one line each, quarantined files first. */
export function worstFindings(report: Report, most = 20): string[] {
	const lines: string[] = [];
	const all = report.files.flatMap((file) => file.findings);
	for (const severity of ["error", "warning"] as const)
		for (const finding of all)
			if (finding.severity === severity) {
				if (lines.length === most) return lines;
				const at =
					finding.line === undefined
						? finding.file
						: `${finding.file}:${finding.line}`;
				const actual =
					finding.actual === undefined
						? ""
						: ` (${clip(printable(finding.actual), 80)})`;
				lines.push(
					`${printable(at)}  ${severity}  ${finding.ruleId}  ${printable(finding.reason)}${actual}`,
				);
			}
	return lines;
}

export function printSummary(summary: BuildSummary): void {
	const { totals, pages, search, site, archives, changes, ms } = summary;
	for (const line of summary.worst) console.log(line);
	const seconds = (value: number) =>
		`${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
	const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
	const total = Object.values(ms).reduce((sum, value) => sum + value, 0);
	const rows: [string, string][] = [
		[
			"files",
			`${totals.files} (${totals.accepted} accepted, ${totals.repaired} of them repaired; ${totals.duplicates} duplicates, ${totals.revisions} revisions, ${totals.withdrawn} withdrawn, ${totals.quarantined} quarantined); ${summary.reread} read anew`,
		],
		[
			"articles",
			`${summary.articles} (+${changes.added} −${changes.removed} ~${changes.changed}); ${summary.encounters} meetings`,
		],
		["pages", `${pages.total}; ${pages.rendered} rendered`],
		[
			"search",
			`${search.shards} shards, ${search.rebuilt} built; ${megabytes(search.bytes)}, and ${megabytes(search.portableBytes)} more for opening from a disk`,
		],
		[
			"site",
			`${site.written} files written, ${site.kept} kept, ${site.dropped} removed`,
		],
		...(archives.files === 0
			? []
			: [
					[
						"archives",
						`${archives.files} web archives kept in data/archives/, ${megabytes(archives.bytes)}`,
					] as [string, string],
				]),
		...(summary.foreign.length === 0
			? []
			: [
					[
						"not ours",
						`${summary.foreign.map((path) => printable(path)).join(", ")}: left as they are`,
					] as [string, string],
				]),
		[
			"time",
			`${seconds(total)}: ${Object.entries(ms)
				.map(([stage, value]) => `${stage} ${seconds(value)}`)
				.join(", ")}`,
		],
		["memory", `${megabytes(summary.peakBytes)} at most in the main process`],
	];
	for (const [name, text] of rows) console.log(`${name.padEnd(9)} ${text}`);
	console.log(`Open ${summary.out}/index.html`);
}

/** Control and formatting characters in a crawled name must not drive a terminal. */
function printable(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\ufffd");
}

function clip(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}
