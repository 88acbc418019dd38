import { articlePath, paths, relativePath } from "../../src/site/addresses.ts";
import type { ReportGroup, ReportItem } from "../../src/site/pages/report.ts";
import type { View } from "../../src/site/views.ts";
import { numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PartLinks } from "../parts/PartLinks.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("report");

/** Remarks of one rule that are shown before the rest is unfolded. */
const unfolded = 20;

/** What became of every file: by rule, the worst first. */
export function render(view: View<"report">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const { totals, groups, files, part, parts } = props;
	return (
		<Page
			view={view}
			title={w.report.title}
			kind="report"
			section="report"
			scripts={["report.js"]}
		>
			<header class="page-head">
				<h1>{w.report.title}</h1>
				<p class="note">{w.report.note}</p>
				{part === 1 && (
					<p class="note">
						{w.report.changed}{" "}
						<a href={relativePath(path, paths.recent)}>{w.nav.recent}</a>
					</p>
				)}
			</header>
			{totals && (
				<dl class="totals">
					{(
						[
							"files",
							"accepted",
							"repaired",
							"duplicates",
							"revisions",
							"quarantined",
						] as const
					).map((name) => (
						<div key={name} class={`total-${name}`}>
							<dt>{w.report[name]}</dt>
							<dd>{numberText(totals[name])}</dd>
						</div>
					))}
				</dl>
			)}
			{part === 1 && groups.length === 0 && (
				<p class="empty">{w.report.nothing}</p>
			)}
			{groups.length > 0 && (
				<>
					<nav class="jumps" aria-label={w.report.byRule}>
						<ul>
							{groups.map(({ rule, count }) => (
								<li key={rule}>
									<a href={`#${anchorOf(rule)}`}>{ruleName(rule, w)}</a>{" "}
									<span class="count">{numberText(count)}</span>
								</li>
							))}
						</ul>
					</nav>
					<p class="report-filter" hidden>
						<label for="report-filter">{w.report.filter}</label>{" "}
						<input id="report-filter" type="search" autocomplete="off" />{" "}
						<output for="report-filter" data-shown={w.report.shown("{n}")} />
					</p>
					{groups.map((group) => (
						<Group key={group.rule} group={group} view={view} w={w} />
					))}
				</>
			)}
			{files.length > 0 && (
				<ul class="file-reports">
					{files.map((file) => (
						<li key={file.file} class={`status-${file.status}`}>
							<p>
								<b>{w.report.statuses[file.status]}</b>{" "}
								<code class="file">{visible(file.file)}</code>
							</p>
							<ul class="finding-list">
								{file.findings.map((finding) => (
									<li key={`${finding.ruleId}${finding.line}${finding.reason}`}>
										{ruleName(finding.ruleId, w)}
										{finding.line !== undefined &&
											`${w.marks.comma}${w.provenance.line(numberText(finding.line))}`}
									</li>
								))}
							</ul>
						</li>
					))}
				</ul>
			)}
			<PartLinks part={part} parts={parts} path={path} w={w} />
			<Tables view={view} w={w} />
		</Page>
	);
}

function Group(props: { group: ReportGroup; view: View<"report">; w: Words }) {
	const { group, view, w } = props;
	const { rule, weight, count, items } = group;
	const id = anchorOf(rule);
	const more = items.slice(unfolded);
	const list = (some: readonly ReportItem[]) => (
		<ul class="file-reports">
			{some.map((item) => (
				<Item
					key={`${item.file} ${item.line} ${item.reason} ${item.excerpt}`}
					item={item}
					path={view.path}
					w={w}
				/>
			))}
		</ul>
	);
	return (
		<section class={`report-group weight-${weight}`} aria-labelledby={id}>
			<h2 id={id}>
				{weight !== "status" && (
					<b>
						{weight === "quarantined"
							? w.report.quarantined
							: w.report.severities[weight]}
					</b>
				)}{" "}
				{ruleName(rule, w)} <span class="count">{numberText(count)}</span>
			</h2>
			{weight !== "status" && (
				<p class="quiet">
					<code>{rule}</code>
				</p>
			)}
			{list(items.slice(0, unfolded))}
			{more.length > 0 && (
				<details>
					<summary>{w.report.more(numberText(more.length))}</summary>
					{list(more)}
				</details>
			)}
			{count > items.length && (
				<p class="note">{w.report.rest(numberText(count - items.length))}</p>
			)}
		</section>
	);
}

function Item(props: { item: ReportItem; path: string; w: Words }) {
	const { item, path, w } = props;
	return (
		<li>
			<p>
				<code class="file">{visible(item.file)}</code>
				{item.line !== undefined && (
					<span> {w.provenance.line(numberText(item.line))}</span>
				)}{" "}
				{item.articleId && (
					<a href={relativePath(path, articlePath(item.articleId))}>
						{w.report.article}
					</a>
				)}
			</p>
			{item.reason && (
				<p class="quiet" lang={item.isForeign && "en"}>
					{item.reason}
				</p>
			)}
			{item.excerpt && (
				<p class="excerpt">
					<code>{visible(item.excerpt)}</code>
				</p>
			)}
		</li>
	);
}

function Tables({ view, w }: { view: View<"report">; w: Words }) {
	const { bySource, withoutZone, byRule } = view.props;
	return (
		<>
			<Figures
				id="without-zone"
				title={w.report.withoutZone}
				note={w.report.withoutZoneNote}
				heads={[w.report.source, w.report.articles]}
				rows={withoutZone.map((outlet) => ({
					...outlet,
					count: outlet.articles,
				}))}
			/>
			<Figures
				id="by-source"
				title={w.report.bySource}
				heads={[w.report.source, w.report.articles]}
				rows={bySource.map((outlet) => ({ ...outlet, count: outlet.articles }))}
			/>
			<Figures
				id="by-rule"
				title={w.report.byRule}
				heads={[w.report.rule, w.report.count]}
				rows={byRule.map(({ rule, count }) => ({
					id: rule,
					name: ruleName(rule, w),
					code: rule,
					count,
				}))}
			/>
		</>
	);
}

/** A table of numbers; nothing where there are none. */
function Figures(props: {
	id: string;
	title: string;
	note?: string;
	heads: readonly [string, string];
	rows: readonly { id: string; name: string; code?: string; count: number }[];
}) {
	const { id, title, note, heads, rows } = props;
	if (rows.length === 0) return null;
	return (
		<section aria-labelledby={id}>
			<h2 id={id} class="section-name">
				{title}
			</h2>
			{note && <p class="note">{note}</p>}
			<table class="figures">
				<thead>
					<tr>
						{heads.map((head) => (
							<th key={head} scope="col">
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							<th scope="row">
								{row.name}
								{row.code && (
									<>
										{" "}
										<code class="quiet">{row.code}</code>
									</>
								)}
							</th>
							<td>{numberText(row.count)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** The rule in words, where the catalogue has some. */
function ruleName(rule: string, w: Words): string {
	const statuses: Readonly<Record<string, string>> = w.report.statuses;
	return w.report.rules[rule] ?? statuses[rule] ?? rule;
}

function anchorOf(rule: string): string {
	return `rule-${rule.replaceAll("/", "-")}`;
}

/** Control characters, which a page may not hold, as their pictures (U+2400 …). */
function visible(text: string): string {
	return Array.from(text, (character) => {
		const code = character.codePointAt(0) ?? 0;
		return code < 0x20 ? String.fromCodePoint(0x2400 + code) : character;
	}).join("");
}
