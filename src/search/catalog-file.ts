/** `catalog.bin`: the catalogue without what can be told from the rest of it. */
import type { Catalog } from "./catalog.ts";
import { dayOf } from "./facets.ts";

interface PackedCatalog extends Omit<Catalog, "ids"> {
	/** The last eight characters of every id; spaces where {@link others} has it. */
	readonly hashes: string;
	/** Ids that are not made of day, source and hash: document → id. */
	readonly others: Readonly<Record<number, string>>;
}

const hashLength = 8;

export function packCatalog({ ids, ...rest }: Catalog): PackedCatalog {
	const beginning = beginnings(rest);
	const others: Record<number, string> = {};
	const hashes = ids.map((id, n) => {
		const hash = id.slice(-hashLength);
		if (id === beginning(n) + hash) return hash;
		others[n] = id;
		return " ".repeat(hashLength);
	});
	return { ...rest, hashes: hashes.join(""), others };
}

export function unpackCatalog(packed: PackedCatalog): Catalog {
	const { hashes, others, ...rest } = packed;
	const beginning = beginnings(rest);
	const ids = rest.source.map(
		(_, n) =>
			others[n] ??
			beginning(n) + hashes.slice(n * hashLength, (n + 1) * hashLength),
	);
	return { ...rest, ids };
}

/** What the id of a document begins with, as `domain/article.ts` defines it. */
function beginnings(
	catalog: Omit<Catalog, "ids">,
): (document: number) => string {
	return (document) => {
		const day = dayOf(document, catalog)?.replaceAll("-", "") ?? "undated";
		const source = catalog.sources[catalog.source[document] ?? -1]?.id ?? "";
		return `${day}-${source}-`;
	};
}
