import {
	encounterAnchor,
	encounterPath,
	relativePath,
} from "../../src/site/addresses.ts";
import { meetingCitations } from "../../src/site/cite/citations.ts";
import { meetingEvent } from "../../src/site/json-ld.ts";
import type { View } from "../../src/site/views.ts";
import { spanText } from "../format.ts";
import { paged } from "../paged.ts";
import { Cite } from "../parts/Cite.tsx";
import { EncounterEntry } from "../parts/EncounterEntry.tsx";
import { JsonLd } from "../parts/JsonLd.tsx";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("encounter");

/** One meeting with all its evidence. */
export function render(view: View<"encounter">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const { entry, timeline, earlier, later } = props;
	return (
		<Page
			view={view}
			title={`${spanText(entry.encounter, w)} ${entry.encounter.title}`}
			kind="encounter"
			section="timeline"
			scripts={["article.js"]}
			head={<JsonLd value={meetingEvent(entry.encounter, archive.baseUrl)} />}
		>
			<p class="up">
				<a href={`${to(timeline.path)}#${encounterAnchor(entry.encounter.id)}`}>
					{timeline.name}
				</a>
			</p>
			<EncounterEntry entry={entry} path={path} w={w} heading="h1" open />
			<Cite
				citations={meetingCitations(
					entry.encounter,
					`${entry.encounter.title}${w.marks.comma}${spanText(entry.encounter, w)}`,
					archive,
				)}
				name={entry.encounter.id}
				archive={archive}
				w={w}
			/>
			{(earlier || later) && (
				<nav class="neighbours" aria-label={w.timeline.backToAll}>
					{earlier && (
						<a rel="prev" href={to(encounterPath(earlier.id))}>
							<small>{w.timeline.earlier}</small> {spanText(earlier, w)}{" "}
							{earlier.city}
						</a>
					)}
					{later && (
						<a rel="next" href={to(encounterPath(later.id))}>
							<small>{w.timeline.later}</small> {spanText(later, w)}{" "}
							{later.city}
						</a>
					)}
				</nav>
			)}
		</Page>
	);
}
