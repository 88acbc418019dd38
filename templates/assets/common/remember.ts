/** Small choices of a reader, in the browser alone. Where storage is forbidden or full, they last as long as the page. */
const here = new Map<string, string>();

export function remembered(key: string): string | undefined {
	// What could not be stored is newer than what was.
	const own = here.get(key);
	if (own !== undefined) return own;
	try {
		return localStorage.getItem(key) ?? undefined;
	} catch {
		return undefined;
	}
}

/** @returns whether it lasts. */
export function remember(key: string, value: string): boolean {
	try {
		localStorage.setItem(key, value);
		here.delete(key);
		return true;
	} catch {
		here.set(key, value);
		return false;
	}
}
