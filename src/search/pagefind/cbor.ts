/** The little of CBOR (RFC 8949) that Pagefind's files are written in: integers, texts and arrays of known length. */

/** Major types of the values met here. */
const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

export class CborReader {
	/** Where the next value begins. */
	at = 0;
	private readonly bytes: Uint8Array;
	private static readonly decoder = new TextDecoder();

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	/** @returns how many values follow. @throws when something else stands here. */
	array(): number {
		return this.head(array);
	}

	text(): string {
		const length = this.head(text);
		this.at += length;
		return CborReader.decoder.decode(
			this.bytes.subarray(this.at - length, this.at),
		);
	}

	integer(): number {
		return (this.bytes[this.at] as number) >> 5 === negative
			? -1 - this.head(negative)
			: this.head(unsigned);
	}

	/**
	 * So many integers, each a step from the one before, the first from `from`.
	 *
	 * @param to takes what they add up to.
	 */
	steps(count: number, from: number, to: Uint32Array): void {
		const { bytes } = this;
		let { at } = this;
		let sum = from;
		for (let n = 0; n < count; n++) {
			const head = bytes[at++] as number;
			if (head < 24) sum += head;
			else if (head === 24) sum += bytes[at++] as number;
			else if (head === 25) {
				sum += ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
				at += 2;
			} else {
				this.at = at - 1;
				sum += this.head(unsigned);
				at = this.at;
			}
			to[n] = sum;
		}
		this.at = at;
	}

	/** Step over one value of any kind. */
	skip(): void {
		const major = (this.bytes[this.at] as number) >> 5;
		const value = this.head(major);
		if (major === text) this.at += value;
		else if (major === array) for (let i = 0; i < value; i++) this.skip();
	}

	/** Step over as many integers. @throws when there are fewer. */
	skipIntegers(count: number): void {
		for (let i = 0; i < count; i++) {
			if (this.at >= this.bytes.length)
				throw new Error("the file ends too early");
			const short = (this.bytes[this.at] as number) & 31;
			this.at += short < 24 ? 1 : 1 + (1 << (short - 24));
		}
	}

	private head(expected: number): number {
		const { bytes } = this;
		const first = bytes[this.at++];
		if (first === undefined || first >> 5 !== expected)
			throw new Error(
				`the file has another shape than expected at byte ${this.at - 1}`,
			);
		const short = first & 31;
		if (short < 24) return short;
		let value = 0;
		for (let left = 1 << (short - 24); left > 0; left--)
			value = value * 256 + (bytes[this.at++] as number);
		return value;
	}
}
