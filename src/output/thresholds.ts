/** From which sizes on a way of doing things that suits large archives is worth its start. */
export interface Thresholds {
	/** Files to link, to copy or to remove by a process of its own. */
	readonly process: number;
	/** Files to look at by that process. */
	readonly verify: number;
}

export const standardThresholds: Thresholds = {
	process: 4_000,
	verify: 30_000,
};
