import type {
	Contact,
	Encounter,
	Rejected,
	Timeline,
} from "../../domain/encounter.ts";
import { encounterPath, timelineData, timelinePath } from "../addresses.ts";
import { briefsById } from "../briefs.ts";
import { type FeedPaths, feedPaths } from "../feed-paths.ts";
import type { Site } from "../index-corpus.ts";
import type {
	Brief,
	EncounterEntry,
	EncounterRef,
	NamedLink,
} from "../props.ts";
import type { Pages } from "./page-kind.ts";

export interface TimelineProps {
	readonly timeline: Timeline;
	readonly others: readonly NamedLink[];
	/** Path of its downloads, without their endings. */
	readonly downloads: string;
	readonly feeds: FeedPaths;
	readonly entries: readonly EncounterEntry[];
	/** Meetings with one weak mention. */
	readonly leads: readonly Encounter[];
	/** What was not in person. */
	readonly contacts: readonly Contact[];
	readonly rejected: readonly Rejected[];
	/** The articles of leads, contacts and what was turned down. */
	readonly articles: Readonly<Record<string, Brief>>;
	/** What the articles count, where it is more than this archive holds. */
	readonly count?: MeetingCount | undefined;
	readonly first: boolean;
}

/** 第15次会晤, compared with the confirmed meetings up to its day. */
export interface MeetingCount {
	readonly number: number;
	/** Day of the meeting that has the number. */
	readonly day: string;
	readonly held: number;
	/** Where the missing ones must lie: between two meetings that have numbers, or before the first of them. */
	readonly gaps: readonly {
		readonly missing: number;
		readonly from?: string | undefined;
		readonly to: string;
	}[];
}

export interface EncounterProps {
	readonly entry: EncounterEntry;
	readonly timeline: NamedLink;
	readonly earlier?: EncounterRef | undefined;
	readonly later?: EncounterRef | undefined;
}

export const timeline: Pages<TimelineProps> = {
	list: (site) =>
		timelinesOf(site).map(({ id }, position) => ({
			path: timelinePath(id, position),
			params: { id },
		})),
	props: (site, { params }) => timelineProps(site, params.id ?? ""),
};

export const encounter: Pages<EncounterProps> = {
	list: (site) =>
		site.corpus.encounters.encounters.map(({ id }) => ({
			path: encounterPath(id),
			params: { id },
		})),
	props: (site, { params }) => encounterProps(site, params.id ?? ""),
};

/** What the chronicle of one pair shows. */
function timelineProps(site: Site, id: string): TimelineProps {
	const { encounters, rejected } = site.corpus.encounters;
	const timelines = timelinesOf(site);
	const position = timelines.findIndex((timeline) => timeline.id === id);
	const timeline = timelines[position];
	if (!timeline) throw new Error(`no timeline ${id}`);
	const ofPair = <Item extends { readonly timeline: string }>(
		items: readonly Item[],
	): readonly Item[] => items.filter((item) => item.timeline === id);
	const leads = ofPair(site.leads);
	const contacts = ofPair(site.corpus.encounters.contacts);
	const turnedDown = ofPair(rejected);
	const apart = [
		...[...leads, ...contacts].flatMap(({ mentions }) => mentions),
		...turnedDown,
	];
	const entries = ofPair(encounters);
	const count = countOf(entries);
	return {
		timeline,
		count,
		downloads: timelineData(id, timelines.length),
		feeds: feedPaths("timeline", id),
		others: timelineLinks(site).filter((_, other) => other !== position),
		entries: entries.map((encounter) => entryOf(site, encounter)),
		leads,
		contacts,
		rejected: turnedDown,
		articles: briefsById(
			site,
			apart.map(({ articleId }) => articleId),
		),
		first: position === 0,
	};
}

/**
 * Compare the numbers that articles give to meetings with how many there are.
 *
 * @param encounters of one timeline, oldest first.
 * @returns `undefined` where no meeting has a number, or none is missing.
 */
export function countOf(
	encounters: readonly Encounter[],
): MeetingCount | undefined {
	const confirmed = encounters.filter(({ status }) => status === "confirmed");
	const numbered = confirmed.filter(({ ordinal }) => ordinal !== undefined);
	let before = { number: 0, held: 0, day: undefined as string | undefined };
	const gaps: MeetingCount["gaps"][number][] = [];
	for (const encounter of numbered) {
		const number = encounter.ordinal ?? 0;
		const held = confirmed.indexOf(encounter) + 1;
		const missing = number - before.number - (held - before.held);
		// A number that is smaller than what is known says nothing of what is not.
		if (missing < 0) continue;
		if (missing > 0)
			gaps.push({
				missing,
				from: before.day,
				to: encounter.start,
			});
		before = { number, held, day: encounter.start };
	}
	const { number, held, day } = before;
	return day === undefined || gaps.length === 0
		? undefined
		: { number, day, held, gaps };
}

/** What one meeting's page shows. */
function encounterProps(site: Site, id: string): EncounterProps {
	const all = site.corpus.encounters.encounters;
	const encounter = all.find((one) => one.id === id);
	if (!encounter) throw new Error(`no encounter ${id}`);
	const inTimeline = all.filter((one) => one.timeline === encounter.timeline);
	const at = inTimeline.indexOf(encounter);
	const earlier = inTimeline[at - 1];
	const later = inTimeline[at + 1];
	const position = timelinesOf(site).findIndex(
		(timeline) => timeline.id === encounter.timeline,
	);
	const timeline = timelineLinks(site)[Math.max(0, position)];
	if (!timeline) throw new Error(`no timeline ${encounter.timeline}`);
	return {
		entry: entryOf(site, encounter),
		timeline,
		earlier: earlier && encounterRef(earlier),
		later: later && encounterRef(later),
	};
}

function entryOf(site: Site, encounter: Encounter): EncounterEntry {
	return {
		encounter,
		articles: briefsById(
			site,
			[...encounter.mentions, ...(encounter.announcements ?? [])].map(
				({ articleId }) => articleId,
			),
		),
	};
}

/** A meeting as lists name it. */
export function encounterRef(encounter: Encounter): EncounterRef {
	const { id, title, start, end, precision, place, status } = encounter;
	return {
		id,
		title,
		start,
		end,
		precision,
		city: place.city,
		venue: place.venue,
		status,
	};
}

/** Every timeline that has a page; there is always one. */
export function timelinesOf(site: Site) {
	const { timeline, timelines } = site.corpus.encounters;
	return timelines.length === 0 ? [timeline] : timelines;
}

/** Links to the chronicles, in the order of the configuration. */
export function timelineLinks(site: Site): NamedLink[] {
	return timelinesOf(site).map(({ id, title }, position) => ({
		name: title,
		path: timelinePath(id, position),
	}));
}
