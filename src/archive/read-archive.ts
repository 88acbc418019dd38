/** The owner's `_*` files in the seeds folder → the build's `Config`: everything is checked before anything is built. */
import { readdirSync } from "node:fs";
import type * as z from "zod";
import { byCodePoint } from "../base/order.ts";
import type { Config } from "../domain/config.ts";
import type { OwnPicture } from "../domain/look.ts";
import { gazetteerOf } from "../enrich/gazetteer/index.ts";
import { NotOpened, readTextBelow } from "../read/open.ts";
import { isOwnersFile, ownersFiles, stylesFileName } from "../read/reserved.ts";
import {
	type ArchiveFile,
	archiveFile,
	archiveFileName,
	checkLanguages,
	mergeConfig,
} from "./archive-file.ts";
import { type Checked, checkFile, suggestion } from "./check.ts";
import {
	checkCollections,
	collectionEntries,
	collectionsFile,
	collectionsFileName,
} from "./collections-file.ts";
import { checkTimelines } from "./known-ids.ts";
import { type Mistake, OwnerMistakes } from "./mistake.ts";
import { checkOutlets, outletsFile, outletsFileName } from "./outlets-file.ts";
import { readPicture } from "./own-pictures.ts";
import { readPages } from "./pages-files.ts";
import {
	checkPeople,
	peopleFile,
	peopleFileName,
	withSpellings,
} from "./people-file.ts";
import {
	checkPlaces,
	placeEntries,
	placesFile,
	placesFileName,
} from "./places-file.ts";
import {
	checkWithdrawn,
	withdrawnFile,
	withdrawnFileName,
} from "./withdrawn-file.ts";

/** A file of more bytes than this is not read. */
const maxBytes = 2_000_000;

/**
 * @param seeds absolute path of the seeds folder; one that does not exist says nothing.
 * @throws {OwnerMistakes} with all mistakes of all files.
 */
export function readArchive(seeds: string, defaults: Config): Config {
	const mistakes: Mistake[] = [...misnamedFiles(seeds)];
	const read = <Schema extends z.ZodType>(
		file: string,
		schema: Schema,
		nothing: unknown,
	): Checked<z.output<Schema>> | undefined => {
		const checked = checkBelow(seeds, file, schema, nothing);
		if (!checked || "value" in checked) return checked;
		mistakes.push(...checked);
		return undefined;
	};
	const archive = read(archiveFileName, archiveFile, {});
	const outlets = read(outletsFileName, outletsFile, []);
	const people = read(peopleFileName, peopleFile, []);
	const places = read(placesFileName, placesFile, {});
	const withdrawn = read(withdrawnFileName, withdrawnFile, []);
	const collections = read(collectionsFileName, collectionsFile, []);
	const own = {
		people: (people?.value ?? []).map(withSpellings),
		...placeEntries(places?.value ?? placesFile.parse({})),
	};
	const gazetteer = gazetteerOf(own);
	const merged = mergeConfig(defaults, archive?.value ?? {});
	const styles = readStyles(seeds, mistakes);
	const logo = archive && readLogo(seeds, archive, mistakes);
	const look = {
		...merged.look,
		...(styles !== undefined && { styles }),
		...(logo && { logo }),
	};
	const config: Config = {
		...merged,
		...(Object.keys(look).length === 0 ? {} : { look }),
		outlets: outlets?.value ?? [],
		gazetteer: own,
		withdrawn: withdrawn?.value ?? [],
		pages: readPages(seeds, mistakes),
		collections: collectionEntries(collections),
	};
	if (archive)
		mistakes.push(
			...checkLanguages(archive),
			...checkTimelines(archive, gazetteer),
		);
	if (outlets) mistakes.push(...checkOutlets(outlets));
	if (people) mistakes.push(...checkPeople(people, gazetteer));
	if (places) mistakes.push(...checkPlaces(places, gazetteer));
	if (withdrawn) mistakes.push(...checkWithdrawn(withdrawn));
	if (collections) mistakes.push(...checkCollections(collections));
	if (mistakes.length > 0) throw new OwnerMistakes(seeds, mistakes);
	return config;
}

/** @returns `undefined` where there is no such file. */
function checkBelow<Schema extends z.ZodType>(
	seeds: string,
	file: string,
	schema: Schema,
	nothing: unknown,
): Checked<z.output<Schema>> | readonly Mistake[] | undefined {
	try {
		const text = readTextBelow(seeds, file, maxBytes);
		return text === undefined
			? undefined
			: checkFile(text.replace(/^\uFEFF/, ""), file, schema, nothing);
	} catch (cause) {
		if (!(cause instanceof NotOpened)) throw cause;
		return [{ file, line: 1, reason: cause.message }];
	}
}

/** The owner's style sheet; what it asks of other hosts the pages' policy forbids. */
function readStyles(seeds: string, mistakes: Mistake[]): string | undefined {
	try {
		return readTextBelow(seeds, stylesFileName, maxBytes);
	} catch (cause) {
		if (!(cause instanceof NotOpened)) throw cause;
		mistakes.push({ file: stylesFileName, line: 1, reason: cause.message });
		return undefined;
	}
}

function readLogo(
	seeds: string,
	{ value, mistake }: Checked<ArchiveFile>,
	mistakes: Mistake[],
): OwnPicture | undefined {
	if (value.logo === undefined) return undefined;
	const picture = readPicture(seeds, value.logo);
	if (typeof picture !== "string") return picture;
	mistakes.push(mistake(["logo"], picture));
	return undefined;
}

/** Files with names like an owner's (`_*.yml`) that no build reads: most likely misspelt. */
function misnamedFiles(seeds: string): Mistake[] {
	return namesIn(seeds)
		.filter((name) => /^_.*\.ya?ml$/i.test(name) && !isOwnersFile(name))
		.sort(byCodePoint)
		.map((name) => ({
			file: name,
			line: 1,
			reason: `No file of this name is read${suggestion(name, ownersFiles)}`,
		}));
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
