import type { Finding } from "../../src/domain/report.ts";
import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { numberText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PartLinks } from "../parts/PartLinks.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("report");

/** What became of every file, the quarantined ones first. */
export function render(view: View<"report">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { totals, bySource, byRule, files, part, parts } = props;
	return (
		<Page view={view} title={w.report.title} kind="report" section="report">
			<header class="page-head">
				<h1>{w.report.title}</h1>
				<p class="note">{w.report.note}</p>
			</header>
			<dl class="totals">
				{(
					[
						"files",
						"accepted",
						"repaired",
						"duplicates",
						"revisions",
						"withdrawn",
						"quarantined",
					] as const
				).map((name) => (
					<div key={name} class={`total-${name}`}>
						<dt>{w.report[name]}</dt>
						<dd>{numberText(totals[name])}</dd>
					</div>
				))}
			</dl>
			<section aria-labelledby="files">
				<h2 id="files" class="section-name">
					{w.report.files}
				</h2>
				{files.length === 0 && <p class="empty">{w.report.nothing}</p>}
				<ul class="file-reports">
					{files.map((file) => (
						<li key={file.file} class={`status-${file.status}`}>
							<p>
								<b>{w.report.statuses[file.status]}</b>{" "}
								<code class="file">{visible(file.file)}</code>
								{file.line !== undefined && (
									<span> {w.provenance.line(numberText(file.line))}</span>
								)}{" "}
								{file.articleId && (
									<a href={to(articlePath(file.articleId))}>{file.articleId}</a>
								)}
							</p>
							{file.reason && (
								<p>
									{file.reason} {file.code && <code>{file.code}</code>}
								</p>
							)}
							{file.excerpt && (
								<p class="excerpt">
									<code>{visible(file.excerpt)}</code>
								</p>
							)}
							<Findings
								findings={file.findings.filter(
									({ ruleId }) => ruleId !== file.code,
								)}
								w={w}
							/>
						</li>
					))}
				</ul>
				<PartLinks part={part} parts={parts} path={path} w={w} />
			</section>
			{bySource.length > 0 && (
				<section aria-labelledby="by-source">
					<h2 id="by-source" class="section-name">
						{w.report.bySource}
					</h2>
					<table class="figures">
						<thead>
							<tr>
								<th scope="col">{w.report.source}</th>
								<th scope="col">{w.report.articles}</th>
							</tr>
						</thead>
						<tbody>
							{bySource.map(({ id, name, articles }) => (
								<tr key={id}>
									<th scope="row">{name}</th>
									<td>{numberText(articles)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{byRule.length > 0 && (
				<section aria-labelledby="by-rule">
					<h2 id="by-rule" class="section-name">
						{w.report.byRule}
					</h2>
					<table class="figures">
						<thead>
							<tr>
								<th scope="col">{w.report.rule}</th>
								<th scope="col">{w.report.count}</th>
							</tr>
						</thead>
						<tbody>
							{byRule.map(({ rule, count }) => (
								<tr key={rule}>
									<th scope="row">
										<code>{rule}</code>
									</th>
									<td>{numberText(count)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
		</Page>
	);
}

function Findings({ findings, w }: { findings: readonly Finding[]; w: Words }) {
	if (findings.length === 0) return null;
	return (
		<ul class="finding-list">
			{findings.map((finding) => (
				<li
					key={`${finding.ruleId}${finding.line}${finding.reason}`}
					class={finding.severity}
				>
					{w.report.severities[finding.severity]}
					{finding.line !== undefined &&
						` ${w.provenance.line(numberText(finding.line))}`}{" "}
					{finding.reason} <code>{finding.ruleId}</code>
				</li>
			))}
		</ul>
	);
}

/** Control characters, which a page may not hold, as their pictures (U+2400 …). */
function visible(text: string): string {
	return Array.from(text, (character) => {
		const code = character.codePointAt(0) ?? 0;
		return code < 0x20 ? String.fromCodePoint(0x2400 + code) : character;
	}).join("");
}
