/** What earlier builds remember of the seeds, held against what lies there now. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Walked } from "../output/file-job-work.ts";
import type { LookedUp } from "../read/beside.ts";
import { FileStates, type KnownContent } from "../read/file-states.ts";
import {
	draftPath,
	type FileRecord,
	heldPictures,
	type IngestSettings,
	isOfToday,
	keyPrefix,
	partsOf,
	shownBeside,
} from "./file-record.ts";
import { outletKeys } from "./outlet-keys.ts";
import { isGivenUp } from "./pool.ts";

/** What became of the seeds since the build before. */
export interface Comparison {
	/** By place among the walked paths: the record that still holds, or `undefined` for a file that must be read. */
	readonly current: readonly (FileRecord | undefined)[];
	/** Paths of the files that must be read. */
	readonly unknown: readonly string[];
	/** Records of the files whose content is known, though the disk now says something else of them. */
	readonly touched: readonly FileRecord[];
	/** Records that hold no more: of files that changed or are gone. */
	readonly outdated: readonly FileRecord[];
	/** Files that were added, changed or removed. */
	readonly changes: number;
}

export class KnownRecords {
	readonly #records: ReadonlyMap<string, FileRecord>;
	readonly #settings: IngestSettings;
	readonly #states = new FileStates();

	/** @param records by path. */
	constructor(
		records: ReadonlyMap<string, FileRecord>,
		settings: IngestSettings,
	) {
		this.#records = records;
		this.#settings = settings;
	}

	/**
	 * Compare with the files that lie there now. Pictures that a known article shows are part of it: they are neither current nor
	 * unknown themselves.
	 */
	compare({ paths, states }: Walked): Comparison {
		// Few archives ask: of a hundred thousand files it is a list of its own.
		let places: Places | undefined;
		const there = () => {
			places ??= new Map(paths.map((path, at) => [path, states[at] ?? ""]));
			return places;
		};
		const prefix = keyPrefix(this.#settings);
		const outletOf = outletKeys(this.#settings.outlets);
		const current: (FileRecord | undefined)[] = [];
		const touched: FileRecord[] = [];
		const outdated: FileRecord[] = [];
		let met = 0;
		for (const [at, path] of paths.entries()) {
			const before = this.#records.get(path);
			if (before) met++;
			const isUsable =
				before &&
				(before.draft || before.records) &&
				isOfToday(before, prefix, outletOf);
			const same = isUsable ? this.#ifSame(before, states[at]) : undefined;
			const record = same && this.#ifBesideSame(same, there);
			current.push(record);
			if (before && !record) outdated.push(before);
			if (record && record !== before) touched.push(record);
		}
		const shown = shownBeside(current);
		const unknown = paths.filter(
			(path, at) => !current[at] && !shown.has(path),
		);
		const gone = this.#records.size - met;
		if (gone > 0) outdated.push(...this.#goneFrom(there()));
		const changes = unknown.length + gone;
		return { current, unknown, touched, outdated, changes };
	}

	/** To be called before these files are read: what the disk says of them now is noted with what is read. */
	notice(paths: readonly string[]): void {
		for (const path of paths) this.#states.notice(this.#fileAt(path));
	}

	/** Of a file whose reading was given up: what was known of the very same bytes, by whatever code, if its draft is still there. */
	lastOf({ path, findings = [] }: FileRecord): FileRecord | undefined {
		const before = isGivenUp(findings) ? this.#records.get(path) : undefined;
		const record = before?.draft && this.#ifSame(before, undefined);
		return record && existsSync(draftPath(this.#settings.drafts, record.key))
			? asKnown(record, findings)
			: undefined;
	}

	/** The record of a file that was just read, with what the disk said of it before. */
	withState(record: FileRecord): FileRecord {
		const { path, sha256, draft, records, beside } = record;
		if (!draft && !records) return record;
		const content = this.#states.contentRead(this.#fileAt(path), sha256);
		const told = inState(record, content);
		return beside
			? { ...told, beside: beside.map((place) => this.#placeInState(place)) }
			: told;
	}

	#placeInState(place: LookedUp): LookedUp {
		if (!isFound(place)) return place;
		const { path, sha256 } = place;
		return { path, ...this.#states.contentRead(this.#fileAt(path), sha256) };
	}

	/** The record, if the file has the content that it tells of. @param state what the disk said of the file a moment ago. */
	#ifSame(
		record: FileRecord,
		state: string | undefined,
	): FileRecord | undefined {
		const file = this.#fileAt(record.path);
		const content = this.#states.contentOf(file, record, state);
		if (content === record) return record;
		return content?.sha256 === record.sha256
			? inState(record, content)
			: undefined;
	}

	/** The record, if what lies beside its file is what it tells of. @param there states by path of all files. */
	#ifBesideSame(
		record: FileRecord,
		there: () => Places,
	): FileRecord | undefined {
		if (!record.beside) return record;
		const beside: LookedUp[] = [];
		for (const place of record.beside) {
			const now = there().get(place.path);
			if (!isFound(place)) {
				if (now !== undefined) return undefined;
				beside.push(place);
				continue;
			}
			const file = this.#fileAt(place.path);
			const content = this.#states.contentOf(file, place, now);
			if (now === undefined || content?.sha256 !== place.sha256)
				return undefined;
			beside.push(content === place ? place : { path: place.path, ...content });
		}
		return beside.every((place, at) => place === record.beside?.[at])
			? record
			: { ...record, beside };
	}

	#fileAt(path: string): string {
		return `${this.#settings.seeds}/${path}`;
	}

	#goneFrom(there: Places): FileRecord[] {
		return [...this.#records.values()].filter(({ path }) => !there.has(path));
	}
}

/** What the disk says of each file, by path. */
type Places = ReadonlyMap<string, string>;

function isFound(place: LookedUp): place is LookedUp & KnownContent {
	return place.sha256 !== undefined;
}

/** A record of an earlier time, with a word on why it is still told. */
function asKnown(
	record: FileRecord,
	reasons: readonly Diagnostic[],
): FileRecord {
	const earlier = record.findings ?? [];
	const findings = [
		...earlier.filter((finding) => !isGivenUp([finding])),
		...reasons.map(
			(finding): Diagnostic => ({
				...finding,
				severity: "warning",
				reason: `${finding.reason} It is told as it was read before.`,
			}),
		),
	];
	return { ...record, findings };
}

function inState(
	{ state: _, ...record }: FileRecord,
	{ state }: KnownContent,
): FileRecord {
	return state === undefined ? record : { ...record, state };
}

/** Drop the drafts and the pictures of outdated records that no record of this archive names any more. */
export function dropUnused(
	outdated: readonly FileRecord[],
	records: readonly FileRecord[],
	{ drafts, pictures }: Pick<IngestSettings, "drafts" | "pictures">,
): void {
	const old = outdated.flatMap(partsOf).filter(({ key }) => key !== "");
	if (old.length === 0) return;
	const used = new Set(records.flatMap(partsOf).map(({ key }) => key));
	for (const { key } of old)
		if (!used.has(key)) rmSync(draftPath(drafts, key), { force: true });
	const shown = new Set(heldPictures(records).map(({ file }) => file));
	for (const { file } of heldPictures(outdated))
		if (!shown.has(file)) rmSync(join(pictures, file), { force: true });
}
