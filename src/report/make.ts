import { byCodePoint } from "../base/order.ts";
import { schemaVersion } from "../domain/article-id.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { FileReport, FileStatus, Report } from "../domain/report.ts";
import { zoneUnknown } from "../normalise/zone.ts";

/** What became of one file, before it is counted. */
export interface FileFate {
	readonly file: string;
	readonly status: FileStatus;
	readonly articleId?: string;
	readonly findings: readonly Diagnostic[];
	/** What rules removed from the body. */
	readonly removed: readonly {
		readonly rule: string;
		readonly count: number;
	}[];
	readonly source?: { readonly id: string; readonly name: string };
}

/**
 * The report of a whole archive.
 *
 * @param fates one for every input file.
 * @param archiveFindings what stages over the whole archive noticed (corrections, merging).
 */
export function makeReport(
	fates: readonly FileFate[],
	archiveFindings: readonly Diagnostic[],
): Report {
	const count = (status: FileStatus) =>
		fates.filter((fate) => fate.status === status).length;
	const rules = new Map<string, number>();
	const sources: Outlets = new Map();
	const withoutZone: Outlets = new Map();
	for (const { findings, removed, source, status } of fates) {
		for (const { ruleId } of findings)
			rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
		for (const { rule, count } of removed)
			rules.set(rule, (rules.get(rule) ?? 0) + count);
		if (source && (status === "accepted" || status === "repaired")) {
			countIn(sources, source);
			if (findings.some(({ ruleId }) => ruleId === zoneUnknown))
				countIn(withoutZone, source);
		}
	}
	for (const { ruleId } of archiveFindings)
		rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
	const files = fates
		.filter((fate) => fate.status !== "accepted" || fate.findings.length > 0)
		.map(fileReport);
	const byFile = new Map<string, Diagnostic[]>();
	for (const finding of archiveFindings) {
		const findings = byFile.get(finding.file);
		if (findings) findings.push(finding);
		else byFile.set(finding.file, [finding]);
	}
	const reported = new Map(files.map((entry) => [entry.file, entry]));
	for (const [file, findings] of byFile) {
		const known = reported.get(file);
		if (known) known.findings.push(...findings);
		else files.push({ file, status: "accepted", findings });
	}
	return {
		schemaVersion,
		totals: {
			files: fates.length,
			accepted: count("accepted") + count("repaired"),
			repaired: count("repaired"),
			duplicates: count("duplicate"),
			revisions: count("revision"),
			withdrawn: count("withdrawn"),
			quarantined: count("quarantined"),
		},
		bySource: listed(sources),
		withoutZone: listed(withoutZone).sort((a, b) => b.articles - a.articles),
		byRule: [...rules]
			.map(([rule, count]) => ({ rule, count }))
			.sort((a, b) => byCodePoint(a.rule, b.rule)),
		files: files.sort((a, b) => byCodePoint(a.file, b.file)),
	};
}

/** By id. */
type Outlets = Map<string, { readonly name: string; articles: number }>;

function countIn(
	outlets: Outlets,
	{ id, name }: NonNullable<FileFate["source"]>,
): void {
	const entry = outlets.get(id) ?? { name, articles: 0 };
	entry.articles++;
	outlets.set(id, entry);
}

function listed(outlets: Outlets): Report["bySource"] {
	return [...outlets]
		.map(([id, { name, articles }]) => ({ id, name, articles }))
		.sort((a, b) => byCodePoint(a.id, b.id));
}

function fileReport(fate: FileFate): FileReport {
	const { file, status, articleId, findings } = fate;
	const reason = findings.find(({ severity }) => severity === "error");
	return {
		file,
		status,
		articleId,
		...(status === "quarantined" && {
			code: reason?.ruleId ?? "report/no-reason",
			line: reason?.line ?? 1,
			reason: reason?.reason ?? "",
			excerpt: reason?.actual,
		}),
		findings: [...findings],
	};
}
