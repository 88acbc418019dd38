import type { Article } from "../../src/domain/article.ts";
import { relativePath } from "../../src/site/addresses.ts";
import {
	archivedCopy,
	keptArchivePath,
	replayAddress,
} from "../../src/site/kept-archives.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import { isoText, numberText, utcText } from "../format.ts";
import type { Words } from "../words.ts";
import { DateStamp } from "./DateStamp.tsx";

/** Where the article comes from, how its date was decided, and what was taken away. */
export function Provenance(props: {
	article: Article;
	view: { readonly path: string; readonly archive: ArchiveProps };
	w: Words;
}) {
	const { article, view, w } = props;
	const { provenance, published, recorded, url, witnesses } = article;
	const p = w.provenance;
	const copy = archivedCopy(article);
	return (
		<section class="provenance" aria-labelledby="provenance">
			<h2 id="provenance" class="section-name">
				{p.title}
			</h2>
			<dl>
				{url && (
					<>
						<dt>{p.original}</dt>
						<dd>
							<a
								class="address"
								href={url}
								rel="noreferrer"
								data-originalurl={url}
								data-versionurl={copy}
								data-versiondate={
									recorded === undefined
										? undefined
										: isoText(recorded).slice(0, 10)
								}
							>
								{url}
							</a>
						</dd>
					</>
				)}
				{copy && (
					<>
						<dt>{p.archived}</dt>
						<dd>
							<a
								href={copy}
								rel="noreferrer"
								data-originalurl={url}
								data-versiondate={
									recorded === undefined
										? undefined
										: isoText(recorded).slice(0, 10)
								}
							>
								{p.archivedNote}
							</a>
						</dd>
					</>
				)}
				<dt>{p.published}</dt>
				<dd>
					<DateStamp at={published ?? {}} w={w} withZone />
				</dd>
				{recorded !== undefined && (
					<>
						<dt>{p.recorded}</dt>
						<dd>
							<time dateTime={isoText(recorded)}>{utcText(recorded)}</time>
						</dd>
					</>
				)}
				{witnesses.length > 0 && (
					<>
						<dt>{p.decided}</dt>
						<dd>
							<ul>
								{witnesses.map((witness) => (
									<li key={`${witness.kind}${witness.line}${witness.text}`}>
										{p.kinds[witness.kind]}
										{w.marks.colon}
										<q>{witness.text}</q>
										{w.marks.comma}
										{p.verdicts[witness.verdict]}
									</li>
								))}
							</ul>
						</dd>
					</>
				)}
				<dt>{p.file}</dt>
				<dd>
					<code>{nameInSeeds(provenance)}</code>{" "}
					<span class="quiet">
						{p.size(numberText(provenance.bytes), provenance.encoding)}
					</span>
				</dd>
				<KeptArchive article={article} view={view} w={w} />
				<dt>{p.hash}</dt>
				<dd>
					<code class="hash">{provenance.sha256}</code>
				</dd>
				<dt>{p.id}</dt>
				<dd>
					<code>{article.id}</code>
				</dd>
				<dt>{p.removed}</dt>
				<dd>
					{provenance.removed.length === 0 ? (
						p.removedNothing
					) : (
						<ul>
							{provenance.removed.map(({ rule, count, text }) => (
								<li key={rule}>
									<code>{rule}</code> {w.count.times(numberText(count))}
									{text && <q class="removed-text">{clip(text)}</q>}
								</li>
							))}
						</ul>
					)}
				</dd>
				{provenance.repaired.length > 0 && (
					<>
						<dt>{p.repaired}</dt>
						<dd>
							{provenance.repaired.map((rule) => (
								<code key={rule}>{rule} </code>
							))}
						</dd>
					</>
				)}
				{provenance.copies.length > 0 && (
					<>
						<dt>{p.copies}</dt>
						<dd>
							<ul>
								{provenance.copies.map((one) => (
									<li key={nameInSeeds(one)}>
										<code>{nameInSeeds(one)}</code>
										{one.recorded !== undefined && ` ${utcText(one.recorded)}`}
									</li>
								))}
							</ul>
						</dd>
					</>
				)}
			</dl>
		</section>
	);
}

/** The web archive that the article is from, where the site has it. */
function KeptArchive(props: Parameters<typeof Provenance>[0]) {
	const { article, view, w } = props;
	const { keepsArchives, baseUrl } = view.archive;
	const kept = keepsArchives && keptArchivePath(article.provenance);
	if (!kept) return null;
	return (
		<>
			<dt>{w.provenance.kept}</dt>
			<dd>
				<a href={relativePath(view.path, kept)} download>
					{w.provenance.keptFile}
				</a>{" "}
				{baseUrl && (
					<a href={replayAddress(baseUrl + kept, article)} rel="noreferrer">
						{w.provenance.replay}
					</a>
				)}
			</dd>
		</>
	);
}

/** The corpus keeps all of it; a page shows the beginning. */
function clip(text: string): string {
	const characters = Array.from(text.replace(/\s+/g, " "));
	return characters.length > 120
		? `${characters.slice(0, 120).join("")}…`
		: characters.join("");
}

/** A file, and which of its articles where it holds many: `crawl.warc.gz#1534`. */
function nameInSeeds({
	file,
	record,
}: {
	readonly file: string;
	readonly record?: string | undefined;
}): string {
	return record === undefined ? file : `${file}#${record}`;
}
