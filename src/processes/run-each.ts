/**
 * Run jobs that are made one by one, so that no more of them are in memory than are at work.
 *
 * @param atOnce how many.
 * @param onResult called once for each job, in the order in which they are done.
 * @throws what the first failed job, or making a job, threw; others may still be at work then.
 */
export async function runEach<Job, Result>(
	jobs: Iterable<Job>,
	run: (job: Job) => Promise<Result>,
	onResult: (result: Result, job: Job) => void,
	atOnce: number,
): Promise<void> {
	const all = jobs[Symbol.iterator]();
	let isOver = false;
	const work = async (): Promise<void> => {
		for (let next = all.next(); !next.done; next = all.next()) {
			onResult(await run(next.value), next.value);
			if (isOver) return;
		}
	};
	try {
		await Promise.all(Array.from({ length: atOnce }, work));
	} finally {
		isOver = true;
	}
}
