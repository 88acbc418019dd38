/** One file of the seeds folder, read but not yet believed. */
export interface SeedFile {
	/** Path relative to the seeds folder, with `/`. */
	readonly path: string;
	readonly bytes: Uint8Array;
}
