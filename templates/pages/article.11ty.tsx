import {
	articlePath,
	encounterPath,
	listPath,
	paths,
	relativePath,
} from "../../src/site/addresses.ts";
import { bodyHtml } from "../../src/site/body.ts";
import { citationsOf } from "../../src/site/cite/citations.ts";
import type { Brief } from "../../src/site/props.ts";
import type { ArticleView } from "../../src/site/views.ts";
import { minutesText, numberText, spanText, utcText } from "../format.ts";
import { paged } from "../paged.ts";
import { BriefLink } from "../parts/ArticleList.tsx";
import { ArticleMeta } from "../parts/ArticleMeta.tsx";
import { Changes } from "../parts/Changes.tsx";
import { Cite } from "../parts/Cite.tsx";
import { DateStamp } from "../parts/DateStamp.tsx";
import { Headline } from "../parts/Headline.tsx";
import { Keep } from "../parts/Keep.tsx";
import { Page } from "../parts/Page.tsx";
import { Provenance } from "../parts/Provenance.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("article");

/** One article: to read, to check, to cite. */
export function render(view: ArticleView) {
	const { archive, article, path, props } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const missing = article.figures.filter(
		({ asset }) => asset === undefined,
	).length;
	const body = bodyHtml(article, props.evidence, w.article, path);
	return (
		<Page
			view={view}
			title={article.headline}
			description={article.paragraphs[0]?.text.slice(0, 150)}
			kind="article"
			scripts={["article.js"]}
			head={<ArticleMeta article={article} archive={archive} />}
		>
			<article data-article-id={article.id} class="story">
				<header class="story-head" lang={article.language}>
					<p class="kicker">
						<a href={to(listPath("source", article.source.id, ""))}>
							{article.source.name}
						</a>
					</p>
					<h1 id="headline">
						<Headline text={article.headline} />
					</h1>
					<p class="dateline" lang={archive.language}>
						<DateStamp at={article.published ?? {}} w={w} withZone />
						{article.bylines.length > 0 && (
							<span class="byline" lang={article.language}>
								{w.marks.list(article.bylines)}
							</span>
						)}
						<span>
							{w.count.characters(numberText(props.characters))}
							{w.marks.comma}
							{w.count.minutes(minutesText(props.characters))}
						</span>
					</p>
				</header>
				{article.revisionOf && (
					<p class="notice">
						{w.article.revisionNotice}{" "}
						<a href={to(articlePath(article.revisionOf))}>
							{w.article.currentVersion}
						</a>
					</p>
				)}
				{article.paragraphs.length === 0 && (
					<p class="notice">{w.article.noText}</p>
				)}
				<div
					class="body"
					lang={article.language}
					// Made safe by ingest, as pages of the owner's own are; no other markup is left unescaped
					dangerouslySetInnerHTML={{ __html: body }}
				/>
				{article.credits.length > 0 && (
					<ul class="credits" lang={article.language}>
						{article.credits.map(({ role, text, href }) => (
							<li key={role + text}>
								<span class="role" lang={archive.language}>
									{w.article.creditRoles[role]}
								</span>{" "}
								{href ? (
									<a href={href} rel="noreferrer">
										{text}
									</a>
								) : (
									text
								)}
							</li>
						))}
					</ul>
				)}
				{missing > 0 && (
					<p class="rights">{w.article.imagesMissing(numberText(missing))}</p>
				)}
				<p class="rights">
					{props.rights ?? w.article.rights(article.source.name)}
				</p>
			</article>
			<aside class="margin" aria-label={w.article.marginal}>
				<Meetings view={view} w={w} />
				<Links title={w.article.people} links={props.people} path={path} />
				<Links title={w.article.places} links={props.places} path={path} />
				<Links title={w.article.tags} links={props.tags} path={path} />
				<Keep
					paragraphs={article.paragraphs
						.filter(({ kind }) => kind !== "table-row")
						.map(({ id }) => id)}
					to={to}
					w={w}
				/>
				{props.revisions.length > 0 && (
					<section>
						<h2>{w.article.revisions}</h2>
						<ul>
							{props.revisions.map(({ id, recorded }) => (
								<li key={id}>
									<a href={to(articlePath(id))}>
										{recorded === undefined
											? id
											: w.article.recordedAt(utcText(recorded))}
									</a>{" "}
									<CompareLink path={path} pair={[id, article.id]} w={w} />
								</li>
							))}
						</ul>
					</section>
				)}
			</aside>
			<div class="apparatus">
				{view.changes && (
					<Changes changes={view.changes} language={article.language} w={w} />
				)}
				{props.related.length > 0 && (
					<section aria-labelledby="related">
						<h2 id="related" class="section-name">
							{w.article.related}
						</h2>
						<ul class="related">
							{props.related.map((brief) => (
								<li key={brief.id}>
									<BriefLink brief={brief} path={path} />
									<span class="meta">
										<span>{brief.sourceName}</span>
										<DateStamp at={brief} w={w} />
										<CompareLink
											path={path}
											pair={[article.id, brief.id]}
											w={w}
										/>
									</span>
								</li>
							))}
						</ul>
					</section>
				)}
				<Cite
					citations={citationsOf(article, archive.baseUrl)}
					name={article.id}
					archive={archive}
					w={w}
				/>
				<Provenance article={article} view={view} w={w} />
				{(props.previous || props.next) && (
					<nav class="neighbours" aria-label={w.article.neighbours}>
						<Neighbour
							brief={props.previous}
							label={w.article.previous}
							rel="prev"
							path={path}
						/>
						<Neighbour
							brief={props.next}
							label={w.article.next}
							rel="next"
							path={path}
						/>
					</nav>
				)}
			</div>
		</Page>
	);
}

