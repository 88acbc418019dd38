import type { Source } from "../domain/article.ts";
import type { Limits, TimelineConfig } from "../domain/config.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { fingerprint } from "../domain/order.ts";
import type { ArticleClaims } from "../enrich/claim.ts";
import type { DraftSummary as CopySummary } from "../enrich/copies.ts";
import type { Signature } from "../enrich/signature.ts";

/** What an ingest process must know; a change of any of it makes every draft anew. */
export interface IngestSettings {
	/** Absolute path of the seeds folder. */
	readonly seeds: string;
	/** Absolute path of the folder for drafts. */
	readonly drafts: string;
	/** Version of the ingest code. */
	readonly version: string;
	readonly limits: Limits;
	readonly timelines: readonly TimelineConfig[];
}

/** All that the build remembers of one seed file; the draft itself lies in the cache. */
export interface FileRecord {
	/** Path relative to the seeds folder, with `/`. */
	readonly path: string;
	readonly sha256: string;
	/** Size of the file. */
	readonly bytes: number;
	/** Name of the draft in the cache: a hash over path, content, code and settings. */
	readonly key: string;
	readonly findings: readonly Diagnostic[];
	/** Absent when the file was quarantined: the first error among the findings says why. */
	readonly draft?: DraftSummary;
}

/** An ingest process's answer when the machine, not the file, is at fault. */
export interface IngestFailure {
	/** What the system said. */
	readonly failure: string;
}

/** What the stages over the whole archive need of a draft, so that bodies stay on disk. */
export interface DraftSummary {
	/** Fingerprint of the stored draft: a damaged cache is noticed, not believed. */
	readonly stored: string;
	/** For settling copies. */
	readonly summary: CopySummary;
	readonly source: Source;
	readonly signature: Signature;
	readonly people: readonly string[];
	readonly places: readonly string[];
	/** Canonical addresses that the body links to, as written → canonical. */
	readonly links: Readonly<Record<string, string>>;
	/** Absent where the article says nothing of the people that are followed. */
	readonly claims?: ArticleClaims;
	readonly removed: readonly {
		readonly rule: string;
		readonly count: number;
	}[];
	readonly repaired: readonly string[];
}

/**
 * Drafts are keyed by what they are made of, never by time.
 *
 * @param hash SHA-256 of the file's bytes.
 */
export function recordKey(
	path: string,
	hash: string,
	{ version, limits, timelines }: IngestSettings,
): string {
	return fingerprint(JSON.stringify([path, hash, version, limits, timelines]));
}

/** Path of the draft `key`: fanned out, because some file systems dislike 100,000 names in one folder. */
export function draftPath(drafts: string, key: string): string {
	return `${drafts}/${key.slice(0, 2)}/${key}.json`;
}
