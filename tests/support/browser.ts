import { accessSync, constants } from "node:fs";
import { type Browser, chromium } from "@playwright/test";

/** Where Chromium usually is; `CHROMIUM` in the environment comes first. */
const candidates = [
	process.env.CHROMIUM,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].filter((path) => path !== undefined && path !== "") as string[];

/** @throws with instructions when no browser is installed. */
export function chromiumPath(): string {
	for (const path of candidates) {
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// Not here; the next candidate may be.
		}
	}
	throw new Error(
		"No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.",
	);
}

/** Milliseconds that a page may take on a machine that has others to serve: as long as a whole test. */
export const patience = 240_000;

/** A headless browser that talks to nobody but the pages it is given. */
export async function launchBrowser(): Promise<Browser> {
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
		],
		timeout: patience,
	});
	browser.on("context", (context) => context.setDefaultTimeout(patience));
	return browser;
}
