/**
 * One ingest process: reads a seed file, drafts the article, reads its claims, stores the draft.
 *
 * It runs bundled, under Node's permission model where there is one: it may read the seeds and
 * write drafts, and nothing else. A file that never ends costs this process its life, not the build.
 */
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { sha256, stableJson } from "../base/order.ts";
import { scratchName } from "../base/scratch-name.ts";
import { bytesOf } from "../base/utf8.ts";
import { ownCardOf } from "../corpus/store.ts";
import type { Article, Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ArticleClaims } from "../enrich/claim.ts";
import { readClaims } from "../enrich/claims.ts";
import { summaryOf } from "../enrich/copies.ts";
import { namedIn } from "../enrich/gazetteer/index.ts";
import { signatureOf } from "../enrich/signature.ts";
import { canonicalUrl } from "../normalise/address.ts";
import { draftArticle } from "../normalise/draft.ts";
import {
	draftPath,
	type FileRecord,
	type IngestFailure,
	type IngestSettings,
	recordKey,
} from "./file-record.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as IngestSettings;

process.on("message", (path: string) => {
	process.send?.(answer(path));
});

/** A draft that cannot be stored is no fault of the file: the build must stop and say so. */
function answer(path: string): FileRecord | IngestFailure {
	try {
		return ingestFile(path);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (!(error instanceof Error) || code === undefined) throw error;
		return { failure: message };
	}
}

function ingestFile(path: string): FileRecord {
	let bytes: Uint8Array;
	try {
		// A file far beyond the limit is refused below; its first bytes are enough for that.
		bytes = readAtMost(
			join(settings.seeds, path),
			settings.limits.fileBytes + 1,
		);
	} catch (error) {
		const { code = "unknown error" } = error as NodeJS.ErrnoException;
		return quarantined(path, {
			severity: "error",
			ruleId: "read/unreadable-file",
			file: path,
			reason: `The file cannot be read (${code}).`,
		});
	}
	const { value: draft, diagnostics } = draftArticle(
		{ path, bytes },
		settings.limits,
	);
	const hash = draft?.provenance.sha256 ?? sha256(bytes);
	const key = recordKey(path, hash, settings);
	const base = {
		path,
		sha256: hash,
		bytes: bytes.length,
		key,
		...(diagnostics.length === 0 ? {} : { findings: diagnostics }),
	};
	if (!draft) return base;
	const claims = readClaims(draft, settings.timelines);
	const named = namedIn(draft);
	// As the corpus is written: where the archive knows nothing more of it, this is the article's file.
	const json = bytesOf(stableJson(aloneOf(draft, named)));
	store(draftPath(settings.drafts, key), json);
	const links = linksOf(draft);
	const { removed, repaired } = draft.provenance;
	return {
		...base,
		draft: {
			stored: sha256(json),
			id: draft.id,
			textHash: summaryOf(draft).textHash,
			source: draft.source,
			card: ownCardOf({ ...draft, ...named }),
			signature: signatureOf(draft),
			...(Object.keys(links).length === 0 ? {} : { links }),
			...(saysNothing(claims) ? {} : { claims }),
			...(removed.length === 0
				? {}
				: { removed: removed.map(({ rule, count }) => ({ rule, count })) }),
			...(repaired.length === 0 ? {} : { repaired }),
		},
	};
}

/** The article of a draft in an archive that has nothing else to say of it. */
function aloneOf(draft: Draft, named: ReturnType<typeof namedIn>): Article {
	return { ...draft, ...named, duplicates: [], revisions: [], related: [] };
}

function saysNothing({
	claims,
	rejected,
	visits,
	outcomes,
	ordinals,
}: ArticleClaims): boolean {
	return [claims, rejected, visits, outcomes, ordinals].every(
		(said) => said.length === 0,
	);
}

/** The file, or its beginning where it is longer than `most` bytes. */
function readAtMost(path: string, most: number): Uint8Array {
	if (statSync(path).size <= most) return readFileSync(path);
	const file = openSync(path, "r");
	try {
		const bytes = new Uint8Array(most);
		return bytes.subarray(0, readSync(file, bytes, 0, most, 0));
	} finally {
		closeSync(file);
	}
}

function linksOf(draft: Draft): Record<string, string> {
	return Object.fromEntries(
		draft.links.flatMap(({ href }) => {
			const address = canonicalUrl(href);
			return address === undefined ? [] : [[href, address]];
		}),
	);
}

/** Whole or not at all: a process that dies while writing must not leave half a draft. */
function store(path: string, bytes: Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${scratchName(join(settings.drafts, "draft"))}0`;
	writeFileSync(temporary, bytes);
	renameSync(temporary, path);
}

function quarantined(path: string, finding: Diagnostic): FileRecord {
	return { path, sha256: "", bytes: 0, key: "", findings: [finding] };
}
