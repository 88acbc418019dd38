/** What is wrong in what an owner wrote: one line each. */

/** `line` is 1-based; `file` is relative to the seeds folder. */
export interface Mistake {
	readonly file: string;
	readonly line: number;
	/** A whole sentence: what is wrong and what to do. */
	readonly reason: string;
}

/** The owner's files cannot be obeyed: nothing is built, exit code 2. */
export class OwnerMistakes extends Error {
	readonly mistakes: readonly Mistake[];
	/** @param seeds folder that the files lie in. */
	constructor(seeds: string, mistakes: readonly Mistake[]) {
		super(
			mistakes
				.map(({ file, line, reason }) => `${seeds}/${file}:${line}: ${reason}`)
				.join("\n"),
		);
		this.mistakes = mistakes;
	}
}
