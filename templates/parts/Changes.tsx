import type { DiffParagraph } from "../../src/enrich/revision-diff.ts";
import type { Words } from "../words.ts";

interface Props {
	readonly changes: readonly DiffParagraph[];
	readonly language: string;
	readonly w: Words;
}

/** What was struck out of this version and what was written in since; unchanged paragraphs are left out. */
export function Changes({ changes, language, w }: Props) {
	const changed = changes.filter(({ kind }) => kind !== "same");
	return (
		<section class="changes" aria-labelledby="changes">
			<h2 id="changes" class="section-name">
				{w.article.changes}
			</h2>
			{changed.length === 0 && <p>{w.article.noChanges}</p>}
			<div lang={language}>
				{changed.map((paragraph) =>
					paragraph.kind === "changed" ? (
						<p key={JSON.stringify(paragraph)}>
							{paragraph.changes.map(({ kind, text }) => piece(kind, text))}
						</p>
					) : (
						<p key={paragraph.kind + paragraph.text}>
							{piece(paragraph.kind, paragraph.text)}
						</p>
					),
				)}
			</div>
		</section>
	);
}

function piece(kind: "same" | "removed" | "added", text: string) {
	if (kind === "removed") return <del>{text}</del>;
	return kind === "added" ? <ins>{text}</ins> : text;
}
