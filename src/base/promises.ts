/** Waiting for several things at once. */

/**
 * All results, once all work has ended: where one part fails, another must not go on writing into a
 * folder that is about to go, or, in `npm run dev`, that the next build makes anew.
 */
export async function settleAll<Results extends readonly unknown[]>(
	work: {
		readonly [Part in keyof Results]: Promise<Results[Part]> | Results[Part];
	},
): Promise<Results> {
	await Promise.allSettled(work);
	return (await Promise.all(work)) as unknown as Results;
}

/** Prevents an unhandled rejection; the caller awaits the promise later. */
export function observed<Result>(work: Promise<Result>): Promise<Result> {
	work.catch(() => undefined);
	return work;
}
