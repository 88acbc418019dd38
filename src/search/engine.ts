/** Pagefind's browser engine (WebAssembly) as our search uses it, in browsers and on Node. */
import type { Catalog, Volume } from "./catalog.ts";
import { entryOf } from "./index-entry.ts";
import { metaOf } from "./index-meta.ts";
import { recordLanguage, signed } from "./index-words.ts";

/** Gets a file below `search/`, unpacked. @throws when there is none. */
export type Load = (path: string) => Promise<Uint8Array>;

/**
 * The parts of Pagefind 1.6's `PagefindInstance` that are used: one index each, all on one
 * WebAssembly. Its own `search` reads the query as words of a language and loses the quotation marks
 * that our queries need; what it calls underneath is called directly.
 */
interface Instance {
	init(language: string, options: { load_wasm: boolean }): Promise<void>;
	getPtr(): Promise<number>;
	throttledFetch(address: string): Promise<unknown>;
	_loadGenericChunk(address: string, method: string): Promise<void>;
	readonly backend: {
		search(
			index: number,
			words: string,
			original: string,
			filters: string,
			sort: string,
			exact: boolean,
			exactDiacritics: boolean,
		): string;
	};
}

/** What `engine.js` leaves behind. */
export interface EngineModule {
	readonly PagefindInstance: new (options: {
		readonly basePath: string;
		readonly primary: boolean;
	}) => Instance;
}

/** One volume, open. */
export interface OpenVolume {
	/** Give the engine a chunk of words; again is free. */
	loadChunk(n: number): Promise<void>;
	/** Pages that hold these words one after another. The chunks of the words must have been loaded. */
	find(words: readonly string[]): Promise<ReadonlySet<number>>;
}

export class Engine {
	private readonly module: EngineModule;
	private readonly load: Load;
	/** Settles when the WebAssembly is there, which the first volume brings. */
	private ready: Promise<unknown> | undefined;
	private readonly volumes = new Map<string, Promise<OpenVolume>>();

	constructor(module: EngineModule, load: Load) {
		this.module = module;
		this.load = load;
	}

	/** Open a volume, or find it open. All may be opened at once. @throws when a file is missing. */
	open(catalog: Catalog, volume: Volume): Promise<OpenVolume> {
		let open = this.volumes.get(volume.folder);
		if (!open) {
			open = this.start(catalog, volume);
			this.volumes.set(volume.folder, open);
			open.catch(() => this.volumes.delete(volume.folder));
		}
		return open;
	}

	private async start(catalog: Catalog, volume: Volume): Promise<OpenVolume> {
		const base = `/${volume.folder}/`;
		const instance = new this.module.PagefindInstance({
			basePath: base,
			primary: false,
		});
		instance.throttledFetch = async (address) => {
			// The catalogue knows what these two files say: two requests less a volume.
			if (address.includes("pagefind-entry.json"))
				return response(
					entryOf(volume.hash, volume.pages.length, catalog.pagefind),
				);
			if (address.endsWith(".pf_meta"))
				return response(signed(metaOfVolume(catalog, volume)));
			return response(await this.load(pathOf(address)));
		};
		const first = this.ready === undefined;
		const begun = this.ready;
		const opened = (begun ?? Promise.resolve()).then(() =>
			instance.init(recordLanguage, { load_wasm: first }),
		);
		if (first) {
			this.ready = opened;
			opened.catch(() => {
				this.ready = undefined;
			});
		}
		await opened;
		return openVolume(instance, base);
	}
}

/** What the volume's `pf_meta` says. Which chunk holds a word is asked of the catalogue. */
function metaOfVolume(catalog: Catalog, volume: Volume): Uint8Array {
	let document = volume.start;
	const pages = volume.pages.map((count) => {
		const begin = document;
		document += count;
		return catalog.columns.places
			.subarray(begin, document)
			.reduce((sum, places) => sum + places + 1, -1);
	});
	return metaOf(catalog.pagefind, pages, []);
}

function openVolume(instance: Instance, base: string): OpenVolume {
	const chunks = new Map<number, Promise<void>>();
	return {
		loadChunk(n) {
			let chunk = chunks.get(n);
			if (!chunk) {
				chunk = instance._loadGenericChunk(
					`${base}index/${n.toString(36)}.pf_index`,
					"load_index_chunk",
				);
				chunks.set(n, chunk);
				chunk.catch(() => chunks.delete(n));
			}
			return chunk;
		},
		async find(words) {
			const query = words.join(" ");
			const index = await instance.getPtr();
			const { results } = JSON.parse(
				instance.backend.search(index, query, query, "{}", "", true, false),
			) as Answer;
			return new Set(results.map(({ p }) => Number.parseInt(p, 36)));
		},
	};
}

/** What the engine answers: names of pages `p`, and more that is not used. */
interface Answer {
	readonly results: readonly { readonly p: string }[];
}

/** `/v-…/index/3.pf_index` → `v-…/index/3.pf_index`; the one WebAssembly lies above the volumes. */
function pathOf(address: string): string {
	return /\/wasm\.\w+\.pagefind$/.test(address)
		? "engine.wasm"
		: address.slice(1);
}

function response(body: unknown) {
	return {
		json: async () => body,
		arrayBuffer: async () => body,
	};
}
