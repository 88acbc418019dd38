/** Work in slices: between two of them a page is drawn and listens. */

/** Milliseconds of a slice: far below the 50 that readers feel, on a slow machine too. */
const sliceMs = 8;

/** Thrown where work goes on that nobody wants any more. */
export class Abandoned extends Error {
	constructor() {
		super("The question was taken back.");
	}
}

export class Slices {
	private readonly isWanted: () => boolean;
	private began = performance.now();

	constructor(isWanted: () => boolean = () => true) {
		this.isWanted = isWanted;
	}

	/** Whether it is time for {@link rest}. */
	get isDue(): boolean {
		return performance.now() - this.began > sliceMs;
	}

	/** Let others have their turn. @throws {Abandoned} when nobody waits for the result. */
	async rest(): Promise<void> {
		await nextTask();
		this.began = performance.now();
		if (!this.isWanted()) throw new Abandoned();
	}
}

const turns: (() => void)[] = [];
let channel: MessageChannel | undefined;

/** Settles in a task of its own. Timers of browsers wait four milliseconds and more; a message does not. */
export function nextTask(): Promise<void> {
	const immediate = (globalThis as { setImmediate?: (act: () => void) => void })
		.setImmediate;
	if (immediate) return new Promise((resolve) => immediate(resolve));
	if (!channel) {
		channel = new MessageChannel();
		channel.port1.onmessage = () => turns.shift()?.();
	}
	const { port2 } = channel;
	return new Promise((resolve) => {
		turns.push(resolve);
		port2.postMessage(0);
	});
}
