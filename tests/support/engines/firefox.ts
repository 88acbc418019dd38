import { launch } from "puppeteer-core";
import { type Engine, scriptOf } from "./engine.ts";
import { programPath } from "./program.ts";

/** Where Firefox usually is; `FIREFOX` in the environment comes first. @throws with instructions. */
export function firefoxPath(): string {
	return programPath("Firefox", "firefox-esr", process.env.FIREFOX, [
		"/usr/bin/firefox-esr",
		"/usr/bin/firefox",
		"/Applications/Firefox.app/Contents/MacOS/firefox",
	]);
}

/** Firefox, driven by WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
	const browser = await launch({
		browser: "firefox",
		executablePath: firefoxPath(),
		protocolTimeout: 300_000,
		timeout: 120_000,
		extraPrefsFirefox: {
			// It talks to nobody but the pages it is given.
			"app.normandy.enabled": false,
			"network.captive-portal-service.enabled": false,
			"network.connectivity-service.enabled": false,
		},
	});
	return {
		async open() {
			const context = await browser.createBrowserContext();
			const page = await context.newPage();
			return {
				go: async (address) => {
					await page.goto(address, { timeout: 120_000 });
				},
				run: (act, ...args) =>
					page.evaluate(`(async () => { ${scriptOf(act, args)} })()`) as never,
			};
		},
		close: () => browser.close(),
	};
}
