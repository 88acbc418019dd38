import { readArchive } from "../archive/read-archive.ts";
import { defaults } from "../config.ts";
import type { BuildOptions } from "../pipeline.ts";
import type { CommandOptions } from "./options.ts";

/**
 * The command line's words, and what the archive's owner says; where both name one thing, the command line counts.
 *
 * @throws OwnerMistakes before anything is built.
 */
export function withConfig(options: CommandOptions): BuildOptions {
	const config = readArchive(options.seeds, defaults);
	const { baseUrl } = config;
	return { ...(baseUrl === undefined ? {} : { baseUrl }), ...options, config };
}
