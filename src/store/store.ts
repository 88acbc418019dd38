/**
 * What builds remember: values in files of a folder, by key. A file is written whole or not at all, and believed only when
 * not a bit of it has changed and both program and engine are of the version that wrote it: a cache lies on a disk for
 * years, and what it says goes into a site.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import { fingerprint } from "../base/order.ts";
import { writeWhole } from "../base/write-whole.ts";

/** Raised whenever the files themselves change their shape. */
const format = 5;

export class Store {
	readonly #folder: string;
	readonly #version: string;

	/**
	 * @param folder need not exist.
	 * @param version of what the values look like: those of another one are as good as none.
	 */
	constructor(folder: string, version = "") {
		this.#folder = folder;
		// The engine's format may change with every version of it.
		const versions = [format, process.versions.v8, version];
		this.#version = fingerprint(versions.join(" "));
	}

	/** @returns `undefined` where there is none, it is damaged, or of another version. */
	get<Value>(key: string): Value | undefined {
		try {
			const bytes = readFileSync(this.#pathOf(key));
			const head = bytes.toString("latin1", 0, headLength);
			const body = bytes.subarray(headLength);
			if (head !== headOf(this.#version, body)) return undefined;
			return deserialize(body) as Value;
		} catch {
			return undefined;
		}
	}

	/** @param value anything that structured cloning takes; instances of classes become plain objects. */
	put(key: string, value: unknown): void {
		const body = serialize(value);
		writeWhole(this.#pathOf(key), [headOf(this.#version, body), body]);
	}

	#pathOf(key: string): string {
		return join(this.#folder, `${key}.value`);
	}
}

/**
 * What stands above a value: the version and a checksum. CRC-32 is what archives and file systems trust against a disk that
 * fails; over what is remembered of a hundred thousand files a cryptographic hash would take half a second of every build.
 */
function headOf(version: string, body: Uint8Array): string {
	return `${version} ${crc32(body).toString(16).padStart(8, "0")}\n`;
}

/** Bytes. */
const headLength = headOf(fingerprint(""), new Uint8Array()).length;
