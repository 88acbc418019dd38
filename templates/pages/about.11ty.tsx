import {
	facetIndexPath,
	listPath,
	paths,
	relativePath,
} from "../../src/site/addresses.ts";
import { archiveFeeds } from "../../src/site/feed-paths.ts";
import type { View } from "../../src/site/views.ts";
import { zoneText } from "../format.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("about");

/** What the archive is, what it is not, and where its data lies. */
export function render(view: View<"about">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	return (
		<Page view={view} title={w.about.title} kind="about" section="about">
			<div class="prose">
				<h1>{w.about.title}</h1>
				<p class="statement">{archive.description}</p>
				<h2>{w.about.whatIs}</h2>
				<p>{w.about.whatIsText}</p>
				<h2>{w.about.whatIsNot}</h2>
				<p>{w.about.whatIsNotText}</p>
				<h2>{w.about.dates}</h2>
				<p>{w.about.datesText}</p>
				<h2>{w.about.timelines}</h2>
				<p>{w.about.timelinesText}</p>
				<ul id="certainty">
					{w.timeline.readingTerms.map((term) => (
						<li key={term}>{term}</li>
					))}
				</ul>
				<ul class="also">
					{props.timelines.map(({ name, path: target }) => (
						<li key={target}>
							<a href={to(target)} lang="zh-Hans">
								{name}
							</a>
						</li>
					))}
				</ul>
				<h2>{w.about.rights}</h2>
				<p>{w.about.rightsText}</p>
				{props.sources.length > 0 && (
					<>
						<h2>{w.about.sources}</h2>
						<ul>
							{props.sources.map((source) => (
								<li key={source.id}>
									<a href={to(listPath("source", source.id, ""))}>
										{source.name}
									</a>
									{w.marks.comma}
									{zoneText(source.zone, w)}
									{source.rights && `${w.marks.stop}${source.rights}`}
								</li>
							))}
						</ul>
						<p class="more">
							<a href={to(facetIndexPath("source"))}>{w.facets.source}</a>
						</p>
					</>
				)}
				<p class="more">
					<a href={to(paths.withdrawn)}>{w.withdrawn.title}</a>
				</p>
				<h2>{w.about.machines}</h2>
				<p>{w.about.machinesText}</p>
				<dl>
					{props.downloads.map(({ kind, title, of, paths: files }) => (
						<div key={files[0]}>
							<dt>
								{w.about.downloads[kind] ?? title}
								{of && `（${of}）`}
							</dt>
							<dd>
								<FileLinks files={files} to={to} />
							</dd>
						</div>
					))}
					<div>
						<dt>{w.about.dataPackage}</dt>
						<dd>
							<FileLinks files={described} to={to} />
						</dd>
					</div>
				</dl>
				<h2>{w.about.feeds}</h2>
				<ul class="downloads">
					<li>
						<a href={to(archiveFeeds.atom)}>{w.feed.atom}</a>
					</li>
					<li>
						<a href={to(archiveFeeds.json)}>{w.feed.json}</a>
					</li>
				</ul>
				<h2>{w.about.offline}</h2>
				<p>{w.about.offlineText}</p>
			</div>
		</Page>
	);
}

/** What says of all others what they are, and that they are whole. */
const described = ["data/datapackage.json", "data/manifest-sha256.txt"];

function FileLinks({
	files,
	to,
}: {
	files: readonly string[];
	to: (path: string) => string;
}) {
	return (
		<ul class="downloads">
			{files.map((path) => (
				<li key={path}>
					<a href={to(path)}>{path.split("/").at(-1)}</a>
				</li>
			))}
		</ul>
	);
}
