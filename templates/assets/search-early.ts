/**
 * On a search page whose address asks something: what every answer needs is on its way while the
 * search script still is. It waits neither for styles nor for the page.
 */

import { documentsFile, readOutline } from "../../src/search/catalog-file.ts";
import {
	type EarlyFiles,
	earlyName,
	fetchIndexFile,
	outlinePath,
} from "./search/fetch.ts";

const asked = new URLSearchParams(location.search).get("q")?.trim();
// Pages opened from a disk may not fetch.
if (asked && location.protocol !== "file:") {
	const files: EarlyFiles = new Map();
	const begin = (path: string) => {
		const file = fetchIndexFile(path);
		files.set(path, file);
		return file;
	};
	Object.assign(window, { [earlyName]: files });
	begin(outlinePath)
		.then((bytes) => {
			const [{ segments }] = readOutline(bytes);
			for (const { documents } of [...segments].reverse()) {
				const path = `${documents}/${documentsFile}`;
				if (documents !== undefined && !files.has(path))
					begin(path).catch(() => undefined);
			}
		})
		// The search itself says what is wrong.
		.catch(() => undefined);
}
