/** Web archives (WARC 1.0 and 1.1, packed or not), a record at a time: where its captures are and what of it is broken. */
import { WARCParser, type WARCRecord } from "warcio";
import { quietly } from "../base/quietly.ts";
import type { SeedBytes } from "../read/seed-bytes.ts";
import {
	type Capture,
	captureIn,
	chunksFrom,
	isRecord,
	skipRest,
} from "./warc-record.ts";

/** A part of the archive that cannot be read. */
export interface ArchiveFault {
	readonly offset: number;
	readonly ruleId: string;
	/** A whole sentence. */
	readonly reason: string;
}

export interface ArchiveIndex {
	readonly captures: readonly Capture[];
	readonly faults: readonly ArchiveFault[];
	/** Whether it is packed as one stream, so that no record can be read by itself. */
	readonly isSolid: boolean;
	/** Records that are neither: requests, redirects, errors, styles, scripts, films. */
	readonly others: number;
}

/**
 * List the captures of an archive. Nothing of them stays in memory.
 *
 * warcio is silent about records that are cut and about lengths that are wrong: both are noticed here, and reading goes on with
 * the next record that can be found.
 *
 * @param alive called again and again while reading goes on.
 */
export async function indexArchive(
	bytes: SeedBytes,
	packed: boolean,
	alive: () => void,
): Promise<ArchiveIndex> {
	const captures: Capture[] = [];
	const faults: ArchiveFault[] = [];
	let others = 0;
	let from = 0;
	while (from < bytes.size) {
		const end = await readRun(bytes, from, packed, alive, (found) => {
			if (found.kind === "fault") faults.push(found.fault);
			else if (found.kind === "capture") captures.push(found.capture);
			else others++;
		});
		const next = end === undefined ? undefined : nextRecord(bytes, end, packed);
		if (next === undefined) break;
		from = next;
	}
	const offsets = new Set(captures.map(({ offset }) => offset));
	return {
		captures,
		faults,
		others,
		isSolid: packed && offsets.size < captures.length,
	};
}

type Found =
	| { readonly kind: "capture"; readonly capture: Capture }
	| { readonly kind: "other" }
	| { readonly kind: "fault"; readonly fault: ArchiveFault };

/**
 * Read records from `from` on, until the end or one that is broken.
 *
 * @returns where to look for the next record after a broken one; `undefined` at the end.
 */
async function readRun(
	bytes: SeedBytes,
	from: number,
	packed: boolean,
	alive: () => void,
	onFound: (found: Found) => void,
): Promise<number | undefined> {
	const parser = new WARCParser(chunksFrom(bytes, from, alive));
	for (;;) {
		let record: WARCRecord | null;
		const before = from + parser.offset;
		try {
			record = await quietly(() => parser.parse());
		} catch (cause) {
			onFound(
				fault(
					before,
					"parse/warc-broken",
					`The record at byte ${before} cannot be read: ${(cause as Error).message.slice(0, 120)}`,
				),
			);
			return before + 1;
		}
		if (!record) {
			const read = from + parser._reader.getRawOffset();
			// A member that is cut is never complete, and warcio takes it for the end.
			if (packed && read < bytes.size && !isBlank(bytes, read))
				onFound(
					fault(
						read,
						"parse/warc-cut",
						`The record at byte ${read} of the web archive is cut.`,
					),
				);
			return undefined;
		}
		const offset = from + parser.offset;
		if (!isRecord(record)) {
			const { statusline = "" } = record.warcHeaders;
			if (/^[\s\0]*$/.test(statusline)) return undefined;
			// Where a record's length is wrong, what follows begins in the middle of something.
			onFound(
				fault(
					offset,
					"parse/warc-broken",
					`What stands at byte ${offset} of the web archive is no record; the length of the one before may be wrong.`,
				),
			);
			return offset + 1;
		}
		const wrong = packed ? undefined : wrongLength(bytes, offset, record);
		if (wrong) {
			onFound(wrong);
			return offset + 5;
		}
		const capture = captureIn(record, offset);
		const missing = await skipRest(record);
		if (missing > 0) {
			onFound(
				fault(
					offset,
					"parse/warc-cut",
					`The record at byte ${offset} (${record.warcTargetURI ?? "no address"}) is cut: ${missing} bytes of it are missing.`,
				),
			);
			return packed ? offset + 1 : undefined;
		}
		onFound(capture ? { kind: "capture", capture } : { kind: "other" });
	}
}

function fault(
	offset: number,
	ruleId: string,
	reason: string,
): Extract<Found, { kind: "fault" }> {
	return { kind: "fault", fault: { offset, ruleId, reason } };
}

/** In an archive that is not packed the end of a record is known from its head: two line ends stand there, and then the next. */
function wrongLength(
	bytes: SeedBytes,
	offset: number,
	record: WARCRecord,
): Extract<Found, { kind: "fault" }> | undefined {
	const head = Buffer.from(bytes.read(offset, 64 * 1024)).toString("latin1");
	const border = /\r?\n\r?\n/.exec(head);
	if (!border) return undefined;
	const written = record.warcHeaders.headers.get("Content-Length") ?? "";
	const length = Number(written);
	const end = offset + border.index + border[0].length + length;
	const address = record.warcTargetURI ?? "no address";
	if (!/^\d+$/.test(written.trim()) || end > bytes.size)
		return fault(
			offset,
			"parse/warc-length",
			`The record at byte ${offset} (${address}) claims ${written || "no length"} bytes, and the file ends before them: it is cut, or its length is wrong.`,
		);
	const behind = Buffer.from(bytes.read(end, 9)).toString("latin1");
	return behind === "" || /^(?:\r?\n){1,2}(?:WARC\/|$)/.test(behind)
		? undefined
		: fault(
				offset,
				"parse/warc-length",
				`The record at byte ${offset} (${address}) claims ${written} bytes, and no record begins behind them: its length is wrong.`,
			);
}

/** Where the next record may begin: a line `WARC/1`, or the head of a packed member. */
function nextRecord(
	bytes: SeedBytes,
	from: number,
	packed: boolean,
): number | undefined {
	const sign = packed ? Buffer.from("1f8b08", "hex") : Buffer.from("\nWARC/1.");
	const step = 1024 * 1024;
	for (let at = from; at < bytes.size; at += step) {
		const chunk = Buffer.from(bytes.read(at, step + sign.length));
		const found = chunk.indexOf(sign);
		if (found !== -1) return at + found + (packed ? 0 : 1);
	}
	return undefined;
}

function isBlank(bytes: SeedBytes, offset: number): boolean {
	const rest = Buffer.from(bytes.read(offset, 1024)).toString("latin1");
	return bytes.size - offset <= 1024 && /^[\s\0]*$/.test(rest);
}
