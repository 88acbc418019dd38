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

/** @param site the root of a built site. */
export async function timeInBrowser(
	site: string,
	queries: readonly string[],
): Promise<Timed[]> {
	const server = await servePacked(site);
	const browser = await launchBrowser();
	try {
		const timed: Timed[] = [];
		for (const query of queries)
			timed.push(await timeOne(browser, server.address, query));
		return timed;
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

async function timeOne(
	browser: Browser,
	address: string,
	query: string,
): Promise<Timed> {
	const askedMs = await timeFirstQuestion(browser, address, query);
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
		await page.goto(`${address}search.html?q=${encodeURIComponent(query)}`);
		await page.waitForSelector('[data-state="done"]', { timeout: 60_000 });
		const notes = await page.evaluate(
			() =>
				(window as unknown as { benchNotes: { first: number; done: number } })
					.benchNotes,
		);
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
			warmMs: await ask(page, query),
		};
	} finally {
		await context.close();
	}
}
