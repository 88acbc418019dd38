/** Several files that tell of one article: which one speaks for it, and what the others are. */

import { byCodePoint, sha256 } from "../base/order.ts";
import type { Copy, Draft } from "../domain/article.ts";
import { idOfCopy } from "../domain/article-id.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";

/** What settling copies needs to know of a draft; small, so that all of an archive fit in memory. */
export interface DraftSummary {
	readonly id: string;
	readonly url?: string | undefined;
	readonly recorded?: number | undefined;
	/** SHA-256 of everything a reader reads: headline, paragraphs, captions. */
	readonly textHash: string;
	/** Path of the file, and with `#` the name of its part where it holds many articles. */
	readonly file: string;
	/** Name of that part. */
	readonly record?: string | undefined;
	readonly sha256: string;
	readonly bytes: number;
}

/** What one file becomes. */
export type Settled =
	| {
			readonly kind: "article";
			readonly id: string;
			/** Identical older files, newest first: `provenance.copies`. */
			readonly copies: readonly Copy[];
			/** Ids that lead here: those of identical copies, newest first. */
			readonly duplicates: readonly string[];
			/** Ids of older copies with another text, newest first. */
			readonly revisions: readonly string[];
	  }
	| {
			readonly kind: "revision";
			readonly id: string;
			readonly copies: readonly Copy[];
			readonly duplicates: readonly string[];
			/** Id of the article that this is an older text of. */
			readonly revisionOf: string;
	  }
	| {
			readonly kind: "duplicate";
			readonly id: string;
			/** Id of the article or revision that it equals. */
			readonly of: string;
	  };

/** What one file becomes where the owner has withdrawn some articles. */
export type Fate =
	| Settled
	| {
			readonly kind: "withdrawn";
			readonly id: string;
			/** Id under which it was withdrawn: its own, or its article's. */
			readonly of: string;
	  };

/** Take out what was withdrawn: with an article its older texts and copies go, too. */
export function withoutWithdrawn(
	settled: ReadonlyMap<string, Settled>,
	withdrawn: ReadonlySet<string>,
): ReadonlyMap<string, Fate> {
	if (withdrawn.size === 0) return settled;
	const gone = new Map<string, string>();
	for (const fate of settled.values()) {
		const { id } = fate;
		const article = fate.kind === "revision" ? fate.revisionOf : id;
		if (fate.kind === "duplicate") continue;
		if (withdrawn.has(id)) gone.set(id, id);
		else if (withdrawn.has(article)) gone.set(id, article);
	}
	return new Map(
		[...settled].map(([file, fate]): [string, Fate] => {
			const of = gone.get(fate.kind === "duplicate" ? fate.of : fate.id);
			if (of !== undefined)
				return [file, { kind: "withdrawn", id: fate.id, of }];
			return fate.kind === "article"
				? [
						file,
						{
							...fate,
							revisions: fate.revisions.filter((id) => !gone.has(id)),
						},
					]
				: [file, fate];
		}),
	);
}

/** Ids that lead to another one: those of copies, and of what went with a withdrawn article. */
export function aliasesIn(fates: Iterable<Fate>): Map<string, string> {
	const aliases = new Map<string, string>();
	for (const fate of fates) {
		if (fate.kind === "duplicate" || fate.kind === "withdrawn") {
			if (fate.id !== fate.of) aliases.set(fate.id, fate.of);
		} else for (const alias of fate.duplicates) aliases.set(alias, fate.id);
	}
	return aliases;
}

/** The summary of a draft; small enough to be cached with it. */
export function summaryOf(draft: Draft): DraftSummary {
	const { id, url, recorded, headline, paragraphs, figures, provenance } =
		draft;
	const text = [
		headline,
		...paragraphs.map(({ text: own }) => own),
		...figures.flatMap(({ caption, credit }) => [caption, credit]),
	].join("\n");
	return {
		id,
		...(url === undefined ? {} : { url }),
		...(recorded === undefined ? {} : { recorded }),
		textHash: sha256(text),
		file: provenance.file,
		record: provenance.record,
		sha256: provenance.sha256,
		bytes: provenance.bytes,
	};
}

