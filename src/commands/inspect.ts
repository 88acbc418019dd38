/** `npm run inspect -- FILE`: what ingest sees in one file. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { explainClaims } from "../enrich/explain.ts";
import { gazetteerOf } from "../enrich/gazetteer/index.ts";
import { explainFile } from "../normalise/explain.ts";
import { draftSettings } from "../normalise/settings.ts";
import { PicturesBeside } from "../read/beside.ts";
import { openBelow } from "../read/open.ts";
import { ownersFiles } from "../read/reserved.ts";
import { bytesOnDisk } from "../read/seed-bytes.ts";
import type { CommandOptions } from "./options.ts";
import { withConfig } from "./with-config.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** @throws WrongUsage when there is no such file. */
export async function inspectFile(
	file: string,
	options: CommandOptions,
): Promise<string> {
	const path = resolve(file);
	if (!statSync(path, { throwIfNoEntry: false })?.isFile())
		throw new WrongUsage(`There is no file ${file}.`);
	const seeds = archiveAround(path) ?? options.seeds;
	const { config } = await withConfig({ ...options, seeds });
	const inside = relative(seeds, path);
	const name = inside.startsWith("..") ? file : inside;
	const gazetteer = gazetteerOf(config.gazetteer);
	const pictures = new PicturesBeside(seeds);
	const opened = openBelow(dirname(path), basename(path));
	try {
		return await explainFile(
			bytesOnDisk(name.replaceAll("\\", "/"), opened),
			{
				...draftSettings(config),
				beside: (beside, address) => pictures.find(beside, address),
			},
			(draft) => explainClaims(draft, config.timelines, gazetteer),
		);
	} finally {
		opened.close();
	}
}

/** The nearest folder above a file in which an owner says something. */
function archiveAround(path: string): string | undefined {
	for (let folder = dirname(path); ; folder = dirname(folder)) {
		if (ownersFiles.some((name) => existsSync(join(folder, name))))
			return folder;
		if (folder === dirname(folder)) return undefined;
	}
}
