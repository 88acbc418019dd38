/**
 * Start a clock of the processor time of this process, in milliseconds. A limit on it holds on a
 * busy machine too, where a clock on the wall tells of the others.
 */
export function startCpuClock(): () => number {
	const before = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	};
}
