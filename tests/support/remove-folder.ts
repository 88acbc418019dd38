import { rmSync } from "node:fs";

const triesAtMost = 200;
const pauseMs = 100;

/**
 * Remove a folder that processes wrote into. One that was told to end (a browser's own helpers end
 * after it) may write one more file while its folder is taken away: all is listed and removed again,
 * for twenty seconds. (`maxRetries` of `rmSync` tries the emptied folder alone, not the new file in it.)
 *
 * @throws what the disk says at the end of that time.
 */
export function removeFolder(folder: string): void {
	for (let tries = 1; ; tries++)
		try {
			rmSync(folder, { recursive: true, force: true });
			return;
		} catch (error) {
			if (tries === triesAtMost) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
		}
}
