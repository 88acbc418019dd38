/** Where an error comes from, for code that runs from a bundle. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * A stack trace that names lines of sources, for bundles with a source map (`<bundle>.map`). Node's own option reads the maps
 * of all modules when they are loaded; here they are read once there is an error.
 *
 * @param stack as an `Error` has it.
 */
export function inSources(stack: string): string {
	const maps = new Map<string, SourceMap | undefined>();
	return stack.replace(
		/([^\s()?]+\.mjs)(?:\?[^\s():]*)?:(\d+):(\d+)/g,
		(whole, place: string, line: string, column: string) => {
			const bundle = /^file:/.test(place) ? place : pathToFileURL(place).href;
			if (!maps.has(bundle)) maps.set(bundle, mapOf(bundle));
			const found = maps
				.get(bundle)
				?.findEntry(Number(line) - 1, Number(column) - 1);
			if (!found || !("originalSource" in found)) return whole;
			const { originalSource, originalLine, originalColumn } = found;
			const { href } = new URL(originalSource, bundle);
			return `${href}:${originalLine + 1}:${originalColumn + 1}`;
		},
	);
}

function mapOf(bundle: string): SourceMap | undefined {
	try {
		return new SourceMap(
			JSON.parse(readFileSync(new URL(`${bundle}.map`), "utf8")),
		);
	} catch {
		return undefined;
	}
}
