import { constants, copyFileSync, linkSync, statSync } from "node:fs";

/**
 * A hard link, or, on another disk or one without links, a copy.
 *
 * @throws where something lies at `to`: a copy would be written into a file that others may share.
 */
export function linkOrCopy(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to, constants.COPYFILE_EXCL);
	}
}

/** Whether both paths name one file; where there is none, they do not. */
export function isSameFile(a: string, b: string): boolean {
	const [one, other] = [a, b].map((path) =>
		statSync(path, { throwIfNoEntry: false }),
	);
	return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}
