import { rmSync } from "node:fs";

/**
 * Remove a folder that processes wrote into. One that was told to end (a browser's own helpers end
 * after it) may write one more file while its folder is taken away: tried again for some seconds.
 */
export function removeFolder(folder: string): void {
	rmSync(folder, {
		recursive: true,
		force: true,
		maxRetries: 10,
		retryDelay: 100,
	});
}
