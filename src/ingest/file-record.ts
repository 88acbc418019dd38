import { fingerprint } from "../base/order.ts";
import type { HeldPicture } from "../corpus/assets.ts";
import type { Source } from "../domain/article.ts";
import type { Limits, TimelineConfig } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { GazetteerEntries } from "../domain/gazetteer.ts";
import type { Card } from "../domain/manifest.ts";
import type { OutletEntry } from "../domain/outlet.ts";
import type { ArticleClaims } from "../enrich/claim.ts";
import type { DraftSummary } from "../enrich/copies.ts";
import type { Signature } from "../enrich/signature.ts";
import type { LookedUp } from "../read/beside.ts";

/** What an ingest process must know; a change of any of it makes every draft anew. */
export interface IngestSettings {
	/** Absolute path of the seeds folder. */
	readonly seeds: string;
	/** Absolute path of the folder for drafts. */
	readonly drafts: string;
	/** Absolute path of the folder for pictures that were found inside seed files. */
	readonly pictures: string;
	/** Version of the ingest code. */
	readonly version: string;
	readonly limits: Limits;
	readonly timelines: readonly TimelineConfig[];
	/** Outlets of the archive's owner. */
	readonly outlets: readonly OutletEntry[];
	/** People and places of the archive's owner. */
	readonly gazetteer: GazetteerEntries;
}

/** All that the build remembers of one seed file; the draft itself lies in the cache. */
export interface FileRecord {
	/** Path relative to the seeds folder, with `/`. */
	readonly path: string;
	readonly sha256: string;
	/** Size of the file. */
	readonly bytes: number;
	/** What the disk said of the file when it had this content, see {@link FileStates}; absent where that is not certain. */
	readonly state?: string;
	/** Name of the draft in the cache: a hash over path, content, code and settings. */
	readonly key: string;
	/** Where its pictures were looked for beside it: with another content there, or with one at last, it must be read again. */
	readonly beside?: readonly LookedUp[];
	/** Absent when there are none. */
	readonly findings?: readonly Diagnostic[];
	/** Absent when the file was quarantined, for which the first error among the findings says why, or holds records. */
	readonly draft?: DraftRecord;
	/**
	 * What a file of many articles holds (a web archive, a feed, a table): one for each article, and for each part that could not
	 * be read. Their paths are those of {@link recordPath}; none has a state or records of its own.
	 */
	readonly records?: readonly FileRecord[];
	/** Set where the file is a web archive: what kind. */
	readonly archive?: "warc" | "wacz";
}

/** Path under which a part of a file is known: `crawl.warc.gz#1534`. */
export function recordPath(file: string, name: string): string {
	return `${file}#${name}`;
}

/** What is told of a file's parts, or of the file where it has none. */
export function partsOf(record: FileRecord): readonly FileRecord[] {
	return record.records ?? [record];
}

/** What the stages over the whole archive need of a draft, so that bodies stay on disk. What is empty is absent. */
export interface DraftRecord {
	/** Name of the part of its file, where that holds many articles. */
	readonly record?: string;
	/** As in {@link DraftSummary}. */
	readonly textHash: string;
	readonly source: Source;
	/** Of the stored draft, an article of which the archive knows nothing more: by its SHA-256 a damaged cache is noticed. */
	readonly card: Card;
	readonly signature: Signature;
	/** Canonical addresses that the body links to, as written → canonical. */
	readonly links?: Readonly<Record<string, string>>;
	/** What the article says of the people that are followed. */
	readonly claims?: ArticleClaims;
	readonly removed?: readonly {
		readonly rule: string;
		readonly count: number;
	}[];
	readonly repaired?: readonly string[];
	/** Original address of its first picture, which lists show once it is fetched. */
	readonly lead?: string;
	/** Pictures that its file holds: they lie in the cache. */
	readonly pictures?: readonly HeldPicture[];
}

/** Paths of the pictures that lie beside these files and are shown with them. */
export function shownBeside(
	records: readonly (FileRecord | undefined)[],
): ReadonlySet<string> {
	const shown = new Set<string>();
	for (const record of records)
		for (const { path, sha256 } of record?.beside ?? [])
			if (sha256 !== undefined) shown.add(path);
	return shown;
}

/** Pictures that these files hold themselves, each once. */
export function heldPictures(records: readonly FileRecord[]): HeldPicture[] {
	const pictures = new Map<string, HeldPicture>();
	for (const record of records)
		for (const { draft } of partsOf(record))
			for (const picture of draft?.pictures ?? [])
				pictures.set(picture.file, picture);
	return [...pictures.values()];
}

/** What settling copies must know. */
export function summaryIn(
	{ path, sha256, bytes }: FileRecord,
	{ textHash, card, record }: DraftRecord,
): DraftSummary {
	const { id, url, recorded } = card;
	return {
		id,
		url,
		recorded,
		textHash,
		file: path,
		record,
		sha256,
		bytes,
	};
}

/** What all keys of the same code and settings begin with; the outlets count for their own drafts alone. */
export function keyPrefix({
	version,
	limits,
	timelines,
	gazetteer,
}: IngestSettings): string {
	// What a timeline is called says nothing of what is read.
	const pairs = timelines.map(({ id, people }) => ({ id, people }));
	return fingerprint(JSON.stringify([version, limits, pairs, gazetteer])).slice(
		0,
		16,
	);
}

/**
 * Drafts are keyed by what they are made of, never by time.
 *
 * @param prefix of {@link keyPrefix}.
 * @param hash SHA-256 of the file's bytes.
 * @param outlet what {@link outletKeys} says of the article's address; nothing for a file that is no article.
 */
export function recordKey(
	prefix: string,
	path: string,
	hash: string,
	outlet = "",
): string {
	return prefix + outlet + fingerprint(`${path}\n${hash}`);
}

/**
 * Whether a record would be made today as it was, if its file is the same.
 *
 * @param prefix of {@link keyPrefix}.
 * @param outletOf the key of the outlet of an address, of `outletKeys`.
 */
export function isOfToday(
	record: FileRecord,
	prefix: string,
	outletOf: (url: string | undefined) => string,
): boolean {
	const { key, draft, records } = record;
	const outlet = draft ? outletOf(draft.card.url) : "";
	const begin = prefix + outlet;
	return (
		key.startsWith(begin) &&
		key.length === begin.length + restOfKey &&
		(records ?? []).every(
			(part) => !part.draft || isOfToday(part, prefix, outletOf),
		)
	);
}

/** Digits of {@link fingerprint}. */
const restOfKey = 32;

/** Path of the draft `key`: fanned out, because some file systems dislike 100,000 names in one folder. */
export function draftPath(drafts: string, key: string): string {
	return `${drafts}/${key.slice(-2)}/${key}.json`;
}
