import { relative, resolve } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no type declarations; the part used here is declared below.
import EleventyClass from "@11ty/eleventy";
import { register } from "tsx/esm/api";
import {
	configureEleventy,
	type EleventyConfig,
	templatesFolder,
} from "./eleventy-config.ts";
import type { PageKind, View } from "./props.ts";

export interface RenderOptions {
	/** Folder of the corpus, which the articles of article pages are read from. */
	readonly corpusRoot: string;
	/** At most a few thousand at a time: Eleventy holds a whole batch in memory. */
	readonly views: readonly View<PageKind>[];
	/** The site's root; it may hold other files already. */
	readonly outDir: string;
}

/**
 * Write just the pages of `views` to `outDir` with Eleventy. Templates and the working directory are the
 * project's own.
 *
 * @throws when a template fails; some pages may be written by then.
 */
export async function renderPages(options: RenderOptions): Promise<void> {
	const { corpusRoot, views, outDir } = options;
	if (views.length === 0) return;
	const stop = loadsTsx() ? undefined : register();
	try {
		const eleventy = new Eleventy(
			templatesFolder,
			relative(process.cwd(), resolve(outDir)) || ".",
			{
				configPath: false,
				quietMode: true,
				config: (config: EleventyConfig) =>
					configureEleventy(config, corpusRoot, views),
			},
		);
		eleventy.disableLogger();
		await eleventy.write();
	} finally {
		await stop?.();
	}
}

/** Eleventy's programmatic interface (https://www.11ty.dev/docs/programmatic/), as far as it is used. */
const Eleventy: new (
	input: string,
	output: string,
	options: {
		configPath: false;
		quietMode: boolean;
		config: (config: EleventyConfig) => void;
	},
) => { disableLogger(): void; write(): Promise<unknown> } = EleventyClass;

/** Whether this process was started with a loader for TSX. */
function loadsTsx(): boolean {
	return [...process.execArgv, process.env.NODE_OPTIONS ?? ""].some(
		(argument) => argument.includes("tsx"),
	);
}
