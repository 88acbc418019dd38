import type { Browser, Page } from "@playwright/test";

export interface Watched {
	readonly page: Page;
	/** What must not happen on any page, noted as it happens: dialogs, messages, requests to others. */
	readonly troubles: string[];
	close(): Promise<void>;
}

/**
 * Open a page that notes what must not happen.
 *
 * @param own beginnings of the addresses that a page may ask for.
 */
export async function openWatched(
	browser: Browser,
	own: readonly string[],
): Promise<Watched> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const troubles: string[] = [];
	page.on("console", (message) =>
		troubles.push(`${message.type()}: ${message.text()}`),
	);
	page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
	page.on("dialog", async (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`);
		await dialog.dismiss();
	});
	page.on("request", (request) => {
		const url = request.url();
		if (![...own, "data:", "blob:"].some((start) => url.startsWith(start)))
			troubles.push(`request: ${url}`);
	});
	return { page, troubles, close: () => context.close() };
}
