/**
 * SHA-256 of a long file that is written again and again, mostly with the same beginning: the hash's state is marked
 * on the way, and the next time hashing goes on from there. Node's own hash cannot be taken up again.
 */
import { createSHA256, type IHasher } from "hash-wasm";

/** The state of a hash after the first `at` bytes. Plain JSON. */
export interface HashMark {
	readonly at: number;
	/** Base64; only the package that made it can read it. */
	readonly state: string;
}

/** Bytes from one mark to the next, about. */
const markEvery = 8_000_000;

export class LongHash {
	readonly #hasher: IHasher;
	readonly #marks: HashMark[];
	#at: number;

	/** @param hasher at the last of `marks`. */
	private constructor(hasher: IHasher, marks: readonly HashMark[]) {
		this.#hasher = hasher;
		this.#marks = [...marks];
		this.#at = marks.at(-1)?.at ?? 0;
	}

	/**
	 * @param marks of another file, in order, whose beginning up to `same` bytes is that of this one.
	 */
	static async resume(
		marks: readonly HashMark[] = [],
		same = 0,
	): Promise<LongHash> {
		const hasher = await createSHA256();
		const usable = marks.filter(({ at }) => at <= same);
		const last = usable.at(-1);
		if (last)
			try {
				hasher.load(Buffer.from(last.state, "base64"));
				return new LongHash(hasher, usable);
			} catch {
				// Another version of the package made it.
			}
		hasher.init();
		return new LongHash(hasher, []);
	}

	/** Bytes that are hashed already. */
	get at(): number {
		return this.#at;
	}

	update(bytes: Uint8Array): void {
		this.#hasher.update(bytes);
		this.#at += bytes.length;
		if (this.#at - (this.#marks.at(-1)?.at ?? 0) < markEvery) return;
		const state = Buffer.from(this.#hasher.save()).toString("base64");
		this.#marks.push({ at: this.#at, state });
	}

	/** Marks up to here. */
	get marks(): readonly HashMark[] {
		return this.#marks;
	}

	/** Lower-case hex; nothing can be added afterwards. */
	digest(): string {
		return this.#hasher.digest("hex");
	}
}
