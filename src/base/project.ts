import { fileURLToPath } from "node:url";

/**
 * The project's own folder, wherever the command is run from; without `/` at its end. Bundles that run from a cache are
 * told what `import.meta.url` is here, and only here is it asked for.
 */
export const projectRoot = fileURLToPath(
	new URL("../../", import.meta.url),
).replace(/\/$/, "");
