import type { Contact, Encounter } from "../../src/domain/encounter.ts";
import { encounterAnchor, relativePath } from "../../src/site/addresses.ts";
import { meetingEvent } from "../../src/site/json-ld.ts";
import type { View } from "../../src/site/views.ts";
import { dayText, spanText } from "../format.ts";
import { paged } from "../paged.ts";
import { Apart, type ApartItem } from "../parts/Apart.tsx";
import { Chronicle } from "../parts/Chronicle.tsx";
import { Axis, Places } from "../parts/Drawings.tsx";
import { FeedHead } from "../parts/Feeds.tsx";
import { JsonLd } from "../parts/JsonLd.tsx";
import { Page } from "../parts/Page.tsx";
import { TimelineFilters } from "../parts/TimelineFilters.tsx";
import { TimelineHead } from "../parts/TimelineHead.tsx";
import { type Words, wordsFor } from "../words.ts";

export const data = paged("timeline");

/** The chronicle of one pair: every meeting with its evidence, and what was turned down. */
export function render(view: View<"timeline">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { timeline, entries, leads, contacts, rejected, articles, others } =
		props;
	const encounters = entries.map(({ encounter }) => encounter);
	return (
		<Page
			view={view}
			title={timeline.title}
			kind="timeline"
			section="timeline"
			scripts={["timeline.js"]}
			head={
				<>
					<FeedHead
						feeds={props.feeds}
						to={to}
						title={`${timeline.title} · ${archive.title}`}
					/>
					<JsonLd
						value={entries
							.filter(({ encounter }) => encounter.status === "confirmed")
							.map(({ encounter }) => meetingEvent(encounter, archive.baseUrl))}
					/>
				</>
			}
		>
			<div class="chronicle-head">
				<TimelineHead props={props} to={to} w={w} />
				<Places encounters={encounters} w={w} />
			</div>
			{entries.length === 0 ? (
				<p class="empty">{w.timeline.none}</p>
			) : (
				<>
					<Axis encounters={encounters} w={w} />
					<TimelineFilters entries={entries} w={w} />
					<Chronicle entries={entries} path={path} w={w} />
				</>
			)}
			<Apart
				id="leads"
				title={w.timeline.leads}
				note={w.timeline.leadsNote}
				items={leads.flatMap(leadItems(w))}
				articles={articles}
				path={path}
				w={w}
			/>
			<Apart
				id="contacts"
				title={w.timeline.contacts}
				note={w.timeline.contactsNote}
				items={contacts.flatMap(contactItems(w))}
				articles={articles}
				path={path}
				w={w}
			/>
			<Apart
				id="rejected"
				title={w.timeline.rejected}
				note={w.timeline.rejectedNote}
				items={rejected.map((claim) => ({
					...claim,
					remark: claim.detail,
					code: claim.reason,
				}))}
				articles={articles}
				path={path}
				w={w}
			/>
			{others.length > 0 && (
				<nav class="other-timelines" aria-label={w.timeline.others}>
					<h2 class="section-name">{w.timeline.others}</h2>
					<ul>
						{others.map(({ name, path: target }) => (
							<li key={target}>
								<a href={to(target)}>{name}</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</Page>
	);
}

/** A lead's sentences, with the days it would be and why it is none yet. */
const leadItems =
	(w: Words) =>
	({ id, mentions, reason, ...span }: Encounter): ApartItem[] =>
		mentions.map((mention) => ({
			...mention,
			id: encounterAnchor(id),
			remark: `${spanText(span, w)}${w.timeline.colon}${reason ?? ""}`,
			code: "lead",
		}));

const contactItems =
	(w: Words) =>
	({ day, means, mentions }: Contact): ApartItem[] =>
		mentions.map((mention) => ({
			...mention,
			remark: `${dayText(day, w)}${w.timeline.colon}${w.timeline.means[means]}`,
			code: means,
		}));
