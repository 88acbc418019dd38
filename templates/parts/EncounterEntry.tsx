import type { ComponentChildren } from "preact";
import type { Mention } from "../../src/domain/encounter.ts";
import {
	articlePath,
	encounterAnchor,
	encounterPath,
	relativePath,
} from "../../src/site/addresses.ts";
import type { Brief, EncounterEntry as Entry } from "../../src/site/props.ts";
import { dayText, numberText, spanText, weekdayText } from "../format.ts";
import type { Words } from "../words.ts";
import { Headline } from "./Headline.tsx";

interface Props {
	readonly entry: Entry;
	readonly path: string;
	readonly w: Words;
	/** Level of the title's heading. */
	readonly heading: "h1" | "h3";
	/** Show all evidence, not only the first sentence. */
	readonly open?: boolean;
}

/** One meeting with the sentences that it rests on. */
export function EncounterEntry({ entry, path, w, heading, open }: Props) {
	const { encounter, articles } = entry;
	const { place, mentions } = encounter;
	const Heading = heading;
	const [first, ...more] = sorted(mentions);
	const ids = [...new Set(mentions.map(({ articleId }) => articleId))];
	const sources = new Set(ids.map((id) => articles[id]?.source));
	const quotes = more.map((mention) => (
		<Quote
			key={mention.articleId + mention.paragraph + mention.quote}
			mention={mention}
			articles={articles}
			path={path}
			w={w}
		/>
	));
	return (
		<article
			class={`encounter ${encounter.status}`}
			id={encounterAnchor(encounter.id)}
		>
			<p class="encounter-when">
				<time dateTime={machineSpan(encounter)}>{spanText(encounter, w)}</time>
				{encounter.precision === "day" && (
					<span class="weekday"> {weekdayText(encounter.start, w)}</span>
				)}
				{encounter.status === "unconfirmed" && (
					<span class="badge"> {w.timeline.unconfirmed}</span>
				)}
			</p>
			<Heading class="encounter-title">
				{heading === "h1" ? (
					<Headline text={encounter.title} />
				) : (
					<a href={relativePath(path, encounterPath(encounter.id))}>
						<Headline text={encounter.title} />
					</a>
				)}
			</Heading>
			<p class="encounter-where">
				{(place.city || place.country) && (
					<span class="place">
						{[place.country, place.city, place.venue]
							.filter((part, index, all) => part && all.indexOf(part) === index)
							.join(" · ")}
					</span>
				)}
				<span>{w.timeline.kinds[encounter.kind]}</span>
				{encounter.visit && (
					<span>
						{w.timeline.visit}{" "}
						{spanText({ ...encounter.visit, precision: "range" }, w)}
					</span>
				)}
				<span>
					{w.timeline.evidenceCount(
						numberText(ids.length),
						numberText(sources.size),
					)}
				</span>
			</p>
			{encounter.status === "unconfirmed" && (
				<p class="note">{w.timeline.unconfirmedNote}</p>
			)}
			{first && <Quote mention={first} articles={articles} path={path} w={w} />}
			{more.length > 0 &&
				(open ? (
					quotes
				) : (
					<details>
						<summary>
							{w.timeline.moreEvidence(numberText(more.length))}
						</summary>
						{quotes}
					</details>
				))}
			<Findings entry={entry} path={path} w={w} />
		</article>
	);
}

