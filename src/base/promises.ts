/** Waiting for several things at once. */

/**
 * All results, once all work has ended: where one part fails, another must not go on writing into a
 * folder that is about to go, or, in `npm run dev`, that the next build makes anew.
 */
export async function allEnded<Results extends readonly unknown[]>(
	work: {
		readonly [Part in keyof Results]: Promise<Results[Part]> | Results[Part];
	},
): Promise<Results> {
	await Promise.allSettled(work);
	return (await Promise.all(work)) as unknown as Results;
}

/** The same promise, whose failure is no accident if nobody waits for it yet: somebody will. */
export function begun<Result>(work: Promise<Result>): Promise<Result> {
	work.catch(() => undefined);
	return work;
}
