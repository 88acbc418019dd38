/** The other end of a {@link ProcessPool}: what a process of it does with the jobs that it is sent. */

/** What a process says: the result of its oldest job, why there is none, or that the job goes on and may take its time anew. */
export type Answer<Result> =
	| { readonly result: Result }
	| { readonly failure: string }
	| { readonly alive: true };

/**
 * Do the jobs that the parent sends, one after another, and answer each. An error that `work` throws is the answer; what must
 * cost the process its life has to end it.
 *
 * @param work also gets a function that gives the job the whole limit of processor time anew.
 * @param onDisconnect called when the parent is gone or has no more jobs.
 */
export function answerJobs<Job, Result>(
	work: (job: Job, alive: () => void) => Result | Promise<Result>,
	onDisconnect: () => void = () => process.exit(0),
): void {
	let last: Promise<unknown> = Promise.resolve();
	const send = (answer: Answer<Result>) => {
		// The parent may have ended.
		if (process.connected) process.send?.(answer, () => undefined);
	};
	const answer = async (job: Job): Promise<void> => {
		try {
			send({ result: await work(job, () => send({ alive: true })) });
		} catch (error) {
			send({ failure: explain(error) });
		}
	};
	process.on("disconnect", onDisconnect);
	process.on("message", (job: Job) => {
		last = last.then(() => answer(job));
	});
}

/** What went wrong and what was behind it: Eleventy wraps what the system said. */
function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { originalError, cause } = error as { originalError?: unknown } & Error;
	const behind = originalError ?? cause;
	return behind instanceof Error && behind !== error
		? `${error.stack ?? error.message}\nbecause of: ${behind.message}`
		: error.message;
}
