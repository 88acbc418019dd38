/**
 * Libraries that tell the terminal of what they make do with: in a process that reads a hundred thousand files no one could tell
 * of which. What matters of it, we find out ourselves.
 */
export function quietly<Value>(work: () => Value): Value {
	const { warn, error, log } = console;
	const silent = () => undefined;
	Object.assign(console, { warn: silent, error: silent, log: silent });
	const restore = () => Object.assign(console, { warn, error, log });
	let result: Value;
	try {
		result = work();
	} catch (cause) {
		restore();
		throw cause;
	}
	if (result instanceof Promise)
		return result.finally(restore) as unknown as Value;
	restore();
	return result;
}
