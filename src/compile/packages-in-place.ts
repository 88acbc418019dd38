/** Bundles that run from a cache: it may lie anywhere, and from there nobody would find a package by its name. */
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { projectRoot } from "../base/project.ts";

/**
 * Packages that stay what they are, named by their places: they have native parts, load files of their own, or are too
 * large to be worth it.
 *
 * @param names of packages; their parts (`tsx/esm/api`) go with them.
 */
export function packagesInPlace(...names: readonly string[]): Plugin {
	return {
		name: "packages-in-place",
		setup({ onResolve, resolve }) {
			onResolve(
				{ filter: new RegExp(`^(?:${names.join("|")})(?:/|$)`) },
				async ({ path, kind, pluginData }) => {
					if (pluginData === "asked") return undefined;
					const found = await resolve(path, {
						kind,
						resolveDir: projectRoot,
						pluginData: "asked",
					});
					return found.errors.length > 0
						? { errors: found.errors }
						: { path: pathToFileURL(found.path).href, external: true };
				},
			);
		},
	};
}

/** What `import.meta.url` is in such a bundle: that of the one module that asks for it, `base/project.ts`. */
export const metaInPlace = {
	"import.meta.url": JSON.stringify(
		pathToFileURL(`${projectRoot}/src/base/project.ts`).href,
	),
};
