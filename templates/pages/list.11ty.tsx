import { relativePath } from "../../src/site/addresses.ts";
import type { ListProps } from "../../src/site/pages/list.ts";
import type { View } from "../../src/site/views.ts";
import { numberText, periodText, zoneText } from "../format.ts";
import { paged } from "../paged.ts";
import { ArticleList } from "../parts/ArticleList.tsx";
import { Page } from "../parts/Page.tsx";
import { PartLinks } from "../parts/PartLinks.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("list");

/** Articles of a stretch of time, of the whole archive or of one source, person, place or tag. */
export function render(view: View<"list">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { facet, period, up, earlier, later } = props;
	const name = title(props, w);
	const atom = facet?.kind === "source" && `feeds/${facet.id}.xml`;
	return (
		<Page
			view={view}
			title={name}
			kind="list"
			section={facet?.kind ?? "years"}
			head={
				atom && (
					<link
						rel="alternate"
						type="application/atom+xml"
						title={`${facet?.name} · ${archive.title}`}
						href={to(atom)}
					/>
				)
			}
		>
			<header class="page-head">
				{up && (
					<p class="up">
						<a href={to(up.path)}>
							{up.name}
							{up.name && up.period && " "}
							{up.period && periodText(up.period, w)}
							{!up.name &&
								!up.period &&
								(facet ? w.facets[facet.kind] : w.years.title)}
						</a>
					</p>
				)}
				<h1>{name}</h1>
				<p class="tally">
					<span>{w.count.articles(numberText(props.total))}</span>
					{props.source?.homepage && (
						<a href={props.source.homepage} rel="noreferrer">
							{w.list.homepage}
						</a>
					)}
					{props.source && <span>{zoneText(props.source.zone, w)}</span>}
					{atom && period === "" && <a href={to(atom)}>{w.feed.atom}</a>}
				</p>
				{props.rights && <p class="note">{props.rights}</p>}
			</header>
			{props.children.length > 0 && (
				<nav class="periods" aria-label={w.list.byPeriod}>
					<ul>
						{props.children.map((child) => (
							<li key={child.path}>
								<a href={to(child.path)}>{periodText(child.name, w)}</a>{" "}
								<span class="count">{numberText(child.count)}</span>
							</li>
						))}
					</ul>
				</nav>
			)}
			{props.latestOnly && <h2 class="section-name">{w.list.latest}</h2>}
			{(props.briefs.length > 0 || props.children.length === 0) && (
				<ArticleList
					briefs={props.briefs}
					path={path}
					w={w}
					hideSource={facet?.kind === "source"}
				/>
			)}
			<PartLinks part={props.part} parts={props.parts} path={path} w={w} />
			{(earlier || later) && (
				<nav class="neighbours" aria-label={w.list.byPeriod}>
					{earlier && (
						<a rel="prev" href={to(earlier.path)}>
							<small>{w.list.earlier}</small> {periodText(earlier.name, w)}
						</a>
					)}
					{later && (
						<a rel="next" href={to(later.path)}>
							<small>{w.list.later}</small> {periodText(later.name, w)}
						</a>
					)}
				</nav>
			)}
		</Page>
	);
}

function title({ facet, period, part, parts }: ListProps, w: Words): string {
	const when = period === "" ? "" : periodText(period, w);
	const name = [facet?.name, when].filter(Boolean).join(" ");
	return parts.length > 1
		? `${name}（${w.list.page(String(part), String(parts.length))}）`
		: name;
}
