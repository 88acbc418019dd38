/** Getting the index: by request, or, on pages opened from a disk, by scripts that hand over bytes. */
import type { Load } from "../../../src/search/query/reader.ts";
import { twinPath, twinReceiver } from "../../../src/search/twins.ts";
import { type Results, resultsName } from "../results/given.ts";
import { siteRoot } from "./dom.ts";
import { fetchIndexFile, unpack } from "./fetch.ts";

export const fromDisk = location.protocol === "file:";

/** Loads files below `search/`. */
export const loadIndexFile: Load = (path) =>
	fromDisk ? loadTwin(path) : fetchIndexFile(path);

const waiting = new Map<string, (packed: Uint8Array<ArrayBuffer>) => void>();
const resultsScript = new URL("assets/results.js", siteRoot());
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

let results: Promise<Results> | undefined;

/** What shows all hits otherwise and writes them to files, once somebody wants it. */
export function loadResults(): Promise<Results> {
	results ??= runScript(resultsScript.href).then(
		() => (window as unknown as { [resultsName]: Results })[resultsName],
	);
	results.catch(() => {
		results = undefined;
	});
	return results;
}

/** Under Trusted Types a script's address must come from a policy; ours lets our own index through. */
function scriptPolicy(): (address: string) => string {
	const own = new URL("search/", siteRoot()).href;
	const check = (address: string) => {
		if (!address.startsWith(own) && address !== resultsScript.href)
			throw new TypeError(`Not ours: ${address}`);
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
