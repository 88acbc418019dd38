/** The corpus of a build beside what its readers were given before. */
import type { Corpus } from "../corpus/store.ts";
import { type FileRecord, partsOf } from "../ingest/file-record.ts";
import type { BuildSummary } from "../report/print.ts";
import { changesBetween, guardPublication } from "./changes.ts";
import { publishedArticle, readPublished, wayOf } from "./published.ts";
import type { Session } from "./session.ts";

/**
 * What readers will find changed.
 *
 * @returns how many articles.
 * @throws PublicationRefused when published addresses would answer no more.
 */
export function compareWithPublished(
	{ options, lists }: Pick<Session, "options" | "lists">,
	corpus: Corpus,
	records: readonly FileRecord[],
): BuildSummary["changes"] {
	const { seeds, out, corpus: old, against, maxRemovals = 0 } = options;
	const before = readPublished(out, old, against);
	let byFile: ReadonlyMap<string, string> | undefined;
	const changes = changesBetween(before, corpus, (id) => {
		byFile ??= idsByFile(records);
		const file = publishedArticle(old, id)?.provenance.sha256;
		return byFile.get(file ?? "") ?? wayOf(old, id);
	});
	const { length } = corpus.manifest.articles;
	const guard = {
		...{ seeds, out, cache: lists, maxRemovals },
		articleOf: (id: string) => publishedArticle(old, id),
	};
	guardPublication(changes, before, length, guard);
	const { added, removed, changed, vanished } = changes;
	return {
		added: added.length,
		removed: removed.length,
		changed: changed.length,
		vanished: vanished.length,
	};
}

/** By the SHA-256 of what each article was read from, its id. */
function idsByFile(records: readonly FileRecord[]): Map<string, string> {
	return new Map(
		records
			.flatMap(partsOf)
			.flatMap(({ sha256, draft }) => (draft ? [[sha256, draft.card.id]] : [])),
	);
}
