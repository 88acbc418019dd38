import { constants, copyFileSync, linkSync } from "node:fs";

/**
 * A hard link, or, on another disk or one without links, a copy.
 *
 * @throws where something lies at `to`: a copy would be written into it, whoever else shares it.
 */
export function linkOrCopy(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to, constants.COPYFILE_EXCL);
	}
}
