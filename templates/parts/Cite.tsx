import type { Article } from "../../src/domain/article.ts";
import { citationsOf } from "../../src/site/citations.ts";
import type { Words } from "../words.ts";

/** The article as a reference, ready to copy or to load into a reference manager. */
export function Cite({ article, w }: { article: Article; w: Words }) {
	const citations = citationsOf(article);
	const styles = [
		["gbt", w.cite.gbt, "zh-Hans"],
		["apa", w.cite.apa, "en"],
		["chicago", w.cite.chicago, "en"],
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
								{citations[id]}
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
