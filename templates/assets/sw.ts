/**
 * The service worker: what was visited stays readable without a network. `sw.js` at the site's
 * root loads it, as a worker's scope is its own folder.
 */
import { cacheName, cataloguePath } from "./search/offline-names.ts";

/** The few parts of a worker's world that are used here; the page's types do not know them. */
interface WorkerEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WorkerEvent {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
const worker = self as unknown as {
	skipWaiting(): Promise<void>;
	readonly clients: { claim(): Promise<void> };
	readonly registration: { readonly scope: string };
	addEventListener(
		type: "install" | "activate",
		act: (event: WorkerEvent) => void,
	): void;
	addEventListener(type: "fetch", act: (event: RequestEvent) => void): void;
};

worker.addEventListener("install", (event) =>
	event.waitUntil(worker.skipWaiting()),
);
worker.addEventListener("activate", (event) =>
	event.waitUntil(worker.clients.claim()),
);
worker.addEventListener("fetch", (event) => {
	const { request } = event;
	const address = new URL(request.url);
	// Other sites, and other things of the same host, are none of this archive's business.
	if (request.method !== "GET") return;
	if (!address.href.startsWith(worker.registration.scope)) return;
	// What a page asks of its scripts stands behind its name; any other file with a query is not one of ours.
	if (address.search !== "" && request.mode !== "navigate") return;
	// The live channel of `npm run dev` never ends.
	if (request.headers.get("accept") === "text/event-stream") return;
	event.respondWith(
		/\/search\/[dv]-[0-9a-f]+\//.test(address.pathname)
			? fromCacheFirst(request)
			: fromNetworkFirst(request),
	);
});

/** Files whose address changes with their content. */
async function fromCacheFirst(request: Request): Promise<Response> {
	return (await kept(request)) ?? fetchAndKeep(request);
}

/** Everything else is as new as the network allows. */
async function fromNetworkFirst(request: Request): Promise<Response> {
	try {
		return await fetchAndKeep(request);
	} catch (error) {
		const response = await kept(request);
		if (response) return response;
		throw error;
	}
}

/** A page is the same page whatever its address asks of its scripts. */
async function kept(request: Request): Promise<Response | undefined> {
	const cache = await caches.open(cacheName);
	return cache.match(request, { ignoreSearch: true });
}

async function fetchAndKeep(request: Request): Promise<Response> {
	const response = await fetch(request);
	if (response.ok && response.type === "basic") {
		const address = new URL(request.url);
		address.search = "";
		address.hash = "";
		const cache = await caches.open(cacheName);
		// An index that was saved whole stays the one that is searched without a network.
		const isCatalogue = address.href.endsWith(`/${cataloguePath}`);
		if (isCatalogue && (await cache.match(address))) return response;
		// A browser that has no room left still shows what the network gave.
		await cache.put(address, response.clone()).catch(() => undefined);
	}
	return response;
}
