/** Name of the function, on a page, that takes a twin's path (below `search/`) and its bytes. */
export const twinReceiver = "biannianTwin";

/** `index/1.pf_index` → `index/1.pf_index.js`. */
export function twinPath(path: string): string {
	return `${path}.js`;
}
