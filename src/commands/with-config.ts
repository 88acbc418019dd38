import { readArchive } from "../archive/read-archive.ts";
import { defaults } from "../config.ts";
import { inTraditional } from "../enrich/gazetteer/in-traditional.ts";
import type { BuildOptions } from "../pipeline.ts";
import type { CommandOptions } from "./options.ts";

/**
 * The command line's words, and what the archive's owner says; where both name one thing, the command line counts.
 *
 * @throws OwnerMistakes before anything is built.
 */
export async function withConfig(
	options: CommandOptions,
): Promise<BuildOptions> {
	const stated = readArchive(options.seeds, defaults);
	const gazetteer = await inTraditional(stated.gazetteer);
	const config = { ...stated, gazetteer };
	const { baseUrl } = config;
	return { ...(baseUrl === undefined ? {} : { baseUrl }), ...options, config };
}
