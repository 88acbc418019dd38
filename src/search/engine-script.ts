/** Pagefind's browser module as one classic script, which works from a disk too. */

/**
 * @param module Pagefind's `pagefind.js`, an ES module.
 * @returns a script that leaves the module's inner class in `biannianPagefind.PagefindInstance`:
 *   one instance a volume, all on one WebAssembly, each loaded by itself. What the module exports
 *   would load them one after the other, and is left out.
 */
export async function engineScript(module: string): Promise<string> {
	if (!/\bPagefindInstance\s*=\s*class\b/.test(module))
		throw new Error("Pagefind's browser module has another shape than 1.6's.");
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		stdin: { contents: 'export { PagefindInstance } from "pagefind.js";' },
		plugins: [
			{
				name: "pagefind",
				setup(bundle) {
					bundle.onResolve({ filter: /^pagefind\.js$/ }, ({ path }) => ({
						path,
						namespace: "pagefind",
						sideEffects: false,
					}));
					bundle.onLoad({ filter: /./, namespace: "pagefind" }, () => ({
						contents: `${module}\nexport { PagefindInstance };`,
						loader: "js",
					}));
				},
			},
		],
		bundle: true,
		write: false,
		format: "iife",
		globalName: "biannianPagefind",
		minify: true,
		target: ["es2022", "chrome109", "firefox115", "safari16"],
		define: { "import.meta.url": '""' },
		legalComments: "none",
		charset: "utf8",
		logLevel: "silent",
	});
	return outputFiles[0]?.text ?? "";
}
