import { launchBrowser } from "../browser.ts";
import { type Engine, scriptOf } from "./engine.ts";

/** Chromium, driven by Playwright. */
export async function startChromium(): Promise<Engine> {
	const browser = await launchBrowser();
	return {
		async open() {
			const context = await browser.newContext({ locale: "zh-CN" });
			const page = await context.newPage();
			return {
				go: async (address) => {
					await page.goto(address);
				},
				run: (act, ...args) =>
					page.evaluate(`(async () => { ${scriptOf(act, args)} })()`),
			};
		},
		close: () => browser.close(),
	};
}
