/** Places of a token as bytes: steps from one to the next, seven bits a byte, low bits first. */

/** A growing run of bytes. */
export class ByteWriter {
	private bytes = new Uint8Array(1024);
	length = 0;

	/** A non-negative integer below 2^32. */
	number(value: number): void {
		this.reserve(5);
		let left = value;
		while (left > 127) {
			this.bytes[this.length++] = (left & 127) | 128;
			left >>>= 7;
		}
		this.bytes[this.length++] = left;
	}

	append(more: Uint8Array): void {
		this.reserve(more.length);
		this.bytes.set(more, this.length);
		this.length += more.length;
	}

	/** The bytes so far; valid until the next write. */
	take(): Uint8Array {
		return this.bytes.subarray(0, this.length);
	}

	private reserve(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = new Uint8Array(
			Math.max(this.bytes.length * 2, this.length + more),
		);
		grown.set(this.bytes.subarray(0, this.length));
		this.bytes = grown;
	}
}

/** Reads what {@link ByteWriter} wrote. */
export class ByteReader {
	at = 0;
	readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	number(): number {
		let value = 0;
		let shift = 0;
		for (;;) {
			const byte = this.bytes[this.at++] as number;
			value |= (byte & 127) << shift;
			if (byte < 128) return value >>> 0;
			shift += 7;
		}
	}

	slice(length: number): Uint8Array {
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}
}

/** Steps after the first place. */
export function writeSteps(writer: ByteWriter, places: Uint32Array): void {
	for (let i = 1; i < places.length; i++)
		writer.number((places[i] as number) - (places[i - 1] as number));
}

/** All places of one token: a first place, then steps to the end of `bytes`. */
export function readPlaces(bytes: Uint8Array): Uint32Array {
	let count = 0;
	for (const byte of bytes) if (byte < 128) count++;
	const places = new Uint32Array(count);
	let place = 0;
	for (let i = 0, at = 0; i < count; i++) {
		let step = 0;
		let shift = 0;
		let byte: number;
		do {
			byte = bytes[at++] as number;
			step |= (byte & 127) << shift;
			shift += 7;
		} while (byte > 127);
		place += step >>> 0;
		places[i] = place;
	}
	return places;
}
