/** Reading without a network: a worker keeps what was visited, a button fetches the rest. */
import { el, refill, siteRoot } from "./dom.ts";
import {
	cacheName,
	cataloguePath,
	fileListPath,
	siteLists,
} from "./offline-names.ts";
import type { SearchWords } from "./words.ts";

/** Requests under way at once while the archive is saved. */
const atOnce = 6;

function canWork(): boolean {
	return location.protocol.startsWith("http") && "serviceWorker" in navigator;
}

/** Keep visited pages, where the browser can; a page opened from a disk needs no worker. */
export function registerWorker(): void {
	if (!canWork()) return;
	// Browsers ask for it only over HTTP, and complain about it from a disk.
	document.head.append(
		el("link", { rel: "manifest", href: `${siteRoot()}manifest.webmanifest` }),
	);
	const types = (
		window as {
			trustedTypes?: {
				createPolicy(
					name: string,
					rules: { createScriptURL(address: string): string },
				): { createScriptURL(address: string): string };
			};
		}
	).trustedTypes;
	const address = new URL("sw.js", siteRoot()).href;
	const trusted =
		types
			?.createPolicy("biannian-worker", { createScriptURL: () => address })
			.createScriptURL("") ?? address;
	// Whoever forbids workers reads online.
	navigator.serviceWorker.register(trusted).catch(() => undefined);
}

/** The button that saves the whole archive, on the search page. */
export function attachOffline(root: HTMLElement, words: SearchWords): void {
	const place = root.querySelector('[data-part="offline"]');
	if (!place || !canWork() || !("caches" in window)) return;
	const status = el("span", { role: "status" });
	const progress = el("progress", {
		hidden: true,
		"aria-label": words.offline,
	});
	const button = el("button", { type: "button" }, words.offline);
	button.addEventListener("click", async () => {
		button.disabled = true;
		progress.hidden = false;
		try {
			const { saved, all, failure } = await saveAll((done, all) => {
				progress.max = all;
				progress.value = done;
				refill(status, words.offlineProgress(String(done), String(all)));
			});
			const told = isFull(failure) ? words.offlineFull : words.offlinePart;
			refill(
				status,
				failure === undefined
					? words.offlineDone
					: told(String(saved), String(all)),
			);
			button.disabled = failure === undefined;
		} catch {
			refill(status, words.offlineFailed);
			button.disabled = false;
		}
		progress.hidden = true;
	});
	refill(place, el("p", {}, words.offlineNote), button, progress, status);
}

/** Files of the site. */
interface SaveResult {
	readonly saved: number;
	readonly all: number;
	/** What ended it before all were saved. */
	readonly failure: unknown;
}

/** Whether the browser gives a site no more room. */
function isFull(failure: unknown): boolean {
	return failure instanceof Error && failure.name === "QuotaExceededError";
}

/**
 * Fetch every file of the site into the cache, but those that are there and have not changed; the first
 * failure ends it, and what is saved stays.
 *
 * @throws when the lists of files cannot be had.
 */
async function saveAll(
	onProgress: (done: number, all: number) => void,
): Promise<SaveResult> {
	const root = siteRoot();
	const lists = await listedIn(fileListPath, root);
	const ofFolders = await Promise.all(
		lists
			.filter(({ path }) => path.startsWith(siteLists))
			.map(({ path }) => listedIn(path, root)),
	);
	const files = ofFolders.flat().filter(({ path }) => !isTwin(path));
	const cache = await caches.open(cacheName);
	let saved = 0;
	let failure: unknown;
	const save = async ({ sha256, path }: ListedFile) => {
		const address = new URL(path, root);
		const kept = await cache.match(address);
		if (!kept || (await hashOf(kept)) !== sha256)
			await cache.add(new Request(address, { cache: "no-cache" }));
		onProgress(++saved, files.length);
	};
	const saveEach = async (list: readonly ListedFile[]) => {
		const left = [...list];
		const work = async () => {
			while (left.length > 0 && failure === undefined)
				await save(left.shift() as ListedFile).catch((error) => {
					failure ??= error;
				});
		};
		await Promise.all(Array.from({ length: atOnce }, work));
	};
	onProgress(0, files.length);
	// A catalogue names the files of its index: until those of the new one are there, the old one can be searched.
	await saveEach(files.filter(({ path }) => path !== cataloguePath));
	await saveEach(files.filter(({ path }) => path === cataloguePath));
	if (failure === undefined)
		await dropOldIndex(cache, new Set(files.map(({ path }) => path)), root);
	return { saved, all: files.length, failure };
}

interface ListedFile {
	readonly sha256: string;
	/** Below the site's root. */
	readonly path: string;
}

/** The files in a list of checksums: one line each, hash, two spaces, path. */
async function listedIn(list: string, root: URL): Promise<ListedFile[]> {
	const response = await fetch(new URL(list, root), { cache: "no-cache" });
	if (!response.ok) throw new Error(`${list}: ${response.status}`);
	return (await response.text())
		.split("\n")
		.map((line) => ({ sha256: line.slice(0, 64), path: line.slice(66) }))
		.filter(({ path }) => path !== "");
}

/** What stands in for a file of the index on pages opened from a disk. */
function isTwin(path: string): boolean {
	return /^search\/.*\.js$/.test(path);
}

/** Files of the index have their content in their address: those of earlier builds are never asked for again. */
async function dropOldIndex(
	cache: Cache,
	paths: ReadonlySet<string>,
	root: URL,
): Promise<void> {
	const index = new URL("search/", root).href;
	for (const { url } of await cache.keys())
		if (url.startsWith(index) && !paths.has(url.slice(root.href.length)))
			await cache.delete(url);
}

async function hashOf(response: Response): Promise<string> {
	const bytes = await response.arrayBuffer();
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
