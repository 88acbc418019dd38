/** Pagefind's browser module as one classic script, which works from a disk too. */
import { transform } from "esbuild";

/**
 * @param module Pagefind's `pagefind.js`, an ES module.
 * @returns a script that leaves the module's inner class in `biannianPagefind.PagefindInstance`:
 *   one instance a volume, all on one WebAssembly, each loaded by itself. What the module exports
 *   would load them one after the other.
 */
export async function engineScript(module: string): Promise<string> {
	if (!/\bPagefindInstance\s*=\s*class\b/.test(module))
		throw new Error("Pagefind's browser module has another shape than 1.6's.");
	const { code } = await transform(`${module}\nexport { PagefindInstance };`, {
		format: "iife",
		globalName: "biannianPagefind",
		minify: true,
		target: ["es2022", "chrome109", "firefox115", "safari16"],
		define: { "import.meta.url": '""' },
		legalComments: "none",
		charset: "utf8",
	});
	return code;
}
