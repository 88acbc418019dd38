/** The folders and files that a command is given, looked at before it begins. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { realPlace } from "../base/real-place.ts";
import { writtenBelow } from "../read/reserved.ts";
import type { Command } from "./commands.ts";
import { WrongUsage } from "./wrong-usage.ts";

interface Folders {
	readonly seeds: string;
	readonly out: string;
	readonly corpus: string;
	readonly cache: string;
}

/** @throws WrongUsage when a folder is missing, none, inside another, or holds files that no build wrote. */
export function checkFolders(folders: Folders, command: Command): void {
	const { seeds, out, corpus } = folders;
	if (command === "verify") {
		for (const [flag, folder] of [
			["--out", out],
			["--corpus", corpus],
		] as const)
			if (!existsSync(folder))
				throw new WrongUsage(`${flag}: ${folder} does not exist; build first.`);
		return;
	}
	if (["inspect", "init", "worker", "withdraw"].includes(command)) return;
	if (!existsSync(seeds))
		throw new WrongUsage(`The seeds folder ${seeds} does not exist.`);
	if (!statSync(seeds).isDirectory())
		throw new WrongUsage(`${seeds} is not a folder.`);
	checkApart(folders);
	for (const [flag, folder, mark] of [
		["--out", out, "data/manifest-sha256.txt"],
		["--corpus", corpus, "manifest.json"],
	] as const)
		if (existsSync(folder) && !statSync(folder).isDirectory())
			throw new WrongUsage(`${flag}: ${folder} is not a folder.`);
		else if (hasForeignFiles(folder, mark))
			throw new WrongUsage(
				`${flag}: ${folder} holds files that no build wrote; name an empty or a new folder.`,
			);
}

/** None may be or contain another, by whatever links it is named: a build replaces some, and reads others. */
function checkApart({ seeds, out, corpus, cache }: Folders): void {
	const folders = [
		["--seeds", seeds],
		["--out", out],
		["--corpus", corpus],
		["--cache", cache],
	] as const;
	const root = realPlace(seeds);
	// Directly below the seeds these names are never read.
	const besideSeeds = [...writtenBelow, ".cache"].map((name) =>
		join(root, name),
	);
	for (const [flag, folder] of folders)
		for (const [other, place] of folders) {
			if (flag === other) continue;
			const [inner, outer] = [realPlace(folder), realPlace(place)];
			if (!`${inner}/`.startsWith(`${outer}/`)) continue;
			if (other === "--seeds" && besideSeeds.includes(inner)) continue;
			throw new WrongUsage(
				inner === outer
					? `${flag} and ${other} are the same folder, ${folder}; they must lie apart.`
					: `${flag} ${folder} lies inside ${other} ${place}; they must lie apart.`,
			);
		}
}

/** @throws WrongUsage when a command lacks its paths, or they do not exist. */
export function checkPaths(paths: readonly string[], command: Command): void {
	if (command === "inspect" && paths.length === 0)
		throw new WrongUsage("inspect takes the path of an article file.");
	if (command === "withdraw" && paths.length === 0)
		throw new WrongUsage("withdraw takes the ids of articles.");
	if (command === "init") {
		if (paths.length !== 1)
			throw new WrongUsage("init takes one folder, which may be new.");
		const [folder = ""] = paths;
		if (existsSync(folder) && !statSync(folder).isDirectory())
			throw new WrongUsage(`${folder} is not a folder.`);
	}
}

/**
 * Whether something lies in a folder in which nothing of ours does: most likely it was named by mistake. What hosts and Git
 * keep in a site may be there before the first build.
 */
function hasForeignFiles(folder: string, mark: string): boolean {
	return (
		existsSync(folder) &&
		!existsSync(join(folder, mark)) &&
		readdirSync(folder).some((name) => !/^(?:\.|CNAME$)/.test(name))
	);
}
