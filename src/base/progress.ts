/** Progress of long work: a line that rewrites itself on a terminal, plain lines elsewhere. */
export interface Progress {
	/** A stage begins; `total` is the number of steps, where it is known. */
	stage(name: string, total?: number): void;
	/** `done` steps of the current stage are finished. */
	step(done: number): void;
	/** All stages so far with their duration in milliseconds; ends the current one. */
	finish(): Readonly<Record<string, number>>;
}

/** @param quiet print nothing, only measure. */
export function showProgress(quiet: boolean): Progress {
	const terminal = process.stderr.isTTY && !quiet;
	const ms: Record<string, number> = {};
	let current:
		| { name: string; total: number; started: number; shown: number }
		| undefined;

	function end(): void {
		if (!current) return;
		const taken = performance.now() - current.started;
		ms[current.name] = Math.round((ms[current.name] ?? 0) + taken);
		if (terminal) process.stderr.write("\r\u001b[K");
		else if (!quiet)
			process.stderr.write(
				`${current.name}: done in ${(taken / 1000).toFixed(2)} s\n`,
			);
		current = undefined;
	}

	return {
		stage(name, total = 0) {
			end();
			current = { name, total, started: performance.now(), shown: 0 };
			if (terminal) process.stderr.write(`${name} …`);
			else if (!quiet && total > 0) process.stderr.write(`${name}: ${total}\n`);
		},
		step(done) {
			if (!current || quiet) return;
			const now = performance.now();
			// Ten times a second is as often as an eye reads; every ten seconds is enough for a log.
			if (now - current.shown < (terminal ? 100 : 10_000)) return;
			const first = current.shown === 0;
			current.shown = now;
			const text = progressText(current, done, now - current.started);
			if (terminal)
				process.stderr.write(`\r\u001b[K${bar(done, current.total)} ${text}`);
			else if (!first) process.stderr.write(`${text}\n`);
		},
		finish() {
			end();
			return ms;
		},
	};
}

/**
 * How far a stage is, and how long it will take, if that can be told: of a known number of steps some are done already.
 *
 * @param taken milliseconds since it began.
 */
export function progressText(
	{ name, total }: { readonly name: string; readonly total: number },
	done: number,
	taken: number,
): string {
	if (total === 0) return `${name} ${done}`;
	const text = `${name} ${done}/${total}`;
	if (done === 0 || done > total) return text;
	const left = (taken / done) * (total - done);
	return `${text}, about ${Math.ceil(left / 1000)} s left`;
}

function bar(done: number, total: number): string {
	const width = 20;
	const filled = total === 0 ? 0 : Math.round((done / total) * width);
	return `[${"=".repeat(filled)}${" ".repeat(width - filled)}]`;
}
