import { byCodePoint } from "../../base/order.ts";
import type { FileReport, Report } from "../../domain/report.ts";
import { paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { reasonIn } from "../language/reasons.ts";
import { type Pages, type PlaceOfPage, parts } from "./page-kind.ts";

/** How grave a remark is, the gravest first: the file was kept out, a finding's severity, its status alone. */
const weights = ["quarantined", "error", "warning", "info", "status"] as const;
type Weight = (typeof weights)[number];

/** One remark about one file. */
export interface ReportItem {
	readonly file: string;
	readonly articleId?: string | undefined;
	readonly line?: number | undefined;
	/** In the language of the interface, where it is a sentence of ours; else as it stands in the corpus, in English. */
	readonly reason?: string | undefined;
	/** Whether `reason` is in English though the interface is not. */
	readonly isForeign?: true | undefined;
	readonly excerpt?: string | undefined;
}

/** All remarks of one rule. */
export interface ReportGroup {
	/** Rule id, or the status of files about which nothing else is said. */
	readonly rule: string;
	readonly weight: Weight;
	readonly count: number;
	/** At most {@link itemsPerGroup}. */
	readonly items: readonly ReportItem[];
}

export interface ReportProps {
	/** On the first page only, as is all that follows but `files`: a further page changes when a file of its own does. */
	readonly totals?: Report["totals"];
	readonly bySource: Report["bySource"];
	readonly withoutZone: Report["withoutZone"];
	readonly byRule: Report["byRule"];
	readonly groups: readonly ReportGroup[];
	/** On further pages: files one by one, where some group is too long for the first. */
	readonly files: readonly FileReport[];
	readonly part: number;
	readonly parts: readonly string[];
}

/** Remarks of one rule on the first page. */
const itemsPerGroup = 100;
/** Files on each further page. */
const filesPerPage = 200;

export const report: Pages<ReportProps> = {
	list: (site) =>
		partsOf(site.corpus.report).map((part) => ({
			path: reportPath(part),
			params: { part },
		})),
	props: reportProps,
};

function reportProps(site: Site, page: PlaceOfPage): ReportProps {
	const { part = 1 } = page.params;
	const { totals, bySource, withoutZone, byRule, files } = site.corpus.report;
	const all = partsOf(site.corpus.report);
	const from = (part - 2) * filesPerPage;
	return {
		...(part === 1 ? { totals } : {}),
		bySource: part === 1 ? bySource : [],
		withoutZone: part === 1 ? withoutZone : [],
		byRule: part === 1 ? byRule : [],
		groups:
			part === 1 ? groupsOf(files).map((group) => toldIn(site, group)) : [],
		files: part === 1 ? [] : files.slice(from, from + filesPerPage),
		part,
		parts: all.map(reportPath),
	};
}

function toldIn({ corpus }: Site, group: ReportGroup): ReportGroup {
	const { language } = corpus.manifest.archive;
	if (language === "en") return group;
	return {
		...group,
		items: group.items.map(({ reason, ...item }): ReportItem => {
			if (reason === undefined) return item;
			const told = reasonIn(reason, language);
			return told === undefined
				? { ...item, reason, isForeign: true }
				: { ...item, reason: told };
		}),
	};
}

/** The overview, and where it leaves something out, pages of all files. */
function partsOf({ files }: Report): readonly number[] {
	const isCut = groupsOf(files).some(
		({ count, items }) => count > items.length,
	);
	if (!isCut) return [1];
	return [1, ...parts(files.length, filesPerPage).map((part) => part + 1)];
}

function reportPath(part: number): string {
	return part === 1 ? paths.report : `report-${part}.html`;
}

interface Remark {
	readonly rule: string;
	readonly weight: Weight;
	readonly item: ReportItem;
}

const memo = new WeakMap<readonly FileReport[], readonly ReportGroup[]>();

/** What was kept out first, then by severity, the most frequent first. */
function groupsOf(files: readonly FileReport[]): readonly ReportGroup[] {
	const known = memo.get(files);
	if (known) return known;
	const byRule = new Map<string, { weight: Weight; items: ReportItem[] }>();
	for (const file of files)
		for (const { rule, weight, item } of remarksOn(file)) {
			const group = byRule.get(rule) ?? { weight, items: [] };
			byRule.set(rule, group);
			group.items.push(item);
			if (weights.indexOf(weight) < weights.indexOf(group.weight))
				group.weight = weight;
		}
	const groups = [...byRule]
		.map(([rule, { weight, items }]) => ({
			rule,
			weight,
			count: items.length,
			items: items.slice(0, itemsPerGroup),
		}))
		.sort(
			(a, b) =>
				weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
				b.count - a.count ||
				byCodePoint(a.rule, b.rule),
		);
	memo.set(files, groups);
	return groups;
}

function remarksOn(report: FileReport): Remark[] {
	const { file, articleId, status, code, line, reason, excerpt } = report;
	const about = { file, articleId };
	const remarks: Remark[] = [];
	if (status === "quarantined")
		remarks.push({
			rule: code ?? status,
			weight: "quarantined",
			item: { ...about, line, reason, excerpt },
		});
	for (const finding of report.findings) {
		// The reason of a quarantine is one of its findings.
		if (status === "quarantined" && finding.ruleId === code) continue;
		remarks.push({
			rule: finding.ruleId,
			weight: finding.severity,
			item: {
				...about,
				line: finding.line,
				reason: finding.reason,
				excerpt: finding.actual,
			},
		});
	}
	return remarks.length === 0
		? [{ rule: status, weight: "status", item: about }]
		: remarks;
}
