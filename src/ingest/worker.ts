/**
 * One ingest process: reads a seed file, drafts the article, reads its claims, stores the draft.
 *
 * It runs bundled, under Node's permission model where there is one: it may read the seeds and
 * write drafts, and nothing else. A file that never ends costs this process its life, not the build.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { sha256, stableJson } from "../base/order.ts";
import { bytesOf } from "../base/utf8.ts";
import { writeWhole } from "../base/write-whole.ts";
import { cardOf, ownCardOf } from "../corpus/store.ts";
import type { Article, Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ArticleClaims } from "../enrich/claim.ts";
import { readClaims } from "../enrich/claims.ts";
import { summaryOf } from "../enrich/copies.ts";
import { gazetteerOf, namedIn } from "../enrich/gazetteer/index.ts";
import { signatureOf } from "../enrich/signature.ts";
import { canonicalUrl } from "../normalise/address.ts";
import { draftFile } from "../normalise/draft-file.ts";
import type { DraftedPart } from "../normalise/drafted.ts";

import {
	type DraftSettings,
	draftSettings,
	type FoundPicture,
} from "../normalise/settings.ts";
import { answerJobs } from "../processes/answer-jobs.ts";
import { type LookedUp, PicturesBeside } from "../read/beside.ts";
import { NotOpened, type OpenFile, openBelow } from "../read/open.ts";
import { bytesOnDisk } from "../read/seed-bytes.ts";
import {
	draftPath,
	type FileRecord,
	type IngestSettings,
	keyPrefix,
	recordKey,
	recordPath,
} from "./file-record.ts";
import { outletKeys } from "./outlet-keys.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as IngestSettings;
const prefix = keyPrefix(settings);
const beside = new PicturesBeside(settings.seeds);
const drafting: DraftSettings = {
	...draftSettings(settings),
	beside: (file, address) => beside.find(file, address),
};
const outletOf = outletKeys(settings.outlets);
const gazetteer = gazetteerOf(settings.gazetteer);

answerJobs(async (path: string, alive): Promise<FileRecord> => {
	try {
		return await ingestFile(path, alive);
	} catch (error) {
		// A draft that cannot be stored is no fault of the file: the build must stop and say so.
		if (error instanceof Error && "code" in error) throw error;
		// What is a fault of ours with this file costs this process, and not the build.
		console.error(error);
		process.exit(1);
	}
});

/** @param alive called with each part of a file of many articles: each has the whole limit of time. */
async function ingestFile(
	path: string,
	alive: () => void,
): Promise<FileRecord> {
	let file: OpenFile;
	try {
		file = openBelow(settings.seeds, path);
	} catch (error) {
		return quarantined(path, unopened(path, error));
	}
	const records: FileRecord[] = [];
	const onPart = (part?: DraftedPart) => {
		if (part) records.push(partRecord(path, part));
		alive();
	};
	try {
		const drafted = await draftFile(
			bytesOnDisk(path, file),
			drafting,
			onPart,
			keepPicture,
		);
		const { single, sha256: hash, bytes, archive, diagnostics } = drafted;
		if (single) return recordOf(path, single, beside.places());
		return {
			path,
			sha256: hash,
			bytes,
			key: recordKey(prefix, path, hash),
			...(diagnostics.length === 0 ? {} : { findings: diagnostics }),
			records,
			...(archive === undefined ? {} : { archive }),
		};
	} finally {
		file.close();
	}
}

function unopened(path: string, error: unknown): Diagnostic {
	const { code = "unknown error" } = error as NodeJS.ErrnoException;
	return {
		severity: "error",
		ruleId: error instanceof NotOpened ? error.code : "read/unreadable",
		file: path,
		reason:
			error instanceof NotOpened
				? error.message
				: `It cannot be read (${code}).`,
	};
}

function partRecord(path: string, part: DraftedPart): FileRecord {
	return recordOf(recordPath(path, part.name ?? ""), part);
}

/**
 * @param told the path under which the part is known.
 * @param pictures where pictures were looked for beside the file.
 */
function recordOf(
	told: string,
	{ name, sha256: hash, bytes, draft, diagnostics }: DraftedPart,
	pictures: readonly LookedUp[] = [],
): FileRecord {
	const outlet = draft ? outletOf(draft.url) : "";
	const shown = pictures.flatMap(({ sha256 }) => sha256 ?? []);
	const key = recordKey(prefix, told, [hash, ...shown].join(" "), outlet);
	const findings = [...diagnostics, ...toldOfPictures(shown.length)];
	const base = {
		path: told,
		sha256: hash,
		bytes,
		key,
		...(findings.length === 0
			? {}
			: { findings: findings.map((own) => ({ ...own, file: told })) }),
		...(pictures.length === 0 ? {} : { beside: pictures }),
	};
	if (!draft) return base;
	const claims = readClaims(draft, settings.timelines, gazetteer);
	const named = namedIn(draft, gazetteer);
	// As the corpus is written: where the archive knows nothing more of it, this is the article's file.
	const article = aloneOf(draft, named);
	const json = bytesOf(stableJson(article));
	store(draftPath(settings.drafts, key), json);
	const links = linksOf(draft);
	const { removed, repaired } = draft.provenance;
	return {
		...base,
		draft: {
			...(name === undefined ? {} : { record: name }),
			textHash: summaryOf(draft).textHash,
			source: draft.source,
			card: cardOf(ownCardOf(article), article, sha256(json)),
			signature: signatureOf(draft),
			...(Object.keys(links).length === 0 ? {} : { links }),
			...(saysNothing(claims) ? {} : { claims }),
			...(removed.length === 0
				? {}
				: { removed: removed.map(({ rule, count }) => ({ rule, count })) }),
			...(repaired.length === 0 ? {} : { repaired }),
			...leadOf(draft),
			...picturesIn(draft),
		},
	};
}

/** @param count of the pictures that lie beside the file and are shown. */
function toldOfPictures(count: number): readonly Omit<Diagnostic, "file">[] {
	if (count === 0) return [];
	return [
		{
			severity: "info",
			ruleId: "read/pictures-beside",
			reason: "Pictures that lie beside the file are shown with it.",
			actual: `${count}`,
		},
	];
}

/** A picture from inside a seed file: its name is its content, so one that is there need not be written. */
function keepPicture({ file, bytes }: FoundPicture): void {
	const path = join(settings.pictures, file);
	if (!existsSync(path)) store(path, bytes);
}

function leadOf({ figures: [first] }: Draft): { lead?: string } {
	return first === undefined || first.asset !== undefined
		? {}
		: { lead: first.src };
}

/** Pictures that lie in the cache, and not with those that were fetched. */
function picturesIn({
	figures,
}: Draft): Pick<NonNullable<FileRecord["draft"]>, "pictures"> {
	const pictures = figures.flatMap(({ asset, width, height }) =>
		asset === undefined || width === undefined || height === undefined
			? []
			: [{ file: asset, width, height }],
	);
	return pictures.length === 0 ? {} : { pictures };
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

function linksOf(draft: Draft): Record<string, string> {
	return Object.fromEntries(
		draft.links.flatMap(({ href }) => {
			const address = canonicalUrl(href);
			return address === undefined ? [] : [[href, address]];
		}),
	);
}

function store(path: string, bytes: Uint8Array): void {
	writeWhole(path, [bytes], join(settings.drafts, "draft"));
}

function quarantined(path: string, finding: Diagnostic): FileRecord {
	return { path, sha256: "", bytes: 0, key: "", findings: [finding] };
}
