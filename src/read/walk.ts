import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint } from "../base/order.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { isHousekeeping, isReserved } from "./reserved.ts";

/**
 * Every seed file below `root`: paths relative to it, with `/`, sorted by code point.
 *
 * Only regular files count. A link is reported and not followed, wherever it leads: a folder of
 * seeds must not be able to publish what lies outside it. Dot files and what an owner says
 * ({@link isReserved}) are no articles.
 *
 * @throws when `root` itself cannot be read.
 */
export function walkSeeds(root: string): Outcome<readonly string[]> {
	const paths: string[] = [];
	const diagnostics: Diagnostic[] = [];
	const hidden: string[] = [];
	const folders = [""];
	for (
		let folder = folders.pop();
		folder !== undefined;
		folder = folders.pop()
	) {
		for (const entry of entriesIn(join(root, folder), folder, diagnostics)) {
			const { name } = entry;
			const path = folder === "" ? name : `${folder}/${name}`;
			if (name.startsWith(".") && !isHousekeeping(path)) hidden.push(path);
			if (name.startsWith(".") || isReserved(path)) continue;
			const kind = kindOf(entry, join(root, path));
			if (kind === "folder") folders.push(path);
			else if (kind === "file") paths.push(path);
			else diagnostics.push(leftOut(path, kind));
		}
	}
	const [firstHidden] = hidden.sort(byCodePoint);
	if (firstHidden !== undefined)
		diagnostics.push({
			severity: "info",
			ruleId: "read/dot-files",
			file: firstHidden,
			reason: `Names that begin with a dot are no articles: ${hidden.length} were left out, this first.`,
		});
	return {
		value: paths.sort(byCodePoint),
		diagnostics: diagnostics.sort((a, b) => byCodePoint(a.file, b.file)),
	};
}

function entriesIn(
	path: string,
	folder: string,
	diagnostics: Diagnostic[],
): readonly Dirent[] {
	try {
		return readdirSync(path, { withFileTypes: true });
	} catch (cause) {
		if (folder === "") throw cause;
		diagnostics.push(leftOut(folder, "unreadable"));
		return [];
	}
}

type Kind = "file" | "folder" | "link" | "unreadable" | "special";

function kindOf(entry: Dirent, path: string): Kind {
	if (entry.isFile()) return "file";
	try {
		// Some file systems do not say in the folder what an entry is.
		const stats = lstatSync(path);
		if (stats.isSymbolicLink()) return "link";
		if (stats.isDirectory()) return "folder";
		return stats.isFile() ? "file" : "special";
	} catch {
		return "unreadable";
	}
}

const reasons: Record<Exclude<Kind, "file" | "folder">, string> = {
	link: "A symbolic link, which is not followed.",
	special: "Neither a file nor a folder.",
	unreadable: "The file system would not let it be read.",
};

function leftOut(file: string, kind: keyof typeof reasons): Diagnostic {
	return {
		severity: "warning",
		ruleId: kind === "unreadable" ? "read/unreadable" : "read/not-a-file",
		file,
		reason: reasons[kind],
	};
}
