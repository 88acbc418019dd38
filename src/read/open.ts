/**
 * The one way to open what lies below the seeds folder. Whoever keeps an archive unpacks things from elsewhere into it: a link
 * would publish a file from outside, a pipe would be waited for without end, a device has no size.
 */
import {
	closeSync,
	constants,
	fstatSync,
	lstatSync,
	openSync,
	readFileSync,
	readSync,
} from "node:fs";
import { join } from "node:path";

/** Why a path below a seeds folder was not opened; `code` is the rule id under which it is reported. */
export class NotOpened extends Error {
	readonly code:
		| "read/link"
		| "read/not-a-file"
		| "read/too-large"
		| "read/unreadable";
	constructor(code: NotOpened["code"], reason: string) {
		super(reason);
		this.code = code;
	}
}

/** A regular file, open for reading. */
export interface OpenFile {
	readonly descriptor: number;
	/** Bytes. */
	readonly size: number;
	/** At most `length` bytes from `position` on; fewer only at the end of the file. */
	read(position: number, length: number): Uint8Array;
	close(): void;
}

/**
 * Open the regular file at `path` below `root`, following no link on the way, waiting for nobody.
 *
 * @param root absolute path; it may be a link itself, because its owner named it.
 * @param path relative to it, with `/`.
 * @throws {NotOpened} with a sentence that says what the path is.
 * @throws with `ENOENT` where there is nothing.
 */
export function openBelow(root: string, path: string): OpenFile {
	refuseLinks(root, path);
	const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
	let descriptor: number;
	try {
		// A pipe is opened at once instead of when somebody writes into it.
		descriptor = openSync(join(root, path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	} catch (cause) {
		throw explained(cause as NodeJS.ErrnoException);
	}
	const stats = fstatSync(descriptor);
	if (!stats.isFile()) {
		closeSync(descriptor);
		throw new NotOpened("read/not-a-file", "It is no regular file.");
	}
	return {
		descriptor,
		size: stats.size,
		read: (position, length) => readAt(descriptor, position, length),
		close: () => closeSync(descriptor),
	};
}

/**
 * All bytes of a file below `root`.
 *
 * @throws {NotOpened} also when it is larger than `most` bytes; with `ENOENT` where there is nothing.
 */
export function readBelow(root: string, path: string, most: number): Buffer {
	const file = openBelow(root, path);
	try {
		if (file.size > most)
			throw new NotOpened("read/too-large", `It is larger than ${most} bytes.`);
		return readFileSync(file.descriptor);
	} finally {
		file.close();
	}
}

/** {@link readBelow} as UTF-8; `undefined` where there is nothing. */
export function readTextBelow(
	root: string,
	path: string,
	most: number,
): string | undefined {
	try {
		return readBelow(root, path, most).toString("utf8");
	} catch (cause) {
		if (isMissing(cause)) return undefined;
		throw cause;
	}
}

/** Whether an error says that there is nothing at a path. */
export function isMissing(cause: unknown): boolean {
	const { code } = cause as NodeJS.ErrnoException;
	return code === "ENOENT" || code === "ENOTDIR";
}

/** The last part is looked at when it is opened, where nobody can change it in between. */
function refuseLinks(root: string, path: string): void {
	const parts = path.split("/");
	if (parts.includes(".."))
		throw new NotOpened("read/link", "It leads out of the folder.");
	for (let depth = 1; depth < parts.length; depth++) {
		const folder = parts.slice(0, depth).join("/");
		if (lstatSync(join(root, folder)).isSymbolicLink())
			throw new NotOpened("read/link", `${folder} is a symbolic link.`);
	}
}

function explained(cause: NodeJS.ErrnoException): Error {
	if (isMissing(cause)) return cause;
	if (cause.code === "ELOOP" || cause.code === "EMLINK")
		return new NotOpened(
			"read/link",
			"It is a symbolic link, which is not followed.",
		);
	// A socket, or a device that is not there.
	if (cause.code === "ENXIO" || cause.code === "ENODEV")
		return new NotOpened("read/not-a-file", "It is no regular file.");
	return new NotOpened(
		"read/unreadable",
		`It cannot be read (${cause.code ?? cause.message}).`,
	);
}

function readAt(
	descriptor: number,
	position: number,
	length: number,
): Uint8Array {
	const bytes = Buffer.allocUnsafe(length);
	let filled = 0;
	while (filled < length) {
		const count = readSync(
			descriptor,
			bytes,
			filled,
			length - filled,
			position + filled,
		);
		if (count === 0) break;
		filled += count;
	}
	return bytes.subarray(0, filled);
}
