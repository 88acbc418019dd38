/** Requests under way at once. */
const atOnce = 6;

/**
 * Something of every item, in order, a few at a time.
 *
 * @param onProgress called with how many are done.
 * @param isWanted asked before each item; what is left when it says no stays undone.
 */
export async function inParallel<Item, Value>(
	items: readonly Item[],
	act: (item: Item) => Promise<Value>,
	onProgress: (done: number) => void,
	isWanted: () => boolean = () => true,
): Promise<Value[]> {
	const values: Value[] = new Array(items.length);
	let next = 0;
	let done = 0;
	const work = async () => {
		while (next < items.length && isWanted()) {
			const n = next++;
			values[n] = await act(items[n] as Item);
			onProgress(++done);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return values;
}
