/** `npm run inspect -- FILE`: what ingest sees in one file. */
import { readFileSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { explainFile } from "../normalise/explain.ts";
import type { BuildOptions } from "../pipeline.ts";
import { WrongUsage } from "./options.ts";

/** @throws WrongUsage when there is no such file. */
export function inspectFile(
	file: string,
	{ seeds, config }: BuildOptions,
): string {
	const path = resolve(file);
	if (!statSync(path, { throwIfNoEntry: false })?.isFile())
		throw new WrongUsage(`There is no file ${file}.`);
	const inside = relative(seeds, path);
	const name = inside.startsWith("..") ? file : inside;
	return explainFile(
		{ path: name.replaceAll("\\", "/"), bytes: readFileSync(path) },
		config.limits,
	);
}
