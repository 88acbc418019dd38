import { beforeAll, expect, test, vi } from "vitest";

const handlers = new Map<string, (event: unknown) => void>();
const scope = "https://news.example/archive/";

beforeAll(async () => {
	const cache = { match: async () => undefined, put: async () => undefined };
	vi.stubGlobal("caches", { open: async () => cache });
	vi.stubGlobal("fetch", async () => new Response("x"));
	vi.stubGlobal("self", {
		registration: { scope },
		clients: {},
		addEventListener: (type: string, act: (event: unknown) => void) =>
			handlers.set(type, act),
	});
	await import("../../templates/assets/sw.ts");
	return () => vi.unstubAllGlobals();
});

/** Whether the worker answers a request itself. */
function answers(url: string, more: object = {}): boolean {
	let isAnswered = false;
	const request = {
		url,
		method: "GET",
		mode: "no-cors",
		headers: new Headers(),
		...more,
	};
	const respondWith = (response: Promise<Response>) => {
		isAnswered = true;
		response.catch(() => undefined);
	};
	handlers.get("fetch")?.({ request, respondWith });
	return isAnswered;
}

test("the service worker answers for its own scope alone", () => {
	expect(answers(`${scope}index.html`)).toBe(true);
	for (const url of [
		"https://news.example/",
		"https://news.example/archives/a",
		"https://other.example/archive/a",
	])
		expect(answers(url), url).toBe(false);
	expect(answers(`${scope}a`, { method: "POST" })).toBe(false);
});

test("a query belongs to a page that is opened; no other file has one", () => {
	expect(answers(`${scope}search.html?q=茶`, { mode: "navigate" })).toBe(true);
	expect(answers(`${scope}data/ids.txt?x=1`)).toBe(false);
});
