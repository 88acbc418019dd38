import type { ComponentChildren } from "preact";
import type { Mention } from "../../src/domain/encounter.ts";
import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { Brief } from "../../src/site/props.ts";
import { dayText } from "../format.ts";
import type { Words } from "../words.ts";
import { Prose } from "./Prose.tsx";

interface Around {
	readonly articles: Readonly<Record<string, Brief>>;
	readonly path: string;
	readonly w: Words;
}

type Sentence = Pick<Mention, "articleId" | "paragraph" | "quote">;

/** Mentions, each sentence once: a wire that several outlets print, a headline that the text repeats. */
export function bySentence<Item extends Sentence>(
	mentions: readonly Item[],
): readonly (readonly [Item, ...Item[]])[] {
	const groups = new Map<string, [Item, ...Item[]]>();
	for (const mention of mentions) {
		const key = mention.quote.replaceAll(/[\s\p{P}]/gu, "");
		const known = groups.get(key);
		if (known) known.push(mention);
		else groups.set(key, [mention]);
	}
	return [...groups.values()];
}

/** Reports before recalls, recalls before captions; the surest first. */
export function sorted(mentions: readonly Mention[]): Mention[] {
	const rank = { main: 0, recall: 1, caption: 2 };
	return [...mentions].sort(
		(a, b) => rank[a.role] - rank[b.role] || b.confidence - a.confidence,
	);
}

/** A sentence of evidence, where it stands, how sure it is, and where else it stands. */
export function Quote(
	props: Around & { readonly mentions: readonly [Mention, ...Mention[]] },
) {
	const {
		mentions: [mention, ...same],
		w,
	} = props;
	return (
		<QuoteFrame {...props} of={mention}>
			<span>{w.timeline.roles[mention.role]}</span>
			{mention.expression && (
				<span>{w.timeline.statedAs(mention.expression)}</span>
			)}
			<span>{w.timeline.certainty[certainty(mention.confidence)]}</span>
			<Elsewhere {...props} of={same} />
		</QuoteFrame>
	);
}

/** Where else the same sentence stands. */
export function Elsewhere({
	of,
	...around
}: Around & { readonly of: readonly Sentence[] }) {
	if (of.length === 0) return null;
	return (
		<span class="same-words">
			{around.w.timeline.sameWords}
			{of.map((one) => (
				<SentenceLink
					key={`${one.articleId}${one.paragraph}${one.quote}`}
					of={one}
					{...around}
				/>
			))}
		</span>
	);
}

/** A sentence and where it stands; `children` say more of it. */
export function QuoteFrame({
	of,
	children,
	...around
}: Around & { readonly of: Sentence; readonly children?: ComponentChildren }) {
	return (
		<figure class="quote">
			<blockquote lang={around.articles[of.articleId]?.language}>
				<p>
					<Prose text={of.quote} />
				</p>
			</blockquote>
			<figcaption>
				<SentenceLink of={of} {...around} />
				{children}
			</figcaption>
		</figure>
	);
}

/** The outlet and day of a sentence, leading to its paragraph. */
export function SentenceLink({
	of,
	articles,
	path,
	w,
}: Around & { of: Sentence }) {
	const brief = articles[of.articleId];
	return (
		<a
			href={`${relativePath(path, articlePath(of.articleId))}#${of.paragraph}`}
		>
			{brief?.sourceName ?? of.articleId}
			{brief?.day && `${w.marks.comma}${dayText(brief.day, w)}`}
		</a>
	);
}

function certainty(confidence: number): "high" | "medium" | "low" {
	if (confidence >= 0.8) return "high";
	return confidence >= 0.5 ? "medium" : "low";
}
