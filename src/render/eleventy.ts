import { relative, resolve } from "node:path";
import type { PageKind } from "../site/pages/index.ts";
import type { View } from "../site/views.ts";
import {
	configureEleventy,
	type EleventyConfig,
	templateEnding,
	templatesFolder,
} from "./eleventy-config.ts";

export interface RenderOptions {
	/** Folder of the corpus, which the articles of article pages are read from. */
	readonly corpusRoot: string;
	/** At most a few thousand at a time: Eleventy holds a whole batch in memory. */
	readonly views: readonly View<PageKind>[];
	/** The site's root; it may hold other files already. */
	readonly outDir: string;
	/** Folder of templates that are bundled already; without it those of the project are loaded as they are. */
	readonly bundled?: string;
}

/**
 * Write just the pages of `views` to `outDir` with Eleventy. Templates and the working directory are the
 * project's own.
 *
 * @throws when a template fails; some pages may be written by then.
 */
export async function renderPages(options: RenderOptions): Promise<void> {
	const { corpusRoot, views, outDir, bundled } = options;
	if (views.length === 0) return;
	const Eleventy = await loadEleventy();
	const input = fromHere(bundled ?? templatesFolder);
	const ending = bundled ? "11ty.mjs" : templateEnding;
	const eleventy = new Eleventy(input, fromHere(outDir), {
		configPath: false,
		quietMode: true,
		config: (config: EleventyConfig) =>
			configureEleventy(config, corpusRoot, views, ending),
	});
	eleventy.disableLogger();
	await eleventy.write();
}

function fromHere(folder: string): string {
	return relative(process.cwd(), resolve(folder)) || ".";
}

/** Eleventy's programmatic interface (https://www.11ty.dev/docs/programmatic/), as far as it is used. */
type EleventyClass = new (
	input: string,
	output: string,
	options: {
		configPath: false;
		quietMode: boolean;
		config: (config: EleventyConfig) => void;
	},
) => { disableLogger(): void; write(): Promise<unknown> };

async function loadEleventy(): Promise<EleventyClass> {
	// A thread that tells changed modules from others: here nothing is watched.
	process.env.ELEVENTY_SKIP_ESM_RESOLVER = "1";
	// @ts-expect-error Eleventy 3.1 ships no type declarations.
	const { default: Eleventy } = await import("@11ty/eleventy");
	return Eleventy;
}
