/** How long a reader waits and what moves, in Chromium against a server on this machine. */
import type { Browser, Page } from "@playwright/test";
import { launchBrowser } from "../../tests/support/browser.ts";
import { servePacked } from "./packed-server.ts";

export interface Timed {
	readonly query: string;
	readonly hits: number;
	/** From the beginning of navigation to the first and the last results, nothing cached, ms. */
	readonly firstMs: number;
	readonly coldMs: number;
	/** Everything that the page asked for, itself included, as static hosts send it. */
	readonly requests: number;
	readonly bytes: number;
	/** On a search page that is open and has loaded nothing yet: from asking to the last results, ms. */
	readonly askedMs: number;
	/** The same query again in the same page, after another one, ms. */
	readonly warmMs: number;
	/** As `firstMs`, on a phone: Fast 3G and a quarter of the processor. */
	readonly phoneMs: number;
}

/** Notes when results are shown and when they are complete; runs before the page's own scripts. */
function noteStates(): void {
	const notes: { first?: number; done?: number } = {};
	Object.assign(window, { benchNotes: notes });
	new MutationObserver(() => {
		const root = document.querySelector<HTMLElement>("[data-search]");
		if (root?.querySelector("li[data-article-id]"))
			notes.first ??= performance.now();
		if (root?.dataset.state === "done") {
			notes.done ??= performance.now();
			notes.first ??= notes.done;
		}
	}).observe(document, {
		subtree: true,
		childList: true,
		attributes: true,
		attributeFilter: ["data-state"],
	});
}

/** One after another. @param site the root of a built site. */
export async function* timeInBrowser(
	site: string,
	queries: readonly string[],
): AsyncGenerator<Timed> {
	const server = await servePacked(site);
	const browser = await launchBrowser();
	try {
		for (const query of queries)
			yield await timeOne(browser, server.address, query);
	} finally {
		await browser.close();
		server.close();
	}
}

/** Ask in an open search page. @returns milliseconds until the answer is complete. */
function ask(page: Page, text: string): Promise<number> {
	return page.evaluate(async (text) => {
		const root = document.querySelector<HTMLElement>(
			"[data-search]",
		) as HTMLElement;
		const began = performance.now();
		history.pushState(null, "", `?q=${encodeURIComponent(text)}`);
		dispatchEvent(new PopStateEvent("popstate"));
		while (root.dataset.state !== "done")
			await new Promise((resolve) => setTimeout(resolve));
		return performance.now() - began;
	}, text);
}

/** The first question in a page that was opened before; nothing of the index is loaded or cached. */
async function timeFirstQuestion(
	browser: Browser,
	address: string,
	query: string,
): Promise<number> {
	const context = await browser.newContext({ serviceWorkers: "block" });
	try {
		const page = await context.newPage();
		await page.goto(`${address}search.html`);
		await page.waitForLoadState("networkidle");
		return await ask(page, query);
	} finally {
		await context.close();
	}
}

/** Fast 3G as Chromium's own tools have it: bytes a second, and milliseconds a request waits. */
const fast3G = {
	offline: false,
	downloadThroughput: (1.6e6 / 8) * 0.9,
	uploadThroughput: (750e3 / 8) * 0.9,
	latency: 562.5,
};

/** From the beginning of navigation to the first results, on a phone that has nothing cached, ms. */
async function timeOnPhone(browser: Browser, address: string): Promise<number> {
	const context = await browser.newContext({
		serviceWorkers: "block",
		viewport: { width: 390, height: 844 },
	});
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send("Network.enable");
		await session.send("Network.emulateNetworkConditions", fast3G);
		await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
		await page.addInitScript(noteStates);
		await page.goto(address, { waitUntil: "commit" });
		await page.waitForSelector('[data-state="done"]', { timeout: 120_000 });
		return (await notesOf(page)).first;
	} finally {
		await context.close();
	}
}

function notesOf(page: Page): Promise<{ first: number; done: number }> {
	return page.evaluate(
		() =>
			(window as unknown as { benchNotes: { first: number; done: number } })
				.benchNotes,
	);
}

async function timeOne(
	browser: Browser,
	address: string,
	query: string,
): Promise<Timed> {
	const askedMs = await timeFirstQuestion(browser, address, query);
	const results = `${address}search.html?q=${encodeURIComponent(query)}`;
	const phoneMs = await timeOnPhone(browser, results);
	const context = await browser.newContext({ serviceWorkers: "block" });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send("Network.enable");
		let requests = 0;
		let bytes = 0;
		session.on("Network.loadingFinished", ({ encodedDataLength }) => {
			requests++;
			bytes += encodedDataLength;
		});
		await page.addInitScript(noteStates);
		await page.goto(results);
		await page.waitForSelector('[data-state="done"]', { timeout: 60_000 });
		const notes = await notesOf(page);
		// The excerpts in sight count too.
		await page.waitForLoadState("networkidle");
		const cold = { requests, bytes };
		const hits = Number(await page.getAttribute("output", "data-total"));
		await ask(page, "的");
		return {
			query,
			hits,
			firstMs: notes.first,
			coldMs: notes.done,
			...cold,
			askedMs,
			phoneMs,
			warmMs: await ask(page, query),
		};
	} finally {
		await context.close();
	}
}
