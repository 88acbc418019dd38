/** A job of a pool, and who waits for it. */
export interface Waiting<Job, Result> {
	readonly job: Job;
	/** How often the process that did it died. */
	deaths: number;
	resolve(result: Result): void;
	reject(error: Error): void;
}

/** Jobs that no process has in hand, in the order in which they are to be done. */
export class JobQueue<Job, Result> {
	/** Those that go before the others; the last one first. */
	readonly #urgent: Waiting<Job, Result>[] = [];
	#others: Waiting<Job, Result>[] = [];
	/** How many of the others were taken. */
	#taken = 0;
	/** Those whose process died: tried again when nothing else is at work. */
	readonly #suspects: Waiting<Job, Result>[] = [];

	get length(): number {
		return this.#urgent.length + this.#others.length - this.#taken;
	}

	add(waiting: Waiting<Job, Result>, isFirst: boolean): void {
		(isFirst ? this.#urgent : this.#others).push(waiting);
	}

	/** Jobs that only waited behind one that died, oldest first. */
	giveBack(jobs: readonly Waiting<Job, Result>[]): void {
		this.#urgent.push(...[...jobs].reverse());
	}

	suspect(waiting: Waiting<Job, Result>): void {
		this.#suspects.push(waiting);
	}

	take(): Waiting<Job, Result> | undefined {
		const urgent = this.#urgent.pop();
		if (urgent || this.#taken === this.#others.length) return urgent;
		const next = this.#others[this.#taken++];
		// To shift each of a hundred thousand would move all that come behind it.
		if (this.#taken >= 1_000) {
			this.#others = this.#others.slice(this.#taken);
			this.#taken = 0;
		}
		return next;
	}

	takeSuspect(): Waiting<Job, Result> | undefined {
		return this.#suspects.shift();
	}

	/** Forget all of them. */
	drop(error: Error): void {
		const all = [
			...this.#urgent.splice(0),
			...this.#others.slice(this.#taken),
			...this.#suspects.splice(0),
		];
		this.#others = [];
		this.#taken = 0;
		for (const { reject } of all) reject(error);
	}
}
