/**
 * Check a built archive against itself, without the network: files against their checksums,
 * articles against their seeds and their schema, quotes against their articles, links against
 * the pages they lead to.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { ZodType } from "zod";
import { filesBelow } from "../base/files-below.ts";
import { byCodePoint, sha256 } from "../base/order.ts";
import { manifestPartPath, manifestPath } from "../corpus/manifest-file.ts";
import { articleFile, articlePath } from "../corpus/store.ts";
import { addressesSchema } from "../domain/addresses.ts";
import { type Article, articleSchema } from "../domain/article.ts";
import { type Encounters, encountersSchema } from "../domain/encounter.ts";
import { manifestPartSchema, manifestSchema } from "../domain/manifest.ts";
import { reportSchema } from "../domain/report.ts";
import { paths, splitAddress } from "../site/addresses.ts";
import { type Anchors, readAnchors } from "./page-anchors.ts";
import { checkFiles } from "./verify-files.ts";
import { checkQuotes } from "./verify-quotes.ts";

/** One thing that is not as it was built. */
export interface Difference {
	readonly where: "site" | "corpus" | "seeds";
	readonly file: string;
	readonly problem: string;
}

export interface Verified {
	readonly differences: readonly Difference[];
	/** Files in the folders that no build wrote, an owner's own, which builds carry over; folders end in `/`. */
	readonly foreign: readonly string[];
	/** How many of each were looked at. */
	readonly checked: {
		readonly files: number;
		readonly articles: number;
		readonly seeds: number;
		readonly quotes: number;
		readonly links: number;
	};
}

interface Folders {
	/** Absolute paths. */
	readonly out: string;
	readonly corpus: string;
	/** Absent when only the site and corpus were handed over. */
	readonly seeds?: string;
}

export function verifyArchive(folders: Folders): Verified {
	const differences: Difference[] = [];
	const found = (where: Difference["where"], file: string, problem: string) =>
		differences.push({ where, file, problem });
	const { files, foreign } = checkFiles(folders, found);
	const { articles, seeds, quotes } = checkCorpus(folders, found);
	const links = checkLinks(folders.out, found, new Set(foreign.site.paths));
	return {
		differences: differences.sort((a, b) =>
			byCodePoint(`${a.where}/${a.file}`, `${b.where}/${b.file}`),
		),
		foreign: [
			...foreign.corpus.names.map((name) => `corpus/${name}`),
			...foreign.site.names.map((name) => `site/${name}`),
		],
		checked: { files, articles, seeds, quotes, links },
	};
}

type Found = (
	where: Difference["where"],
	file: string,
	problem: string,
) => void;

/** Reads a file of the corpus; `undefined` where it cannot be read or is not as the schema says, which is reported. */
function readerOf(corpus: string, found: Found) {
	return <Value>(file: string, schema: ZodType<Value>): Value | undefined => {
		try {
			const result = schema.safeParse(
				JSON.parse(readFileSync(join(corpus, file), "utf8")),
			);
			if (result.success) return result.data;
			const issue = result.error.issues[0];
			found(
				"corpus",
				file,
				`Not as the schema says, at ${issue?.path.join(".")}: ${issue?.message}.`,
			);
		} catch (error) {
			found("corpus", file, `Cannot be read: ${(error as Error).message}`);
		}
		return undefined;
	};
}

function checkCorpus(
	{ corpus, seeds }: Folders,
	found: Found,
): { articles: number; seeds: number; quotes: number } {
	const read = readerOf(corpus, found);
	const manifest = read(manifestPath, manifestSchema);
	const parts = (manifest?.parts ?? []).map(({ name, sha256: hash }) => {
		const file = manifestPartPath(name);
		const part = read(file, manifestPartSchema);
		if (part && sha256(readFileSync(join(corpus, file))) !== hash)
			found(
				"corpus",
				file,
				"Not the part that manifest.json lists: its SHA-256 differs.",
			);
		return part;
	});
	const cards = parts.flatMap((part) => part?.articles ?? []);
	const encounters: Encounters | undefined = read(
		"encounters.json",
		encountersSchema,
	);
	read("addresses.json", addressesSchema);
	read("report.json", reportSchema);
	let seedCount = 0;
	for (const { id, sha256: hash } of cards) {
		const file = articleFile(id);
		const article = read(file, articleSchema);
		if (!article) continue;
		if (sha256(readFileSync(articlePath(corpus, id))) !== hash)
			found(
				"corpus",
				file,
				"Not the article that the manifest lists: its SHA-256 differs.",
			);
		if (seeds !== undefined) seedCount += checkSeeds(article, seeds, found);
	}
	return {
		articles: cards.length,
		seeds: seedCount,
		quotes: encounters
			? checkQuotes(encounters, corpus, (problem) =>
					found("corpus", "encounters.json", problem),
				)
			: 0,
	};
}

function checkSeeds(article: Article, seeds: string, found: Found): number {
	const copies = [article.provenance, ...article.provenance.copies];
	for (const { file, record, sha256: hash } of copies)
		try {
			const path = join(seeds, file);
			// The hash of a part of a file is not that of the file.
			if (record !== undefined) statSync(path);
			else if (sha256(readFileSync(path)) !== hash)
				found(
					"seeds",
					file,
					`Not the file that ${article.id} was made from: its SHA-256 differs.`,
				);
		} catch {
			found(
				"seeds",
				file,
				`The file that ${article.id} was made from is missing.`,
			);
		}
	return copies.length;
}

/** @param isOwners paths of pages whose links are not ours to vouch for. */
function checkLinks(
	out: string,
	found: Found,
	isOwners: ReadonlySet<string>,
): number {
	if (!existsSync(out)) return 0;
	const files = new Set(filesBelow(out));
	const ids = new Map<string, ReadonlySet<string>>();
	const links: { page: string; target: string; fragment: string }[] = [];
	const pages = [...files].filter(
		(path) => path.endsWith(".html") && !isOwners.has(path),
	);
	for (const page of pages) {
		let anchors: Anchors;
		try {
			anchors = readAnchors(readFileSync(join(out, page), "utf8"));
		} catch (error) {
			found("site", page, `Cannot be read: ${(error as Error).message}`);
			continue;
		}
		ids.set(page, anchors.ids);
		// Shown at addresses of any depth: its links are not relative to where it lies.
		if (splitAddress(page).shared === paths.notFound) continue;
		for (const href of anchors.local) {
			const [path = "", fragment = ""] = href.split("#", 2);
			const target = path.split("?", 1)[0] ?? "";
			links.push({
				page,
				target: target === "" ? page : inside(page, target),
				fragment,
			});
		}
	}
	for (const { page, target, fragment } of links) {
		if (!files.has(target))
			found("site", page, `A link leads to ${target}, which is not there.`);
		else if (
			fragment !== "" &&
			!fragment.startsWith(":~:") &&
			ids.has(target)
		) {
			const wanted = decode(fragment.split(":~:", 1)[0] ?? "");
			if (wanted !== "" && !ids.get(target)?.has(wanted))
				found(
					"site",
					page,
					`A link leads to ${target}#${wanted}, but no element has that id.`,
				);
		}
	}
	return links.length;
}

/** The file that `target`, as written on `page`, leads to, relative to the site. */
function inside(page: string, target: string): string {
	const path = normalize(join(dirname(page), decode(target))).replaceAll(
		"\\",
		"/",
	);
	return path.endsWith("/") || path === "."
		? normalize(join(path, "index.html"))
		: path;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
