/**
 * Numbers in as few bytes as they need: seven bits a byte, the lowest first; the eighth says that more
 * follow. So written, lists of places pack a seventh smaller than in CBOR.
 */

export class VarintReader {
	/** Where the next value begins. */
	at: number;
	private readonly bytes: Uint8Array;
	private static readonly decoder = new TextDecoder();

	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	/** @throws when the bytes end before it, as everything here does. */
	integer(): number {
		let value = 0;
		for (let unit = 1; ; unit *= 128) {
			const byte = this.bytes[this.at++];
			if (byte === undefined) throw new Error("the file ends too early");
			if (byte < 128) return value + byte * unit;
			value += (byte - 128) * unit;
		}
	}

	text(): string {
		const length = this.integer();
		this.at += length;
		if (this.at > this.bytes.length) throw new Error("the file ends too early");
		return VarintReader.decoder.decode(
			this.bytes.subarray(this.at - length, this.at),
		);
	}

	/** Step over so many integers. */
	skip(count: number): void {
		for (let left = count; left > 0; this.at++) {
			const byte = this.bytes[this.at];
			if (byte === undefined) throw new Error("the file ends too early");
			if (byte < 128) left--;
		}
	}

	/** What so many integers add up to, one by one. */
	sums(count: number): Uint32Array {
		const sums = new Uint32Array(count);
		let sum = 0;
		for (let n = 0; n < count; n++) {
			const byte = this.bytes[this.at] as number;
			// Most are short.
			if (byte < 128) {
				sum += byte;
				this.at++;
			} else sum += this.integer();
			sums[n] = sum;
		}
		return sums;
	}
}

export class VarintWriter {
	/** Bytes written so far. */
	length = 0;
	private bytes: Buffer = Buffer.allocUnsafe(65_536);

	/** @param value not negative. */
	integer(value: number): void {
		this.room(8);
		let rest = value;
		for (; rest >= 128; rest = Math.floor(rest / 128))
			this.bytes[this.length++] = (rest % 128) + 128;
		this.bytes[this.length++] = rest;
	}

	text(value: string): void {
		this.integer(Buffer.byteLength(value));
		this.room(3 * value.length);
		this.length += this.bytes.write(value, this.length);
	}

	/** Integers that ascend from the one at `from` to the one before `to`, as steps from each to the next. */
	steps(numbers: Uint32Array, from: number, to: number): void {
		this.room(5 * (to - from));
		const { bytes } = this;
		let at = this.length;
		let before = 0;
		for (let n = from; n < to; n++) {
			let step = (numbers[n] as number) - before;
			before = numbers[n] as number;
			for (; step >= 128; step >>>= 7) bytes[at++] = step | 128;
			bytes[at++] = step;
		}
		this.length = at;
	}

	/** What another wrote. */
	append(written: Uint8Array): void {
		this.room(written.length);
		this.bytes.set(written, this.length);
		this.length += written.length;
	}

	/** What was written since the last call. */
	take(): Uint8Array {
		const written = Uint8Array.prototype.slice.call(this.bytes, 0, this.length);
		this.length = 0;
		return written;
	}

	private room(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const grown = Buffer.allocUnsafe(
			Math.max(this.length + more, this.bytes.length * 2),
		);
		this.bytes.copy(grown, 0, 0, this.length);
		this.bytes = grown;
	}
}
