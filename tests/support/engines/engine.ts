/** The browsers that a site must work in, behind the little that the same walks need of each. */
import { patience } from "../browser.ts";

/** A page of a browser. */
export interface EnginePage {
	/** Go to an address, and wait until its page is there. */
	go(address: string): Promise<void>;
	/** Run a function in the page; values go in and out as JSON. */
	run<Args extends unknown[], Result>(
		act: (...args: Args) => Result | Promise<Result>,
		...args: Args
	): Promise<Result>;
}

export interface Engine {
	/** A page of a session that has kept nothing of others. */
	open(): Promise<EnginePage>;
	close(): Promise<void>;
}

/** How the message begins when it was not the page but what drives the browser that never answered. */
export const silentDriver = "The browser's driver said nothing to";

/** A walk is taken once more when its driver fell silent, never for what a page did. */
export const againIfSilent = {
	retry: { count: 1, condition: new RegExp(`^${silentDriver}`) },
};

/** Wait until a function of the page says something. @throws when it never does. */
export async function until<Args extends unknown[], Result>(
	page: EnginePage,
	ask: (...args: Args) => Result | undefined | false,
	...args: Args
): Promise<Result> {
	const began = performance.now();
	for (;;) {
		const answer = await page.run(ask, ...args);
		if (answer !== undefined && answer !== false && answer !== null)
			return answer as Result;
		if (performance.now() - began > patience)
			throw new Error(`The page never did: ${ask.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** The text of a script that runs `act` with `args` and returns what it promises. */
export function scriptOf(
	act: (...args: never[]) => unknown,
	args: readonly unknown[],
): string {
	// What tsx and Vitest wrap names with is not there in a page.
	return `const __name = (act) => act; return (${act.toString()})(...${JSON.stringify(args)});`;
}