/** @param pair ids of the articles that are shown left and right. */
function CompareLink(props: {
	path: string;
	pair: readonly [string, string];
	w: Words;
}) {
	const [a, b] = props.pair;
	return (
		<a href={`${relativePath(props.path, paths.compare)}?a=${a}&b=${b}`}>
			{props.w.compare.link}
		</a>
	);
}

function Meetings({ view, w }: { view: ArticleView; w: Words }) {
	const { props, path } = view;
	if (props.encounters.length === 0) return null;
	return (
		<section class="meetings">
			<h2>{w.article.meetings}</h2>
			<ul>
				{props.encounters.map((encounter) => (
					<li key={encounter.id}>
						<a href={relativePath(path, encounterPath(encounter.id))}>
							<span class="when">{spanText(encounter, w)}</span>{" "}
							<span class="where" lang="zh-Hans">
								{[encounter.city, encounter.venue].filter(Boolean).join(" ")}
							</span>
						</a>
						<span class="anchors">
							{props.evidence
								.filter((one) => one.encounter === encounter.id)
								.map((one) => (
									<a key={one.paragraph + one.quote} href={`#${one.paragraph}`}>
										{
											{
												main: w.article.mainClaim,
												recall: w.article.recallClaim,
												caption: w.article.captionClaim,
											}[one.role as "main" | "recall" | "caption"]
										}
									</a>
								))}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Links(props: {
	title: string;
	links: readonly { name: string; path: string }[];
	path: string;
}) {
	if (props.links.length === 0) return null;
	return (
		<section>
			<h2>{props.title}</h2>
			<ul class="chips">
				{props.links.map(({ name, path: target }) => (
					<li key={target}>
						<a href={relativePath(props.path, target)}>{name}</a>
					</li>
				))}
			</ul>
		</section>
	);
}

function Neighbour(props: {
	brief: Brief | undefined;
	label: string;
	rel: "prev" | "next";
	path: string;
}) {
	const { brief, label, rel, path } = props;
	if (!brief) return <span />;
	return (
		<a rel={rel} class={rel} href={relativePath(path, articlePath(brief.id))}>
			<small>{label}</small> <span lang={brief.language}>{brief.headline}</span>
		</a>
	);
}
