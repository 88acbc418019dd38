import type { ComponentChildren } from "preact";
import type { Encounter } from "../../src/domain/encounter.ts";
import {
	articlePath,
	encounterAnchor,
	encounterPath,
	relativePath,
} from "../../src/site/addresses.ts";
import type { EncounterEntry as Entry } from "../../src/site/props.ts";
import { numberText, spanText, weekdayText } from "../format.ts";
import type { Words } from "../words.ts";
import {
	bySentence,
	Elsewhere,
	Quote,
	QuoteFrame,
	sorted,
} from "./Evidence.tsx";
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
	const Heading = heading;
	const [first, ...more] = bySentence(sorted(encounter.mentions));
	const quotes = more.map((same) => (
		<Quote
			key={same[0].articleId + same[0].paragraph + same[0].quote}
			mentions={same}
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
			<When encounter={encounter} w={w} isListed={heading === "h3"} />
			<Heading class="encounter-title">
				{heading === "h1" ? (
					<Headline text={encounter.title} />
				) : (
					<a href={relativePath(path, encounterPath(encounter.id))}>
						<Headline text={encounter.title} />
					</a>
				)}
			</Heading>
			<Where encounter={encounter} articles={articles} w={w} />
			<div class="encounter-evidence">
				{first && (
					<Quote mentions={first} articles={articles} path={path} w={w} />
				)}
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
			</div>
			<div class="encounter-findings">
				<Findings entry={entry} path={path} w={w} />
			</div>
		</article>
	);
}

/** The day, whether it is certain, and why not; in a chronicle a way back to its axis. */
function When({
	encounter,
	w,
	isListed,
}: {
	encounter: Encounter;
	w: Words;
	isListed: boolean;
}) {
	return (
		<p class="encounter-when">
			<time dateTime={machineSpan(encounter)}>{spanText(encounter, w)}</time>
			{encounter.precision === "day" && (
				<span class="weekday"> {weekdayText(encounter.start, w)}</span>
			)}
			{encounter.status === "unconfirmed" && (
				<>
					<span class="badge"> {w.timeline.unconfirmed}</span>
					<span class="note">
						{encounter.reason ?? w.timeline.unconfirmedNote}
					</span>
				</>
			)}
			{isListed && (
				<a
					class="to-axis"
					href="#axis"
					aria-label={w.timeline.toAxis}
					title={w.timeline.toAxis}
				>
					↑
				</a>
			)}
		</p>
	);
}

/** Place, kind and visit, and how many tell of it. */
function Where({
	encounter: { place, kind, visit, mentions },
	articles,
	w,
}: Pick<Entry, "encounter" | "articles"> & { w: Words }) {
	const ids = [...new Set(mentions.map(({ articleId }) => articleId))];
	const sources = new Set(ids.map((id) => articles[id]?.source));
	return (
		<p class="encounter-where">
			{(place.city || place.country) && (
				<span class="place">
					{[place.country, place.city, place.venue]
						.filter((part, index, all) => part && all.indexOf(part) === index)
						.join(" · ")}
				</span>
			)}
			<span>{w.timeline.kinds[kind]}</span>
			{visit && (
				<span>
					<VisitText visit={visit} w={w} />
				</span>
			)}
			<span>
				{w.timeline.evidenceCount(
					numberText(ids.length),
					numberText(sources.size),
				)}
			</span>
		</p>
	);
}

/** 访问期间 2月28日至3月2日（卢卡申科访问中国，国事访问）. */
export function VisitText({
	visit: { start, end, visitor, host, kind },
	w,
}: {
	visit: NonNullable<Encounter["visit"]>;
	w: Words;
}) {
	const said = [
		...(visitor && host ? [w.timeline.visitOf(visitor.name, host)] : []),
		...(kind ? [w.timeline.kinds[kind]] : []),
	];
	return (
		<>
			{w.timeline.visit} {spanText({ start, end, precision: "range" }, w)}
			{said.length > 0 && w.marks.aside(said.join(w.marks.comma))}
		</>
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
					{bySentence(announcements).map(([one, ...same]) => (
						<QuoteFrame
							key={one.articleId + one.paragraph + one.quote}
							of={one}
							articles={entry.articles}
							path={path}
							w={w}
						>
							<Elsewhere
								of={same}
								articles={entry.articles}
								path={path}
								w={w}
							/>
						</QuoteFrame>
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
							{source && w.marks.aside(source)}
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

/** A valid `datetime`: a day, a month or a year. */
function machineSpan(at: { start: string; precision: string }): string {
	if (at.precision === "year") return at.start.slice(0, 4);
	return at.precision === "month" ? at.start.slice(0, 7) : at.start;
}
