/** Small choices of a reader, in the browser alone. Where storage is forbidden or full, they last as long as the page. */
const here = new Map<string, string>();

export function remembered(key: string): string | undefined {
	try {
		return localStorage.getItem(key) ?? here.get(key);
	} catch {
		return here.get(key);
	}
}

/** @returns whether it lasts. */
export function remember(key: string, value: string): boolean {
	here.set(key, value);
	try {
		localStorage.setItem(key, value);
		return true;
	} catch {
		return false;
	}
}
