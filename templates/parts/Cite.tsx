import type { Article } from "../../src/domain/article.ts";
import { citationsOf } from "../../src/site/cite/citations.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import type { Words } from "../words.ts";

/**
 * The article as a reference, ready to copy or to load into a reference manager: the original, and on a second line the
 * copy that this archive keeps.
 */
export function Cite(props: {
	article: Article;
	archive: ArchiveProps;
	w: Words;
}) {
	const { article, archive, w } = props;
	const citations = citationsOf(article, archive.baseUrl);
	const { address, sha256 } = citations.copy;
	const styles = [
		["gbt2025", w.cite.gbt2025, "zh-Hans"],
		["gbt2015", w.cite.gbt2015, "zh-Hans"],
		["apa", w.cite.apa, "en"],
		["chicago", w.cite.chicago, "en"],
		["mla", w.cite.mla, "en"],
	] as const;
	const files = [
		["BibTeX", "bib", "application/x-bibtex", citations.bibtex],
		["RIS", "ris", "application/x-research-info-systems", citations.ris],
		[
			"CSL-JSON",
			"csl.json",
			"application/vnd.citationstyles.csl+json",
			citations.csl,
		],
	] as const;
	return (
		<section class="cite" aria-labelledby="cite" data-copied={w.cite.copied}>
			<h2 id="cite" class="section-name">
				{w.cite.title}
			</h2>
			<dl>
				{styles.map(([id, name, language]) => (
					<div key={id}>
						<dt>{name}</dt>
						<dd>
							<p id={`cite-${id}`} data-cite={id} lang={language}>
								{citations.styles[id]}
								<br />
								<span class="kept-copy">
									{language === "en"
										? `Archived copy: ${archive.title}, ${address}, SHA-256 ${sha256}.`
										: `存档副本：${archive.title}，${address}，SHA-256 ${sha256}。`}
								</span>
							</p>
							<button
								type="button"
								hidden
								data-copy={`cite-${id}`}
								aria-label={`${w.cite.copy} ${name}`}
							>
								{w.cite.copy}
							</button>
						</dd>
					</div>
				))}
			</dl>
			<p class="downloads">
				<span>{w.cite.download}</span>
				{files.map(([name, extension, type, text]) => (
					<a
						key={name}
						download={`${article.id}.${extension}`}
						type={type}
						href={`data:${type};charset=utf-8;base64,${Buffer.from(text).toString("base64")}`}
					>
						{name}
					</a>
				))}
			</p>
		</section>
	);
}