/**
 * Make one article of all files with the same canonical address (with its query); without an
 * address, of those with the same text.
 *
 * The newest recording speaks for the article; unrecorded ones come last, ties go by path. An older
 * file with the same text is a duplicate, one with another text a revision; of several files with
 * the same older text the newest is the revision and the others its duplicates.
 *
 * @param drafts in any order; the answer does not depend on it.
 * @returns by file, in no particular order, what each becomes; findings in order of the files.
 */
export function settleCopies(
	drafts: readonly DraftSummary[],
): Outcome<ReadonlyMap<string, Settled>> {
	const { newest, oldest, several } = byArticle(drafts);
	const ids = distinctIds(oldest);
	const settled = new Map<string, Settled>();
	const diagnostics: Diagnostic[] = [];
	for (const [key, first] of newest) {
		const group = several.get(key);
		const id = ids.get(key) ?? oldest.get(key)?.id ?? first.id;
		if (group) {
			settleGroup(id, group, settled);
			diagnostics.push(...report(group, settled));
		} else
			settled.set(first.file, {
				kind: "article",
				id,
				copies: none,
				duplicates: none,
				revisions: none,
			});
	}
	return {
		value: settled,
		diagnostics: diagnostics.sort((a, b) => byCodePoint(a.file, b.file)),
	};
}

/** Of the only file of an article. */
const none: readonly never[] = [];

/**
 * The drafts by what makes them the same article: of all the newest and the oldest, and the groups of more than one,
 * newest first. Almost every article has one file alone, and a list for each would cost more than all the rest.
 *
 * The oldest names the article: all files of one address have the same id, but without an address each has its own, and
 * the article is not to move when another copy comes.
 */
function byArticle(drafts: readonly DraftSummary[]): {
	readonly newest: ReadonlyMap<string, DraftSummary>;
	readonly oldest: ReadonlyMap<string, DraftSummary>;
	readonly several: ReadonlyMap<string, readonly DraftSummary[]>;
} {
	const newest = new Map<string, DraftSummary>();
	const several = new Map<string, DraftSummary[]>();
	for (const draft of drafts) {
		const key = keyOf(draft);
		const first = newest.get(key);
		if (!first) newest.set(key, draft);
		else if (!several.get(key)?.push(draft)) several.set(key, [first, draft]);
	}
	const oldest = new Map(newest);
	for (const [key, group] of several) {
		const [first] = group.sort(newestFirst);
		if (first) newest.set(key, first);
		const [last] = [...group].sort(oldestFirst);
		if (last) oldest.set(key, last);
	}
	return { newest, oldest, several };
}

/** In the order in which the keys first occur. */
function grouped(
	drafts: readonly DraftSummary[],
	key: (draft: DraftSummary) => string,
): Map<string, DraftSummary[]> {
	const groups = new Map<string, DraftSummary[]>();
	for (const draft of drafts) {
		const own = key(draft);
		const group = groups.get(own);
		if (group) group.push(draft);
		else groups.set(own, [draft]);
	}
	return groups;
}

function keyOf({ url, textHash }: DraftSummary): string {
	return url ?? `text:${textHash}`;
}

function newestFirst(a: DraftSummary, b: DraftSummary): number {
	return byRecording(b, a) || byCodePoint(a.file, b.file);
}

function oldestFirst(a: DraftSummary, b: DraftSummary): number {
	return byRecording(a, b) || byCodePoint(a.file, b.file);
}

/** Unrecorded ones are older than all others. */
function byRecording(a: DraftSummary, b: DraftSummary): number {
	const later = (a.recorded ?? -Infinity) - (b.recorded ?? -Infinity);
	return Number.isNaN(later) ? 0 : later;
}

/**
 * Two addresses can be made to share an id; the second one, in order of the keys, gets eight digits more.
 *
 * @param named by key, the file whose id the article has by itself.
 * @returns by key, the ids of those that share theirs; all others keep their own.
 */
