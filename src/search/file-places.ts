/** Where the many files of an index lie: in folders that no disk minds. */

/** Files in one folder; with a twin each, half as many as are good for a disk. */
const filesPerFolder = 256;

/** Where the nth of many files lies: `0/7`. */
export function placeOf(n: number): string {
	const folder = Math.floor(n / filesPerFolder);
	return `${folder.toString(36)}/${(n % filesPerFolder).toString(36)}`;
}
