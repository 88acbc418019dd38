/**
 * The catalogue as files. `catalog.bin` is what a reader's browser loads first: little, and enough to
 * ask for words. It names the file that holds what is known of every document, as far as it cannot
 * be told from the rest.
 */
import type { Catalog } from "./catalog.ts";
import { dayOf } from "./facets.ts";

type OutlineFields = "version" | "aliases" | "pagefind" | "volumes" | "texts";

/** `catalog.bin`. */
export interface Outline extends Pick<Catalog, OutlineFields> {
	/** Path below `search/` of the rest, with its hash in it. */
	readonly documents: string;
}

/** The rest. */
export interface PackedDocuments extends Omit<Catalog, "ids" | OutlineFields> {
	/** The last eight characters of every id; spaces where {@link others} has it. */
	readonly hashes: string;
	/** Ids that are not made of day, source and hash: document → id. */
	readonly others: Readonly<Record<number, string>>;
}

const hashLength = 8;

export function packCatalog(catalog: Catalog): {
	readonly outline: Omit<Outline, "documents">;
	readonly documents: PackedDocuments;
} {
	const { ids, version, aliases, pagefind, volumes, texts, ...rest } = catalog;
	const beginning = beginnings(rest);
	const others: Record<number, string> = {};
	const hashes = ids.map((id, n) => {
		const hash = id.slice(-hashLength);
		if (id === beginning(n) + hash) return hash;
		others[n] = id;
		return " ".repeat(hashLength);
	});
	return {
		outline: { version, aliases, pagefind, volumes, texts },
		documents: { ...rest, hashes: hashes.join(""), others },
	};
}

export function unpackCatalog(
	{ version, aliases, pagefind, volumes, texts }: Omit<Outline, "documents">,
	{ hashes, others, ...rest }: PackedDocuments,
): Catalog {
	const beginning = beginnings(rest);
	const ids = rest.source.map(
		(_, n) =>
			others[n] ??
			beginning(n) + hashes.slice(n * hashLength, (n + 1) * hashLength),
	);
	return { ...rest, ids, version, aliases, pagefind, volumes, texts };
}

/** What the id of a document begins with, as `domain/article.ts` defines it. */
function beginnings(
	catalog: Pick<Catalog, "daySteps" | "sources" | "source">,
): (document: number) => string {
	return (document) => {
		const day = dayOf(document, catalog)?.replaceAll("-", "") ?? "undated";
		const source = catalog.sources[catalog.source[document] ?? -1]?.id ?? "";
		return `${day}-${source}-`;
	};
}