function distinctIds(
	named: ReadonlyMap<string, DraftSummary>,
): ReadonlyMap<string, string> {
	const ids = new Map<string, string>();
	const own = new Set<string>();
	for (const { id } of named.values()) own.add(id);
	// As good as always.
	if (own.size === named.size) return ids;
	const owners = new Map<string, string>();
	const contested = new Set<string>();
	for (const [key, { id }] of named) {
		const owner = owners.get(id);
		if (owner === undefined) owners.set(id, key);
		else contested.add(owner).add(key);
	}
	const longer = (key: string) =>
		`${named.get(key)?.id}-${sha256(key).slice(16, 24)}`;
	// A longer id could be what another article has by itself: then that one takes part, and those that it pushes aside.
	for (const key of contested) {
		const owner = owners.get(longer(key));
		if (owner !== undefined) contested.add(owner);
	}
	const taken = new Set<string>();
	for (const key of [...contested].sort(byCodePoint)) {
		const own = named.get(key)?.id ?? "";
		const id = taken.has(own) ? longer(key) : own;
		taken.add(id);
		ids.set(key, id);
	}
	return ids;
}

function settleGroup(
	id: string,
	group: readonly DraftSummary[],
	settled: Map<string, Settled>,
): void {
	const texts = grouped(group, ({ textHash }) => textHash);
	/** Its own where it has one, that is without an address. */
	const olderId = (draft: DraftSummary) =>
		draft.url === undefined && draft.id !== id
			? draft.id
			: idOfCopy(id, draft.sha256);
	const revisions: string[] = [];
	let canonical: Settled | undefined;
	for (const [newest, ...older] of texts.values()) {
		if (!newest) continue;
		const own = canonical ? olderId(newest) : id;
		const copies = older.map(copyOf);
		const isNamedByAnother =
			!canonical && newest.url === undefined && newest.id !== id;
		const others = isNamedByAnother ? [newest, ...older] : older;
		const duplicates = [
			...new Set(others.map(olderId).filter((other) => other !== own)),
		];
		if (canonical) revisions.push(own);
		const kind: Settled = canonical
			? { kind: "revision", id: own, copies, duplicates, revisionOf: id }
			: { kind: "article", id, copies, duplicates, revisions };
		canonical ??= kind;
		settled.set(newest.file, kind);
		for (const draft of older)
			settled.set(draft.file, {
				kind: "duplicate",
				id: olderId(draft),
				of: own,
			});
	}
}

function copyOf({
	file,
	record,
	sha256: hash,
	bytes,
	recorded,
}: DraftSummary): Copy {
	return {
		...(record === undefined
			? { file }
			: { file: file.slice(0, -record.length - 1), record }),
		sha256: hash,
		bytes,
		...(recorded === undefined
			? {}
			: { recorded: recorded as NonNullable<Copy["recorded"]> }),
	};
}

const duplicateFinding = [
	"enrich/duplicate",
	"The same text of the same article as another file.",
] as const;
const revisionFinding = [
	"enrich/revision",
	"An older text of an article that another file tells newer.",
] as const;
const tieFinding = [
	"enrich/revision-tie",
	"Another text of an article, and nothing says which is newer: the order of the paths decided.",
] as const;

function report(
	group: readonly DraftSummary[],
	settled: ReadonlyMap<string, Settled>,
): readonly Diagnostic[] {
	const [newest] = group;
	return group.flatMap((own): Diagnostic[] => {
		const { file } = own;
		const fate = settled.get(file);
		if (!newest || !fate || fate.kind === "article") return [];
		const isTie = (own.recorded ?? 0) === (newest.recorded ?? 0);
		const [ruleId, reason] =
			fate.kind === "duplicate"
				? duplicateFinding
				: isTie
					? tieFinding
					: revisionFinding;
		return [{ severity: "info", ruleId, file, reason, expected: newest.file }];
	});
}
