import type { FileReport, Report } from "../../domain/report.ts";
import { paths } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { type Pages, type PlaceOfPage, parts } from "./page-kind.ts";

export interface ReportProps {
	readonly totals: Report["totals"];
	readonly bySource: Report["bySource"];
	readonly byRule: Report["byRule"];
	readonly files: readonly FileReport[];
	readonly part: number;
	readonly parts: readonly string[];
}

/** Files on one page of the report. */
const filesPerPage = 200;

export const report: Pages<ReportProps> = {
	list: (site) =>
		parts(site.corpus.report.files.length, filesPerPage).map((part) => ({
			path: reportPath(part),
			params: { part },
		})),
	props: reportProps,
};

function reportProps(site: Site, page: PlaceOfPage): ReportProps {
	const { part = 1 } = page.params;
	const { totals, bySource, byRule, files } = site.corpus.report;
	const from = (part - 1) * filesPerPage;
	// What was kept out comes first: that is what an owner looks for.
	const ordered = [
		...files.filter(({ status }) => status === "quarantined"),
		...files.filter(({ status }) => status !== "quarantined"),
	];
	return {
		totals,
		bySource: part === 1 ? bySource : [],
		byRule: part === 1 ? byRule : [],
		files: ordered.slice(from, from + filesPerPage),
		part,
		parts: parts(files.length, filesPerPage).map(reportPath),
	};
}

function reportPath(part: number): string {
	return part === 1 ? paths.report : `report-${part}.html`;
}
