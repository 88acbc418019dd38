/** Getting the index: by request, or, on pages opened from a disk, by scripts that hand over bytes. */
import type { EngineModule, Load } from "../../../src/search/engine.ts";
import { twinPath, twinReceiver } from "../../../src/search/twin-names.ts";
import { siteRoot } from "./dom.ts";

export const fromDisk = location.protocol === "file:";

/** Loads files below `search/`. */
export const loadIndexFile: Load = (path) =>
	fromDisk ? loadTwin(path) : loadFile(path);

async function loadFile(path: string): Promise<Uint8Array> {
	const response = await fetch(new URL(`search/${path}`, siteRoot()), {
		// Every other file has its content's hash in its address.
		cache: path === "catalog.bin" ? "no-cache" : "default",
	});
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return unpack(new Uint8Array(await response.arrayBuffer()));
}

let engine: Promise<EngineModule> | undefined;

/** Run Pagefind's engine, `search/engine.js`, once. */
export function startEngine(): Promise<EngineModule> {
	engine ??= runScript(new URL("search/engine.js", siteRoot()).href).then(
		() =>
			(window as unknown as { biannianPagefind: EngineModule })
				.biannianPagefind,
	);
	engine.catch(() => {
		engine = undefined;
	});
	return engine;
}

const waiting = new Map<string, (packed: Uint8Array<ArrayBuffer>) => void>();
const scripts = scriptPolicy();

function loadTwin(path: string): Promise<Uint8Array> {
	const address = new URL(`search/${twinPath(path)}`, siteRoot()).href;
	return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
		waiting.set(path, resolve);
		runScript(address)
			.then(() => {
				if (waiting.delete(path)) throw new Error(`${path}: empty`);
			})
			.catch((error) => {
				waiting.delete(path);
				reject(error);
			});
	}).then(unpack);
}

function runScript(address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = scripts(address);
		script.onload = () => {
			script.remove();
			resolve();
		};
		script.onerror = () => {
			script.remove();
			reject(new Error(`${address}: missing`));
		};
		document.head.append(script);
	});
}

if (fromDisk)
	Object.assign(window, {
		[twinReceiver]: (path: string, base64: string) => {
			const text = atob(base64);
			const packed = new Uint8Array(text.length);
			for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
			waiting.get(path)?.(packed);
			waiting.delete(path);
		},
	});

/** A server may have unpacked the file on its way. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
	const stream = new Blob([packed])
		.stream()
		.pipeThrough(new DecompressionStream("gzip"));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Under Trusted Types a script's address must come from a policy; ours lets our own index through. */
function scriptPolicy(): (address: string) => string {
	const own = new URL("search/", siteRoot()).href;
	const check = (address: string) => {
		if (!address.startsWith(own)) throw new TypeError(`Not ours: ${address}`);
		return address;
	};
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
	if (!types) return check;
	const policy = types.createPolicy("biannian-index", {
		createScriptURL: check,
	});
	return (address) => policy.createScriptURL(address);
}
