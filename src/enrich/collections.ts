/** What the owner put together, once it is known which articles there are. */
import type { OwnCollection } from "../domain/config.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { Collection } from "../domain/manifest.ts";

export const collectionsFile = "_collections.yml";

/**
 * An article that is not here is left out and reported, as an entry of the corrections is that cannot be obeyed: one that
 * was withdrawn shall not keep the archive from being built.
 *
 * @param articles ids that have a page of their own.
 * @param moved ids that lead to one of those, or to a withdrawn one.
 */
export function settleCollections(
	collections: readonly OwnCollection[],
	articles: ReadonlySet<string>,
	moved: ReadonlyMap<string, string>,
): Outcome<Collection[]> {
	const diagnostics: Diagnostic[] = [];
	const value = collections.map(({ articles: named, ...rest }) => ({
		...rest,
		articles: named.flatMap(({ id, written, note, line }) => {
			const here = articles.has(id) ? id : (moved.get(id) ?? id);
			if (articles.has(here))
				return [{ id: here, ...(note === undefined ? {} : { note }) }];
			diagnostics.push({
				severity: "error",
				ruleId: "enrich/collection-without-article",
				file: collectionsFile,
				line,
				reason:
					"There is no article of this id or address here; the collection is shown without it.",
				actual: written,
			});
			return [];
		}),
	}));
	return { value, diagnostics };
}
