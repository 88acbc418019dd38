/**
 * How articles are named for good. Pages, files, feeds, anchors and citations hang on these names, so the rules belong to
 * the schema, as those for canonical addresses do (`normalise/address.ts`): they change with {@link schemaVersion} alone.
 */
import { sha256 } from "../base/order.ts";

/** Version of the published formats; README, “Changes”, says what each brought. */
export const schemaVersion = 2;

/** Characters of a hash that name an article: 64 bits, so that chance gives no two articles one name. */
export const idLength = 16;

/**
 * The id of the article at a canonical address. No date and no source is in it, so neither a corrected date nor a new
 * source adapter moves the article.
 */
export function idOfAddress(url: string): string {
	return sha256(url).slice(0, idLength);
}

/**
 * The id of an article whose file names no address.
 *
 * @param file path relative to the seeds folder, with `/`.
 * @param record which one of several articles in one file.
 */
export function idOfFile(file: string, record?: string): string {
	const path = record === undefined ? file : `${file}#${record}`;
	return sha256(path).slice(0, idLength);
}

/** The id of an older copy: the article's own and the beginning of the SHA-256 of that copy's file. */
export function idOfCopy(article: string, fileHash: string): string {
	return `${article}-${fileHash.slice(0, 8)}`;
}
