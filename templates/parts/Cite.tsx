import type { Citations } from "../../src/site/cite/citations.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import type { Words } from "../words.ts";

/**
 * A reference, ready to copy or to load into a reference manager: the original, and on a second line where this archive keeps
 * it.
 */
export function Cite(props: {
	citations: Citations;
	/** Of downloaded files, without their endings. */
	name: string;
	archive: ArchiveProps;
	w: Words;
}) {
	const { citations, archive, w } = props;
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
									{keptText(citations, archive.title, language)}
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
						download={`${props.name}.${extension}`}
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

/** Where the archive keeps what is cited, in the language of the style. */
function keptText(
	{ copy: { address, sha256 } }: Citations,
	title: string,
	language: "en" | "zh-Hans",
): string {
	if (language === "en")
		return sha256 === undefined
			? `Archive entry: ${title}, ${address}.`
			: `Archived copy: ${title}, ${address}, SHA-256 ${sha256}.`;
	return sha256 === undefined
		? `存档条目：${title}，${address}。`
		: `存档副本：${title}，${address}，SHA-256 ${sha256}。`;
}
