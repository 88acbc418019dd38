/** From which sizes on a way of doing things that suits large archives is worth its start. */
export interface Worth {
	/** Files to link, to copy or to remove by a process of its own. */
	readonly process: number;
	/** Files to look at by that process. */
	readonly looking: number;
}

export const standardWorth: Worth = {
	process: 4_000,
	looking: 30_000,
};