/** What was signed, what the sources disagree on, what was checked and corrected. */
function Findings({ entry, path, w }: Omit<Props, "heading" | "open">) {
	const { outcomes, announcements, conflicts, checks, corrections } =
		entry.encounter;
	return (
		<>
			{announcements && (
				<details class="announcements">
					<summary>
						{w.timeline.announcements(numberText(announcements.length))}
					</summary>
					{announcements.map((one) => (
						<QuoteFrame
							key={one.articleId + one.paragraph + one.quote}
							of={one}
							articles={entry.articles}
							path={path}
							w={w}
						/>
					))}
				</details>
			)}
			{outcomes.length > 0 && (
				<Finding label={w.timeline.outcomes} lang="zh-Hans">
					{outcomes.map((outcome) => (
						<li key={outcome}>{outcome}</li>
					))}
				</Finding>
			)}
			{conflicts.length > 0 && (
				<Finding label={w.timeline.conflicts} class="conflicts">
					{conflicts.map(({ field, detail, values }) => (
						<li key={field + detail}>
							{detail}
							<ul>
								{values.map(({ value, articleIds }) => (
									<li key={value}>
										{value}
										{articleIds.map((id) => (
											<a key={id} href={relativePath(path, articlePath(id))}>
												{entry.articles[id]?.sourceName ?? id}
											</a>
										))}
									</li>
								))}
							</ul>
						</li>
					))}
				</Finding>
			)}
			{corrections.length > 0 && (
				<Finding label={w.timeline.corrections}>
					{corrections.map(({ action, note, source, line }) => (
						<li key={line}>
							{w.timeline.correctionActions[action]}
							{note && `：${note}`}
							{source && `（${source}）`}
						</li>
					))}
				</Finding>
			)}
			{checks.length > 0 && (
				<details class="checks">
					<summary>
						{w.timeline.checks}
						{checks.some(({ result }) => result === "failed") && (
							<span class="badge"> {w.timeline.checkResults.failed}</span>
						)}
					</summary>
					<ul>
						{checks.map(({ rule, result, detail }) => (
							<li key={rule + detail} class={`check-${result}`}>
								<b>{w.timeline.checkResults[result]}</b> {detail}
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	);
}

/** One kind of finding, as a list under its label. */
function Finding(props: {
	label: string;
	lang?: string;
	class?: string;
	children: ComponentChildren;
}) {
	return (
		<div class={props.class ? `findings ${props.class}` : "findings"}>
			<p class="label">{props.label}</p>
			<ul lang={props.lang}>{props.children}</ul>
		</div>
	);
}

/** A sentence of evidence, where it stands, and how sure it is. */
function Quote(props: {
	mention: Mention;
	articles: Readonly<Record<string, Brief>>;
	path: string;
	w: Words;
}) {
	const { mention, w } = props;
	return (
		<QuoteFrame {...props} of={mention}>
			<span>{w.timeline.roles[mention.role]}</span>
			{mention.expression && (
				<span>{w.timeline.statedAs(mention.expression)}</span>
			)}
			<span>{w.timeline.certainty[certainty(mention.confidence)]}</span>
		</QuoteFrame>
	);
}

/** A sentence and where it stands; `children` say more of it. */
function QuoteFrame(props: {
	of: Pick<Mention, "articleId" | "paragraph" | "quote">;
	articles: Readonly<Record<string, Brief>>;
	path: string;
	w: Words;
	children?: ComponentChildren;
}) {
	const { of, articles, path, w, children } = props;
	return (
		<figure class="quote">
			<blockquote lang={articles[of.articleId]?.language}>
				<p>{of.quote}</p>
			</blockquote>
			<figcaption>
				<Whence of={of} articles={articles} path={path} w={w} />
				{children}
			</figcaption>
		</figure>
	);
}

/** The outlet and day of a sentence, leading to its paragraph. */
function Whence(props: {
	of: Pick<Mention, "articleId" | "paragraph">;
	articles: Readonly<Record<string, Brief>>;
	path: string;
	w: Words;
}) {
	const { of, articles, path, w } = props;
	const brief = articles[of.articleId];
	return (
		<a
			href={`${relativePath(path, articlePath(of.articleId))}#${of.paragraph}`}
		>
			{brief?.sourceName ?? of.articleId}
			{brief?.day && `，${dayText(brief.day, w)}`}
		</a>
	);
}

/** Reports before recalls, recalls before captions; the surest first. */
function sorted(mentions: readonly Mention[]): Mention[] {
	const rank = { main: 0, recall: 1, caption: 2 };
	return [...mentions].sort(
		(a, b) => rank[a.role] - rank[b.role] || b.confidence - a.confidence,
	);
}

function certainty(confidence: number): "high" | "medium" | "low" {
	if (confidence >= 0.8) return "high";
	return confidence >= 0.5 ? "medium" : "low";
}

/** A valid `datetime`: a day, a month or a year. */
function machineSpan(at: { start: string; precision: string }): string {
	if (at.precision === "year") return at.start.slice(0, 4);
	return at.precision === "month" ? at.start.slice(0, 7) : at.start;
}
