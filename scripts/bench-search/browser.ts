/** Queries in Chromium over the loopback: what a first search moves, how long first and second take. */
import { serveSite } from "../../src/build/serve.ts";
import { launchBrowser } from "../../tests/support/browser.ts";

/** @returns medians over the queries, as rows of the table. */
export async function timeInBrowser(
	site: string,
	queries: readonly string[],
): Promise<Record<string, number>> {
	const server = await serveSite(site, 0, false);
	const browser = await launchBrowser();
	const cold: number[] = [];
	const first: number[] = [];
	const warm: number[] = [];
	const bytes: number[] = [];
	const requests: number[] = [];
	try {
		for (const query of queries) {
			// A new context has an empty cache.
			const context = await browser.newContext({ serviceWorkers: "block" });
			const page = await context.newPage();
			await page.goto(`${server.address}search.html`);
			const session = await context.newCDPSession(page);
			await session.send("Network.enable");
			let moved = 0;
			let count = 0;
			session.on("Network.loadingFinished", ({ encodedDataLength }) => {
				moved += encodedDataLength;
				count++;
			});
			const ask = (text: string) =>
				page.evaluate(
					(typed) =>
						new Promise<{ first: number; done: number }>((resolve) => {
							const root = document.querySelector(
								"[data-search]",
							) as HTMLElement;
							const started = performance.now();
							let shown = 0;
							const look = () => {
								if (!shown && root.querySelector("li[data-article-id]"))
									shown = performance.now() - started;
								if (root.dataset.state !== "done") return;
								watcher.disconnect();
								const done = performance.now() - started;
								resolve({ first: shown || done, done });
							};
							const watcher = new MutationObserver(look);
							watcher.observe(root, {
								attributes: true,
								childList: true,
								subtree: true,
							});
							const box = root.querySelector("input[name=q]");
							(box as HTMLInputElement).value = typed;
							root.querySelector("form")?.requestSubmit();
						}),
					text,
				);
			const once = await ask(query);
			cold.push(once.done);
			first.push(once.first);
			// The excerpts of the hits in sight belong to what a search moves.
			await page.waitForLoadState("networkidle");
			bytes.push(moved);
			requests.push(count);
			warm.push((await ask(query)).done);
			await context.close();
		}
	} finally {
		await browser.close();
		await server.close();
	}
	return {
		"timed queries": queries.length,
		"cold query, ms (median)": Math.round(median(cold)),
		"cold query, first hits, ms": Math.round(median(first)),
		"cold query, KB": Math.round(median(bytes) / 1_000),
		"cold query, requests": median(requests),
		"warm query, ms": Math.round(median(warm)),
	};
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
