/** Getting files of the index by request. */
import { outlineFile } from "../../../src/search/catalog.ts";
import { siteRoot } from "./dom.ts";

/** @param path below `search/`. @returns the file, unpacked. @throws when there is none. */
export async function fetchIndexFile(path: string): Promise<Uint8Array> {
	const isOutline = path === outlineFile;
	const response = await fetch(new URL(`search/${path}`, siteRoot()), {
		// Every other file has its content's hash in its address.
		cache: isOutline ? "no-cache" : "default",
		// Headlines of what was found do not queue behind what is still searched.
		priority: isOutline || path.endsWith(".json") ? "high" : "low",
	});
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return unpack(new Uint8Array(await response.arrayBuffer()));
}

/** A server may have unpacked the file on its way. */
export async function unpack(
	packed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
	if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
	// By hand, because a `Blob` and a `Response` around the stream take twice as long.
	const { readable, writable } = new DecompressionStream("gzip");
	const writer = writable.getWriter();
	// Who reads hears of it.
	for (const written of [writer.write(packed), writer.close()])
		written.catch(() => undefined);
	const reader = readable.getReader();
	const parts: Uint8Array[] = [];
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		parts.push(value);
	}
	return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const all = new Uint8Array(
		parts.reduce((length, part) => length + part.length, 0),
	);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
