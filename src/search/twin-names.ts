/** Name of the function, on a page, that takes a twin's path (below `search/`) and its bytes. */
export const twinReceiver = "biannianTwin";

/** `c12.bin` → `c12.js`. */
export function twinPath(path: string): string {
	return path.replace(/\.bin$/, ".js");
}
